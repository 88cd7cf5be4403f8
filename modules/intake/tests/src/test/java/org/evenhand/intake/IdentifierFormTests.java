package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T21: whoever typed an identifier, equal is equal. */
class IdentifierFormTests {

  @ParameterizedTest
  @CsvSource({
    "01827 709709, +441827709709",
    "(01827) 709-709, +441827709709",
    "+44 (0)1827 709709, +441827709709",
    "0044 1827 709709, +441827709709",
    "07700 900123, +447700900123",
    "+353 1 679 5000, +35316795000"
  })
  @DisplayName("T21: telephone numbers are compared as E.164, British unless they say otherwise")
  void writesTelephoneNumbersInOneForm(String typed, String form) {
    assertThat(IdentifierForm.telephone(typed)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "not a number", "+44 12", "0182770970955555", "0800-FLOWERS"})
  void takesNothingElseForATelephoneNumber(String typed) {
    assertThat(IdentifierForm.telephone(typed)).isEmpty();
  }

  @Test
  void writesEmailInLowerCase() {
    assertThat(IdentifierForm.email(" Ada.Example@Mail.TEST ")).contains("ada.example@mail.test");
    assertThat(IdentifierForm.email("ada@@mail.test")).isEmpty();
    assertThat(IdentifierForm.email("ada@mail..test")).isEmpty();
    assertThat(IdentifierForm.email("ada mail@x.test")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"b797bz, B79 7BZ", "' B79   7BZ', B79 7BZ", "ec1a1bb, EC1A 1BB", "m11ae, M1 1AE"})
  void writesPostcodesInOneForm(String typed, String form) {
    assertThat(IdentifierForm.postcode(typed)).contains(form);
  }

  @Test
  void comparesAddressesByPostcodeAndFirstLine() {
    assertThat(IdentifierForm.address("Flat 2, 14 Corporation St.", "b79 7bz"))
        .isEqualTo(IdentifierForm.address("flat 2 14 corporation st", "B797BZ"))
        .contains("B79 7BZ/flat 2 14 corporation st");
    assertThat(IdentifierForm.address("14 Corporation Street", "no code")).isEmpty();
    assertThat(IdentifierForm.of(IdentifierKind.ADDRESS, "14 Corporation Street", null)).isEmpty();
  }

  @Test
  void comparesNamesWithoutAccentsAndPunctuation() {
    assertThat(IdentifierForm.nameKey("  Siân  O’Néill-Jones ")).isEqualTo("sian oneill jones");
  }

  @Test
  void writesPropertyNumbersWithoutLeadingNoughts() {
    assertThat(IdentifierForm.uprn("000100031234567")).isEmpty();
    assertThat(IdentifierForm.uprn("000310312345")).contains("310312345");
    assertThat(IdentifierForm.reference("crm-4711")).contains("CRM-4711");
  }
}
