package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** P8.2, T22: a partner's machine is tried on what was made up, and never on somebody's record. */
class SandboxTests extends ReferralStory {

  private static final String FORM = "sample-forms.adult-safeguarding-1";

  @Autowired List<OpenPluginWork> openWork;

  private Told sandbox() throws Exception {
    String partner =
        recordPartner(
                with(
                    with(with(police(), "kind", "ADULT_SOCIAL_CARE"), "sandbox", true),
                    "standing",
                    "SIGNATORY"))
            .path("partnerRecord.partner.id")
            .entity(String.class)
            .get();
    return new Told(partner, addKey(partner, "first"), machine(partner));
  }

  private GraphQlTester.Response request(As machine, Map<String, ?> input) {
    return ask(
        machine,
        """
        mutation ($input: SandboxReferralRequestInput!) { sandboxReferralRequest(input: $input) {
          referralVersion { id number kind } refusals { code message } } }
        """,
        Map.of("input", input));
  }

  private static Map<String, Object> first() {
    return Map.of("kind", "FIRST", "export", FORM, "purpose", "SAFEGUARD");
  }

  private String asked(As machine, Map<String, ?> input) {
    var answer = request(machine, input);
    assertThat(codes(answer, "sandboxReferralRequest")).isEmpty();
    return answer.path("sandboxReferralRequest.referralVersion.id").entity(String.class).get();
  }

  private int counted(String query) {
    return jdbc.sql(query).query(Integer.class).single();
  }

  @Test
  @DisplayName(
      "T22: made up on request, through the same feed, keys, rejection and redelivery, and marked")
  void theWholeWay() throws Exception {
    Told told = sandbox();
    String version = asked(told.machine(), first());
    Change change = changes(told.machine(), null).getFirst();
    assertThat(change.version()).isEqualTo(version);

    SignedJWT jws = opened(change, told.key(), told.machine());
    var claims = jws.getJWTClaimsSet();
    assertThat(claims.getBooleanClaim("synthetic")).isTrue();
    assertThat(claims.getStringClaim("referral")).startsWith("TEST-2026-");
    assertThat(claims.getStringClaim("handling")).startsWith("Synthetic:");
    assertThat(form(jws))
        .contains("Synthetic ", "\"state\":\"withheld\"", "\"state\":\"not-known\"");
    byte[] pdf =
        Base64.getDecoder()
            .decode(
                String.valueOf(
                    ((Map<?, ?>) ((List<?>) claims.getClaim("artefacts")).getLast())
                        .get("content")));
    try (var page = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(page)).contains("It is about nobody");
    }
    assertThat(
            ask(told.machine(), "{ referralChanges { changes { synthetic } } }", Map.of())
                .path("referralChanges.changes[0].synthetic")
                .entity(Boolean.class)
                .get())
        .isTrue();

    var about = Map.of("referralVersion", version);
    act(told.machine(), "referralReject", plus(about, "because", "CANNOT_DECRYPT"))
        .path("referralReject.referralVersion.rejectedBecause")
        .entity(String.class)
        .isEqualTo("CANNOT_DECRYPT");
    ECKey second = addKey(told.partner(), "second");
    assertThat(codes(act(told.machine(), "referralRedeliver", about), "referralRedeliver"))
        .isEmpty();
    assertThat(changes(told.machine(), null)).extracting(Change::keyName).endsWith("second");
    opened(changes(told.machine(), null).getLast(), second, told.machine());
    assertThat(codes(act(told.machine(), "referralAcknowledge", about), "referralAcknowledge"))
        .isEmpty();

    asked(told.machine(), Map.of("kind", "CORRECTION", "referralVersion", version));
    standing(told, change, "CORRECTED", 2);
    asked(told.machine(), Map.of("kind", "WITHDRAWAL", "referralVersion", version));
    standing(told, change, "WITHDRAWN", 3);
    assertThat(
            codes(
                request(told.machine(), Map.of("kind", "CORRECTION", "referralVersion", version)),
                "sandboxReferralRequest"))
        .containsExactly("REFERRAL_NOT_IN_THIS_STATE");
  }

  @Test
  @DisplayName(
      "T22: what was made up is no disclosure, no duty, nobody's record, and hinders nothing")
  void countsNowhere() throws Exception {
    Told told = sandbox();
    int duties = counted("select count(*) from foundation.duty");
    int reads =
        counted(
            "select count(*) from foundation.audit_entry where act = 'referralChanges'"
                + " and person_id is not null");
    String version = asked(told.machine(), first());
    act(
        told.machine(),
        "referralReject",
        Map.of("referralVersion", version, "because", "NOT_OURS"));
    changes(told.machine(), null);

    assertThat(counted("select count(*) from foundation.duty")).isEqualTo(duties);
    assertThat(
            counted(
                "select count(*) from foundation.audit_entry where act = 'referralChanges'"
                    + " and person_id is not null"))
        .isEqualTo(reads);
    for (String list : List.of("disclosures", "referrals")) {
      ask(As.auditor(), "{ " + list + "(first: 100) { edges { node { reference } } } }", Map.of())
          .path(list + ".edges[*].node.reference")
          .entityList(String.class)
          .satisfies(all -> assertThat(all).noneMatch(one -> one.startsWith("TEST")));
    }
    String synthetic =
        GlobalId.of(
            "Referral",
            jdbc.sql("select referral from sharing.referral_release where id = ?")
                .param(GlobalId.uuid("ReferralVersion", version).orElseThrow())
                .query(java.util.UUID.class)
                .single());
    ask(As.auditor(), "query ($id: ID!) { node(id: $id) { id } }", Map.of("id", synthetic))
        .path("node")
        .valueIsNull();
    assertThat(
            codes(
                act(
                    As.headOfCustomerServices(),
                    "referralWithdraw",
                    Map.of("referral", synthetic, "because", "No.")),
                "referralWithdraw"))
        .containsExactly("NOT_FOUND");
    assertThat(openWork.stream().flatMap(work -> work.of(Set.of("sample-forms")).stream()))
        .noneMatch(item -> item.about().toString().equals(synthetic));
  }

  @Test
  @DisplayName(
      "T22: a sandbox partner is never told of a person, nor a real one of what was made up")
  void neverMixed() throws Exception {
    Told told = sandbox();
    assertThat(recorded(agreement(told.partner(), List.of()))).contains("PARTNER_IS_SANDBOX");
    var emergency = proposal(told.partner());
    emergency.put("emergency", true);
    emergency.put("lawfulBasis", "VITAL_INTERESTS");
    emergency.put("legalPower", null);
    assertThat(
            codes(
                act(As.headOfService("housing"), "referralPropose", emergency), "referralPropose"))
        .containsExactly("PARTNER_IS_SANDBOX");
    ask(
            As.auditor(),
            "query ($id: ID!) { node(id: $id) { ... on Partner { sandbox mayReceive } } }",
            Map.of("id", told.partner()))
        .path("node.mayReceive")
        .entity(Boolean.class)
        .isEqualTo(false);

    Told real = partnerWithMachine();
    assertThat(codes(request(real.machine(), first()), "sandboxReferralRequest"))
        .containsExactly("PARTNER_NOT_SANDBOX");
    assertThat(changes(real.machine(), null)).isEmpty();
    var changed = with(with(police(), "kind", "ADULT_SOCIAL_CARE"), "partner", real.partner());
    changed.put("expectedVersion", 0);
    changed.put("sandbox", true);
    assertThat(codes(recordPartner(changed), "partnerRecord"))
        .containsExactly("PARTNER_SANDBOX_FIXED");
  }

  @Test
  @DisplayName("who asks for it, and what is refused")
  void refusals() throws Exception {
    Told told = sandbox();
    for (As seat : List.of(As.headOfCustomerServices(), As.dataProtectionOfficer())) {
      assertThat(forbidden(request(seat, first()))).isTrue();
    }
    assertThat(
            codes(
                request(As.machine("machine-of-nobody", "referral:safeguard"), first()),
                "sandboxReferralRequest"))
        .containsExactly("CLIENT_NOT_BOUND");
    As narrow = As.machine(told.machine().authentication().getName(), "referral:manage");
    assertThat(codes(request(narrow, first()), "sandboxReferralRequest"))
        .containsExactly("PURPOSE_OUTSIDE_SCOPE");
    assertThat(
            codes(
                request(told.machine(), plus(first(), "export", "sample-forms.child-referral-1")),
                "sandboxReferralRequest"))
        .containsExactly("FORM_FOR_ANOTHER_KIND");
    assertThat(
            codes(
                request(told.machine(), plus(first(), "export", "sample-forms.gone-1")),
                "sandboxReferralRequest"))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(
                request(told.machine(), Map.of("kind", "WITHDRAWAL", "referralVersion", "x")),
                "sandboxReferralRequest"))
        .containsExactly("NOT_FOUND");
  }
}
