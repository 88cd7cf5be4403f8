package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Partners at the running product: the example client polls it as it is published, and a restricted
 * person's own data hold what was disclosed about them (P8.2, T22, questions 21 to 23).
 */
class PartnerMachineStoryTests extends RunningEvenhand {

  private static final String HOFCS = "head-of-customer-services";
  private static final String FORM = "staffordshire-referral.adult-1";

  @TempDir Path folder;

  private JsonNode act(String client, String mutation, String shown, Map<String, ?> input) {
    JsonNode answer =
        ask(
            client,
            "mutation ($input: "
                + Character.toUpperCase(mutation.charAt(0))
                + mutation.substring(1)
                + "Input!) { "
                + mutation
                + "(input: $input) { "
                + shown
                + " refusals { code message } } }",
            Map.of("input", input));
    assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
    JsonNode payload = answer.path("data").path(mutation);
    assertThat(payload.path("refusals").isEmpty()).as("%s", payload).isTrue();
    return payload;
  }

  private String partner(String name, boolean sandbox) {
    return act(
            HOFCS,
            "partnerRecord",
            "partner { id }",
            Map.of(
                "name",
                name,
                "kind",
                "ADULT_SOCIAL_CARE",
                "standing",
                "SIGNATORY",
                "protocolVersion",
                "2024",
                "signedOn",
                "2024-04-01",
                "validUntil",
                "2027-03-31",
                "designatedOfficer",
                "Information-sharing desk",
                "secureAddress",
                "sharing@partner.example",
                "sandbox",
                sandbox))
        .path("partner")
        .path("id")
        .asString();
  }

  private Path key(String partner, String name) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID(name).generate();
    act(
        HOFCS,
        "partnerKeyAdd",
        "partnerKey { id }",
        Map.of(
            "partner",
            partner,
            "use",
            "ENCRYPTION",
            "publicKey",
            key.toPublicJWK().toJSONString(),
            "thumbprint",
            key.computeThumbprint().toString(),
            "from",
            name.equals("first") ? "2026-11-01" : "2026-11-25",
            "until",
            "2027-10-31"));
    return Files.writeString(folder.resolve(name + ".jwk.json"), key.toJSONString());
  }

  private record Ran(int exit, String said, String complained) {}

  /** As the README beside it says. */
  private Ran client(Path key) throws IOException, InterruptedException {
    Path token = Files.writeString(folder.resolve("token.txt"), token("integrator"));
    Path complaints = folder.resolve("complaints.txt");
    Process process =
        new ProcessBuilder(
                "node",
                System.getProperty("evenhand.root") + "/frontend-contract/referrals/client.mjs",
                "http://localhost:" + port,
                token.toString(),
                key.toString(),
                folder.resolve("cursor.txt").toString())
            .redirectError(complaints.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), said, Files.readString(complaints));
  }

  private static boolean nodeIsThere() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  @DisplayName(
      "T22: the example client polls the product, rotates its key on a Friday, and is told of nobody")
  void theExampleClient() throws Exception {
    assumeTrue(nodeIsThere(), "Node is not installed");
    String partner = partner("Adult social care, sandbox", true);
    Path first = key(partner, "first");
    act(HOFCS, "partnerClientBind", "client", Map.of("partner", partner, "client", "integrator"));
    String version =
        act(
                "integrator",
                "sandboxReferralRequest",
                "referralVersion { id }",
                Map.of("kind", "FIRST", "export", FORM, "purpose", "SAFEGUARD"))
            .path("referralVersion")
            .path("id")
            .asString();

    Ran told = client(first);
    assertThat(told.exit()).as(told.complained()).isZero();
    assertThat(told.said()).matches("(?s)TEST-2026-\\d{6} 1 FIRST synthetic .*subject-name.*\n");
    act(
        "integrator",
        "referralOutcomeRecord",
        "referralVersion { outcome }",
        Map.of("referralVersion", version, "outcome", "TAKEN_ON"));
    assertThat(client(first).said()).as("nothing new").isEmpty();

    Path second = key(partner, "second");
    act(
        "integrator",
        "sandboxReferralRequest",
        "referralVersion { id }",
        Map.of("kind", "CORRECTION", "referralVersion", version));
    Ran rotated = client(first);
    assertThat(rotated.complained()).contains("CANNOT_DECRYPT");
    JsonNode changes =
        ask("integrator", "{ referralChanges { changes { referralVersion number } } }")
            .path("data")
            .path("referralChanges")
            .path("changes");
    act(
        "integrator",
        "referralRedeliver",
        "referralVersion { id }",
        Map.of("referralVersion", changes.get(1).path("referralVersion").asString()));
    Ran again = client(second);
    assertThat(again.said()).as(again.complained()).contains(" 2 CORRECTION ");
    assertThat(ask("auditor", "{ disclosures(first: 100) { edges { node { reference } } } }"))
        .asString()
        .doesNotContain("TEST-");
  }

  private List<Map<String, Object>> nothingKnown() {
    JsonNode forms =
        ask(HOFCS, "{ referralExports { id purposes { purpose required } } }")
            .path("data")
            .path("referralExports");
    var answers = new ArrayList<Map<String, Object>>();
    for (JsonNode form : forms) {
      for (JsonNode purpose : form.path("purposes")) {
        if (form.path("id").asString().equals(FORM)
            && purpose.path("purpose").asString().equals("SAFEGUARD")) {
          purpose
              .path("required")
              .forEach(
                  field -> answers.add(Map.of("field", field.asString(), "state", "NOT_KNOWN")));
        }
      }
    }
    return answers;
  }

  @Test
  @DisplayName(
      "question 21: a restricted person's own data are not kept back, and hold what was disclosed")
  void aRestrictedPersonsData() throws Exception {
    String customer =
        ask(HOFCS, "{ restrictions(first: 1) { edges { node { customer { id } } } } }")
            .at("/data/restrictions/edges/0/node/customer/id")
            .asString();
    String partner = partner("Adult social care, told in danger", false);
    key(partner, "first");
    var grounds = new HashMap<String, Object>(Map.of("controllers", "SEPARATE"));
    for (String text :
        List.of(
            "description",
            "necessity",
            "withLess",
            "riskOfSharing",
            "riskOfNotSharing",
            "impactAssessment",
            "retention",
            "security",
            "rights",
            "frequency")) {
      grounds.put(text, "What is said of " + text + ".");
    }
    var proposal = new HashMap<String, Object>();
    proposal.put("customer", customer);
    proposal.put("partner", partner);
    proposal.put("export", FORM);
    proposal.put("purpose", "SAFEGUARD");
    proposal.put("limbs", List.of("PERSON"));
    proposal.put("lawfulBasis", "VITAL_INTERESTS");
    proposal.put("emergency", true);
    proposal.put("consent", "NOT_ASKED");
    proposal.put("consentReason", "There was no time.");
    proposal.put("specialData", false);
    proposal.put("grounds", grounds);
    proposal.put("answers", nothingKnown());
    proposal.put("expiresOn", "2026-12-31");
    String referral =
        act("head-of-service", "referralPropose", "referral { id }", proposal)
            .path("referral")
            .path("id")
            .asString();
    act(
        "head-of-service",
        "referralAuthorise",
        "referral { id }",
        Map.of("referral", referral, "reasons", "Danger to life."));

    JsonNode export =
        ask(
                "legal",
                """
                query ($id: ID!) { subjectExport(customer: $id) {
                  subjectExport { json files { name } } refusals { code } warnings { code } } }
                """,
                Map.of("id", customer))
            .path("data")
            .path("subjectExport");
    assertThat(export.path("refusals").isEmpty()).as("%s", export).isTrue();
    assertThat(export.path("warnings").toString()).contains("SUBJECT_NOT_ASKED_BEFORE_SHARING");
    JsonNode json = JSON.readTree(export.at("/subjectExport/json").asString());
    assertThat(json.path("timeline").toString()).contains("RESTRICTION_IMPOSED");
    JsonNode disclosed = json.path("disclosures").get(json.path("disclosures").size() - 1);
    assertThat(disclosed.path("to").asString()).isEqualTo("Adult social care, told in danger");
    assertThat(disclosed.path("purpose").asString()).isEqualTo("SAFEGUARD");
    assertThat(disclosed.path("grounds").path("necessity").asString()).isNotBlank();
  }
}
