package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** RFC 6750, 2.1. */
class BearerTokensTests {

  private final BearerTokens tokens = new BearerTokens();

  private static MockHttpServletRequest with(String authorization) {
    var request = new MockHttpServletRequest("POST", "/graphql");
    request.addHeader("Authorization", authorization);
    return request;
  }

  @ParameterizedTest
  @CsvSource({"Bearer abc.DEF-1_2~3+4/5==, abc.DEF-1_2~3+4/5==", "bearer abc, abc"})
  void takesTheToken(String header, String token) {
    assertThat(tokens.resolve(with(header))).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer ==",
        "Bearer a=b",
        "Bearer a b",
        "Bearer\ta",
        "Bearerabc"
      })
  void refusesWhatIsNone(String header) {
    assertThatThrownBy(() -> tokens.resolve(with(header)))
        .isInstanceOf(OAuth2AuthenticationException.class);
  }

  @Test
  void leavesOtherSchemesAlone() {
    assertThat(tokens.resolve(with("Basic b2ZmaWNlcjpvZmZpY2Vy"))).isNull();
  }

  @Test
  void takesNoneFromTheAddress() {
    var request = new MockHttpServletRequest("POST", "/graphql");
    request.addParameter("access_token", "abc");

    assertThat(tokens.resolve(request)).isNull();
  }
}
