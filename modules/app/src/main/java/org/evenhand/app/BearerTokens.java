package org.evenhand.app;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token from the {@code Authorization} header and from nowhere else, so none ever stands
 * in a URL (RFC 6750, 2.1). One pass over its characters instead of a pattern: each contact check
 * pays for it.
 */
final class BearerTokens implements BearerTokenResolver {

  private static final String SCHEME = "Bearer ";

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length() - 1)) {
      return null;
    }
    String token = header.length() > SCHEME.length() ? header.substring(SCHEME.length()) : "";
    if (header.length() < SCHEME.length() || header.charAt(SCHEME.length() - 1) != ' ') {
      throw malformed();
    }
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == '=') {
      end--;
    }
    if (end == 0) {
      throw malformed();
    }
    for (int i = 0; i < end; i++) {
      if (!token68(token.charAt(i))) {
        throw malformed();
      }
    }
    return token;
  }

  private static boolean token68(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/".indexOf(c) >= 0;
  }

  private static OAuth2AuthenticationException malformed() {
    return new OAuth2AuthenticationException(
        BearerTokenErrors.invalidToken("Bearer token is malformed"));
  }
}
