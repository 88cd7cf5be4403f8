package org.evenhand.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Only one bare address can be written to: nothing that could become a header or a second reader.
 */
class MailTransportTests {

  @ParameterizedTest
  @ValueSource(strings = {"olive.officer@council.test", "o'neill+duty@sub.council.test"})
  void oneAddressIsOne(String text) {
    assertThat(MailTransport.address(text))
        .hasValueSatisfying(address -> assertThat(address.getAddress()).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "olive",
        "@council.test",
        "olive@council.test\r\nBcc: all@elsewhere.test",
        "olive@council.test\nSubject: other",
        "olive@council.test,all@elsewhere.test",
        "olive@council.test;all@elsewhere.test",
        "Olive <olive@council.test>",
        "<olive@council.test>",
        "olive@council.test (home)",
        "\"olive bcc\"@council.test",
        "staff: olive@council.test;",
        "olive@council.test\u0000",
        "olive@[127.0.0.1]",
        "o l@council.test"
      })
  @DisplayName("Header injection: whatever is not one bare address is none")
  void everythingElseIsNone(String text) {
    assertThat(MailTransport.address(text)).isEmpty();
  }
}
