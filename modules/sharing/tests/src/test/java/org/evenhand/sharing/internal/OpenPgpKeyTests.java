package org.evenhand.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.sharing.KeyUse;
import org.evenhand.sharing.OpenPgpOfPartner;
import org.evenhand.sharing.OpenPgpOfPartner.Flaw;
import org.evenhand.sharing.SealFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T22: which OpenPGP certificates a partner may hand over. */
class OpenPgpKeyTests {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant MADE = Instant.parse("2026-11-01T09:00:00Z");
  private static final Duration A_YEAR = Duration.ofDays(365);

  private static List<String> codes(String text) {
    return codes(PublicKey.read(text, KeyUse.ENCRYPTION, NOW));
  }

  private static List<String> codes(Outcome<PublicKey> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("T22: a certificate is known by its fingerprint and lasts no longer than it says")
  void takesACertificate() {
    OpenPgpOfPartner partner = OpenPgpOfPartner.made(MADE, A_YEAR, Flaw.NONE);

    PublicKey key =
        java.util.Objects.requireNonNull(
            PublicKey.read(partner.publicHalf(), KeyUse.ENCRYPTION, NOW).orNull());

    assertThat(key.format()).isEqualTo(SealFormat.OPENPGP);
    assertThat(key.thumbprint()).isEqualTo(partner.fingerprint());
    assertThat(partner.fingerprint()).endsWith(key.keyId());
    assertThat(key.lastDay()).isEqualTo(LocalDate.of(2027, 10, 31));
    String readOut = partner.fingerprint().toLowerCase().replaceAll("(.{4})", "$1 ");
    assertThat(key.isReadOutAs(readOut)).isTrue();
    assertThat(key.isReadOutAs(key.keyId())).as("a part of it is not it").isFalse();
  }

  @ParameterizedTest(name = "T22: {0}: {1}")
  @CsvSource({
    "RSA_2048, KEY_TOO_WEAK",
    "SIGNED_WITH_SHA1, KEY_TOO_WEAK",
    "SUBKEY_REVOKED, KEY_REVOKED",
    "WHOLE_REVOKED, KEY_REVOKED",
    "NOTHING_ENCRYPTS, KEY_FOR_ANOTHER_USE",
  })
  @DisplayName("T22: a weak, revoked or unsuitable certificate is refused with a code")
  void refusesAFlaw(Flaw flaw, String code) {
    assertThat(codes(OpenPgpOfPartner.made(MADE, A_YEAR, flaw).publicHalf())).containsExactly(code);
  }

  @Test
  @DisplayName("T22: one that has expired is refused")
  void refusesWhatHasExpired() {
    assertThat(codes(OpenPgpOfPartner.made(MADE, Duration.ofDays(7), Flaw.NONE).publicHalf()))
        .containsExactly("KEY_EXPIRED");
  }

  @Test
  @DisplayName("T22: a private half is refused, and so is what is no single certificate")
  void refusesAPrivateHalf() {
    OpenPgpOfPartner partner = OpenPgpOfPartner.made(MADE, A_YEAR, Flaw.NONE);
    assertThat(codes(partner.privateHalf())).containsExactly("KEY_IS_PRIVATE");
    assertThat(codes(partner.privateHalf().replace("PRIVATE KEY", "PUBLIC KEY")))
        .as("under another name too")
        .containsExactly("KEY_IS_PRIVATE");
    assertThat(codes(partner.publicHalf().substring(0, 300))).containsExactly("KEY_MALFORMED");
    assertThat(codes("-----BEGIN PGP MESSAGE-----\n\nx\n-----END PGP MESSAGE-----"))
        .containsExactly("KEY_MALFORMED");
    assertThat(codes(PublicKey.read(partner.publicHalf(), KeyUse.SIGNATURE, NOW)))
        .containsExactly("KEY_FOR_ANOTHER_USE");
  }

  @Test
  @DisplayName("T22: a subkey that the certificate did not sign for is never sealed with")
  void ignoresASubkeyOfSomebodyElse() {
    OpenPgpOfPartner partner = OpenPgpOfPartner.made(MADE, A_YEAR, Flaw.NONE);
    OpenPgpOfPartner stranger = OpenPgpOfPartner.made(MADE, A_YEAR, Flaw.NONE);
    assertThat(codes(partner.withSubkeyOf(stranger))).containsExactly("KEY_FOR_ANOTHER_USE");
  }
}
