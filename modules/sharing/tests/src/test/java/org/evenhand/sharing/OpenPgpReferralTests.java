package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.GlobalId;
import org.evenhand.sharing.OpenPgpOfPartner.Flaw;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * T22: a partner with OpenPGP is told the same as one with JOSE, by the same rules for its keys.
 */
class OpenPgpReferralTests extends ReferralStory {

  private static OpenPgpOfPartner key(Flaw flaw) {
    return OpenPgpOfPartner.made(NOW.minus(Duration.ofDays(30)), Duration.ofDays(395), flaw);
  }

  private GraphQlTester.Response add(
      String partner, String publicHalf, String fingerprint, String until) {
    return ask(
        As.dataProtectionOfficer(),
        """
        mutation ($input: PartnerKeyAddInput!) { partnerKeyAdd(input: $input) {
          partnerKey { id name format algorithm usable thumbprint } refusals { code message } } }
        """,
        Map.of(
            "input",
            Map.of(
                "partner",
                partner,
                "use",
                "ENCRYPTION",
                "publicKey",
                publicHalf,
                "thumbprint",
                fingerprint,
                "from",
                "2026-11-23",
                "until",
                until)));
  }

  private void added(String partner, OpenPgpOfPartner key) {
    var answer = add(partner, key.publicHalf(), key.fingerprint(), "2027-11-01");
    assertThat(codes(answer, "partnerKeyAdd")).isEmpty();
    answer.path("partnerKeyAdd.partnerKey.format").entity(String.class).isEqualTo("OPENPGP");
  }

  private String councilKey(As machine) {
    return ask(machine, "{ referralOpenPgpKeys }", Map.of())
        .path("referralOpenPgpKeys")
        .entityList(String.class)
        .get()
        .getLast();
  }

  private JWTClaimsSet opened(Change change, OpenPgpOfPartner key, As machine) throws Exception {
    OpenPgpOfPartner.Opened opened = key.opened(change.sealed(), councilKey(machine));
    assertThat(opened.signed()).isTrue();
    assertThat(opened.whole()).isTrue();
    return JWTClaimsSet.parse(opened.content());
  }

  @Test
  @DisplayName(
      "T22, question 22: sealed with OpenPGP, it says the same as a JWS and only the partner reads it")
  void toldWithOpenPgp() throws Exception {
    Told told = partnerWithMachine();
    shared(told.partner());
    Change jose = changes(told.machine(), null).getFirst();
    var version = Map.of("referralVersion", jose.version());
    OpenPgpOfPartner key = key(Flaw.NONE);
    added(told.partner(), key);
    assertThat(councilKey(told.machine())).contains("PUBLIC KEY").doesNotContain("PRIVATE");

    // The partner has moved from JOSE to OpenPGP on a Friday: rejected, delivered again.
    act(told.machine(), "referralReject", plus(version, "because", "CANNOT_DECRYPT"));
    assertThat(codes(act(told.machine(), "referralRedeliver", version), "referralRedeliver"))
        .isEmpty();
    Change change = changes(told.machine(), null).getLast();

    assertThat(change.version()).as("one version, one disclosure").isEqualTo(jose.version());
    assertThat(change.sealed()).startsWith("-----BEGIN PGP MESSAGE-----");
    assertThat(key.fingerprint()).endsWith(change.keyName());
    JWTClaimsSet claims = opened(change, key, told.machine());
    assertThat(claims.getClaims())
        .isEqualTo(opened(jose, told.key(), told.machine()).getJWTClaimsSet().getClaims());
    assertThat(claims.getAudience())
        .containsExactly(GlobalId.uuid("Partner", told.partner()).orElseThrow().toString());
    assertThat(
            ask(told.machine(), "query { referralChanges { changes { format } } }", Map.of())
                .path("referralChanges.changes[*].format")
                .entityList(String.class)
                .get())
        .containsExactly("JOSE", "OPENPGP");

    String councils = councilKey(told.machine());
    assertThat(
            jdbc.sql("select sealed from sharing.council_key where key_use = 'OPENPGP'")
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(kept -> assertThat(kept.split("\\.", -1)).as("a JWE").hasSize(5));
    assertThat(councilKey(told.machine())).as("drawn once").isEqualTo(councils);
  }

  @Test
  @DisplayName("T22: keys of OpenPGP overlap, rotate and retire as others do")
  void keysRotate() throws Exception {
    String partner = adultSocialCare();
    assertThat(recorded(agreement(partner, List.of()))).isEmpty();
    As machine = machine(partner);
    OpenPgpOfPartner first = key(Flaw.NONE);
    added(partner, first);
    OpenPgpOfPartner second = key(Flaw.NONE);
    added(partner, second);
    shared(partner);
    assertThat(second.fingerprint()).endsWith(changes(machine, null).getFirst().keyName());
    String retiring =
        ask(
                As.auditor(),
                "query ($id: ID!) { node(id: $id) { ... on Partner { keys { id thumbprint } } } }",
                Map.of("id", partner))
            .path("node.keys[?(@.thumbprint == '" + second.fingerprint() + "')].id")
            .entityList(String.class)
            .get()
            .getFirst();
    ask(
            As.headOfCustomerServices(),
            """
            mutation ($input: PartnerKeyRetireInput!) { partnerKeyRetire(input: $input) {
              refusals { code } warnings { code } } }
            """,
            Map.of("input", Map.of("key", retiring, "reason", "The token was lost.")))
        .path("partnerKeyRetire.warnings")
        .entityList(Object.class)
        .hasSize(0);
    shared(partner);
    assertThat(first.fingerprint()).endsWith(changes(machine, null).getLast().keyName());
    opened(changes(machine, null).getLast(), first, machine);

    assertThat(
            codes(
                add(partner, first.publicHalf(), first.fingerprint(), "2027-11-01"),
                "partnerKeyAdd"))
        .containsExactlyInAnyOrder("KEY_NAME_TAKEN", "KEY_IN_USE");
    OpenPgpOfPartner third = key(Flaw.NONE);
    assertThat(
            codes(
                add(partner, third.publicHalf(), first.fingerprint(), "2028-11-01"),
                "partnerKeyAdd"))
        .containsExactlyInAnyOrder("KEY_THUMBPRINT_DIFFERS", "KEY_EXPIRES_EARLIER");
    var refused = add(partner, third.privateHalf(), third.fingerprint(), "2027-11-01");
    assertThat(codes(refused, "partnerKeyAdd")).containsExactly("KEY_IS_PRIVATE");
  }

  @Test
  @DisplayName("T22: the GnuPG of a partner opens it and finds the council's signature good")
  void readByGnuPg(@TempDir Path folder) throws Exception {
    assumeTrue(there(), "gpg is not installed");
    // The socket of its agent wants a short path.
    Path home = Files.createTempDirectory(Path.of("/tmp"), "pgp");
    try {
      gpg(home, "--passphrase", "", "--quick-gen-key", "partner@example.org", "rsa3072");
      String fingerprint =
          gpg(home, "--with-colons", "--list-keys")
              .lines()
              .filter(line -> line.startsWith("fpr:"))
              .map(line -> line.split(":", -1)[9])
              .findFirst()
              .orElseThrow();
      gpg(home, "--passphrase", "", "--quick-add-key", fingerprint, "rsa3072", "encr", "1y");
      String partner = adultSocialCare();
      assertThat(recorded(agreement(partner, List.of()))).isEmpty();
      As machine = machine(partner);
      assertThat(
              codes(
                  add(
                      partner,
                      gpg(home, "--armor", "--export", fingerprint),
                      fingerprint,
                      "2027-11-01"),
                  "partnerKeyAdd"))
          .isEmpty();
      shared(partner);
      Change change = changes(machine, null).getFirst();
      Path council = Files.writeString(folder.resolve("council.asc"), councilKey(machine));
      gpg(home, "--import", council.toString());
      Path sealed = Files.writeString(folder.resolve("R-1.asc"), change.sealed());
      Path clear = folder.resolve("R-1.json");

      String said =
          gpg(
              home,
              "--status-fd",
              "1",
              "--trust-model",
              "always",
              "--output",
              clear.toString(),
              "--decrypt",
              sealed.toString());

      assertThat(said).contains("DECRYPTION_OKAY", "GOODMDC", "GOODSIG", "VALIDSIG");
      assertThat(JWTClaimsSet.parse(Files.readString(clear)).getJWTID())
          .isEqualTo(GlobalId.uuid("ReferralVersion", change.version()).orElseThrow().toString());
    } finally {
      run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
      try (var all = Files.walk(home)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
      }
    }
  }

  private static boolean there() {
    try {
      return run(List.of("gpg", "--version")).contains("GnuPG");
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** At the time of these tests, whatever this machine's clock says. */
  private static String gpg(Path home, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--yes",
                "--pinentry-mode",
                "loopback",
                "--faked-system-time",
                "20261123T090000"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(false);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(new HashMap<>(Map.of("LC_ALL", "C.UTF-8")));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
