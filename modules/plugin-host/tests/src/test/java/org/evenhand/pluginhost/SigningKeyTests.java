package org.evenhand.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar.Signer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose signatures count: pinned certificates, each for some ids only. */
public class SigningKeyTests extends PluginHostModuleTest {

  public static final String TRUST =
      """
      mutation($input: SigningKeyTrustInput!) { signingKeyTrust(input: $input) {
        signingKey { id thumbprint subject idPrefixes trustedBy revokedAt takesOverFrom { id } }
        refusals { code path message } } }
      """;

  static final String REVOKE =
      """
      mutation($input: SigningKeyRevokeInput!) { signingKeyRevoke(input: $input) {
        signingKey { revokedBy revokedBecause } refusals { code } } }
      """;

  static String pem(Signer signer) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(signer.certificate().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String thumbprint(Signer signer) {
    try {
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(signer.certificate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Map<String, Object> trusting(Signer signer, String... prefixes) {
    return new HashMap<>(
        Map.of(
            "certificate", pem(signer),
            "thumbprint", thumbprint(signer),
            "idPrefixes", List.of(prefixes)));
  }

  @Test
  @DisplayName("P9.1: a certificate is trusted for some ids, listed, and revoked with a reason")
  void isTrustedListedAndRevoked() {
    var answer = ask(As.pluginAdministrator(), TRUST, trusting(Signer.SOMEBODY_ELSE, "allotments"));
    assertThat(codes(answer, "signingKeyTrust")).isEmpty();
    answer
        .path("signingKeyTrust.signingKey.subject")
        .entity(String.class)
        .isEqualTo("CN=Test somebody-else");
    answer
        .path("signingKeyTrust.signingKey.idPrefixes")
        .entityList(String.class)
        .containsExactly("allotments");
    String id = answer.path("signingKeyTrust.signingKey.id").entity(String.class).get();
    assertThat(
            codes(
                ask(
                    As.pluginAdministrator(),
                    TRUST,
                    trusting(Signer.SOMEBODY_ELSE, "allotments", "x")),
                "signingKeyTrust"))
        .containsExactly("CERTIFICATE_TRUSTED_ALREADY");

    As.auditor()
        .run(
            () ->
                graphQl
                    .document(
                        "{ signingKeys { id revokedAt } node(id: \"%s\") { id } }".formatted(id))
                    .execute()
                    .path("signingKeys[0].id")
                    .entity(String.class)
                    .isEqualTo(id));

    var revoked =
        ask(
            As.headOfCustomerServices(),
            REVOKE,
            Map.of("key", id, "reason", "The laptop that held it is gone."));
    assertThat(codes(revoked, "signingKeyRevoke")).isEmpty();
    assertThat(
            codes(
                ask(As.headOfCustomerServices(), REVOKE, Map.of("key", id, "reason", " ")),
                "signingKeyRevoke"))
        .containsExactly("SIGNING_KEY_REVOKED_ALREADY", "TEXT_MISSING");
    assertThat(
            codes(
                ask(As.pluginAdministrator(), TRUST, trusting(Signer.SOMEBODY_ELSE, "allotments")),
                "signingKeyTrust"))
        .containsExactly("CERTIFICATE_REVOKED_BEFORE");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    var input = trusting(Signer.EXPIRED, "Allotments!", "evenhand");
    input.put("thumbprint", "12:34");
    assertThat(codes(ask(As.pluginAdministrator(), TRUST, input), "signingKeyTrust"))
        .containsExactly(
            "ID_PREFIX_MALFORMED",
            "ID_PREFIX_MALFORMED",
            "CERTIFICATE_THUMBPRINT_DIFFERS",
            "CERTIFICATE_OVER");
    input.put("certificate", "no certificate");
    input.put("idPrefixes", List.of());
    assertThat(codes(ask(As.pluginAdministrator(), TRUST, input), "signingKeyTrust"))
        .containsExactly("ID_PREFIXES_MISSING", "CERTIFICATE_MALFORMED");
  }

  @Test
  void onlyAPluginAdministratorTrusts() {
    ask(As.headOfService("housing"), TRUST, trusting(Signer.SERVICE_AREA, "parks"))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
