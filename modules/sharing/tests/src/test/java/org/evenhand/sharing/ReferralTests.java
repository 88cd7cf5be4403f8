package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Telling a partner about a person, from proposal to what came of it: P8.2, T22, questions 22–24.
 */
class ReferralTests extends ReferralStory {

  private static final String CANARY = "canary-7f3k";

  @Autowired List<OpenPluginWork> openWork;

  @Test
  @DisplayName(
      "P8.2, T22, questions 22–24: proposed, viewed, authorised, fetched, received, acted on")
  void fromProposalToOutcome() throws Exception {
    Told told = partnerWithMachine();
    String id = shared(told.partner());

    List<Change> changes = changes(told.machine(), null);
    assertThat(changes).hasSize(1);
    SignedJWT jws = opened(changes.getFirst(), told.key(), told.machine());
    var claims = jws.getJWTClaimsSet();
    assertThat(claims.getJWTID())
        .isEqualTo(
            GlobalId.uuid("ReferralVersion", changes.getFirst().version())
                .orElseThrow()
                .toString());
    assertThat(claims.getAudience())
        .containsExactly(GlobalId.uuid("Partner", told.partner()).orElseThrow().toString());
    assertThat(claims.getStringClaim("handling")).contains("do not pass it on", "2027-01-31");
    assertThat(claims.getStringClaim("purpose")).isEqualTo("SAFEGUARD");
    assertThat(form(jws))
        .contains("Nobody has seen them eat", "\"state\":\"withheld\"", "\"state\":\"not-known\"");

    var version = Map.of("referralVersion", changes.getFirst().version());
    assertThat(
            codes(
                act(told.machine(), "referralOutcomeRecord", plus(version, "outcome", "TAKEN_ON")),
                "referralOutcomeRecord"))
        .containsExactly("VERSION_NOT_ACKNOWLEDGED");
    assertThat(codes(act(told.machine(), "referralAcknowledge", version), "referralAcknowledge"))
        .isEmpty();
    var outcome =
        act(
            told.machine(),
            "referralOutcomeRecord",
            plus(plus(version, "outcome", "TAKEN_ON"), "reference", "CR/4711/26"));
    outcome.path("referralOutcomeRecord.referralVersion.releasedBy").valueIsNull();
    outcome
        .path("referralOutcomeRecord.referralVersion.outcome")
        .entity(String.class)
        .isEqualTo("TAKEN_ON");
    ask(told.machine(), STATUS, Map.of("id", changes.getFirst().version()))
        .path("referralStatus.standing")
        .entity(String.class)
        .isEqualTo("VALID");

    var disclosed =
        ask(
            As.auditor(),
            """
            query ($id: ID!) { node(id: $id) { ... on Referral { status partner { name }
              agreement { reference } grounds { necessity controllers } consentReason
              decision { shared reasons by post } dataProtection { inFavour reasons }
              versions { number kind fetchedAt acknowledgedAt outcome outcomeReference } } } }
            """,
            Map.of("id", id));
    disclosed.path("node.agreement.reference").entity(String.class).isEqualTo("DSA/2026/42");
    disclosed.path("node.versions[0].fetchedAt").hasValue();
    disclosed
        .path("node.versions[0].outcomeReference")
        .entity(String.class)
        .isEqualTo("CR/4711/26");
    disclosed
        .path("node.decision.post")
        .entity(String.class)
        .isEqualTo("HEAD_OF_CUSTOMER_SERVICES");
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where kind = 'R' and act = 'node'"
                        + " and object_type = 'Referral' and actor = 'auditor-1'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  @DisplayName(
      "T22, question 23: corrections and withdrawals come again; unknown and not yours look alike")
  void correctedWithdrawnAndNotYours() throws Exception {
    Told told = partnerWithMachine();
    Told other = partnerWithMachine();
    String id = shared(told.partner());
    Change first = changes(told.machine(), null).getFirst();

    assertThat(
            codes(
                act(
                    As.headOfCustomerServices(),
                    "referralCorrect",
                    Map.of(
                        "referral",
                        id,
                        "answers",
                        answers("They ate yesterday."),
                        "because",
                        "The carer rang back.")),
                "referralCorrect"))
        .isEmpty();
    List<Change> all = changes(told.machine(), null);
    assertThat(all).extracting(Change::kind).containsExactly("FIRST", "CORRECTION");
    assertThat(form(opened(all.getLast(), told.key(), told.machine())))
        .contains("They ate yesterday.")
        .doesNotContain("for a week");
    standing(told, first, "CORRECTED", 2);

    act(
        As.dataProtectionOfficer(),
        "referralWithdraw",
        Map.of("referral", id, "because", "It was about somebody else."));
    all = changes(told.machine(), null);
    assertThat(all).extracting(Change::kind).containsExactly("FIRST", "CORRECTION", "WITHDRAWAL");
    assertThat(
            (List<?>)
                opened(all.getLast(), told.key(), told.machine())
                    .getJWTClaimsSet()
                    .getClaim("artefacts"))
        .isEmpty();
    standing(told, first, "WITHDRAWN", 3);

    assertThat(changes(other.machine(), null)).isEmpty();
    for (String theirs :
        List.of(first.version(), GlobalId.of("ReferralVersion", UUID.randomUUID()), "x")) {
      ask(other.machine(), STATUS, Map.of("id", theirs)).path("referralStatus").valueIsNull();
      var refused = act(other.machine(), "referralAcknowledge", Map.of("referralVersion", theirs));
      assertThat(codes(refused, "referralAcknowledge")).containsExactly("NOT_FOUND");
    }
    assertThat(changes(As.machine("machine-of-nobody", "referral:safeguard"), null)).isEmpty();
  }

  @Test
  @DisplayName(
      "T22: withdrawn before the partner fetched it, it is told of the withdrawal and of no more")
  void nothingIsDisclosedOnceWithdrawn() throws Exception {
    Told told = partnerWithMachine();
    String id = shared(told.partner());

    assertThat(
            codes(
                act(
                    As.dataProtectionOfficer(),
                    "referralWithdraw",
                    Map.of("referral", id, "because", "It was about somebody else.")),
                "referralWithdraw"))
        .isEmpty();

    assertThat(changes(told.machine(), null))
        .extracting(Change::kind)
        .containsExactly("WITHDRAWAL");
  }

  @Test
  @DisplayName(
      "P8.2, question 23: a machine sees the purposes that its token names; others look unknown")
  void aScopeForEachPurpose() throws Exception {
    Told told = partnerWithMachine();
    shared(told.partner());
    Change first = changes(told.machine(), null).getFirst();
    String client = told.machine().authentication().getName();

    for (As narrow :
        List.of(
            As.machine(client),
            As.machine(client, "referral:manage", "referral:identify-wider-issues"),
            As.machine(client, "referral:safeguarding", "REFERRAL:SAFEGUARD", "openid"))) {
      assertThat(changes(narrow, null)).isEmpty();
      ask(narrow, STATUS, Map.of("id", first.version())).path("referralStatus").valueIsNull();
      var version = Map.of("referralVersion", first.version());
      assertThat(codes(act(narrow, "referralAcknowledge", version), "referralAcknowledge"))
          .containsExactly("NOT_FOUND");
      assertThat(codes(act(narrow, "referralRedeliver", version), "referralRedeliver"))
          .containsExactly("NOT_FOUND");
      assertThat(
              codes(
                  act(narrow, "referralReject", plus(version, "because", "NOT_OURS")),
                  "referralReject"))
          .containsExactly("NOT_FOUND");
      assertThat(
              codes(
                  act(narrow, "referralOutcomeRecord", plus(version, "outcome", "TAKEN_ON")),
                  "referralOutcomeRecord"))
          .containsExactly("NOT_FOUND");
    }

    As right = As.machine(client, "openid", "referral:safeguard");
    assertThat(changes(right, null)).extracting(Change::version).containsExactly(first.version());
    standing(new Told(told.partner(), told.key(), right), first, "VALID", 1);
  }

  @Test
  @DisplayName("question 23: behind its last day what was told has expired")
  void expires() throws Exception {
    Told told = partnerWithMachine();
    shared(told.partner());
    Change first = changes(told.machine(), null).getFirst();
    clock.set(Instant.parse("2027-01-31T23:59:00Z"));
    standing(told, first, "VALID", 1);
    clock.set(Instant.parse("2027-02-01T00:00:00Z"));
    standing(told, first, "EXPIRED", 1);
  }

  @Test
  @DisplayName("P8.2: whoever polls while much is released misses nothing and sees nothing twice")
  void commitSafeOrder() throws Exception {
    Told told = partnerWithMachine();
    var waiting = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      String id = proposed(proposal(told.partner()));
      act(
          As.dataProtectionOfficer(),
          "referralViewRecord",
          Map.of("referral", id, "inFavour", true, "reasons", "Proportionate."));
      waiting.add(id);
    }
    var seen = new ArrayList<String>();
    try (var releasing = Executors.newFixedThreadPool(4)) {
      List<Future<?>> releases = new ArrayList<>();
      for (String id : waiting) {
        releases.add(
            releasing.submit(
                () ->
                    act(
                        As.headOfCustomerServices(),
                        "referralAuthorise",
                        Map.of("referral", id, "reasons", "Because."))));
      }
      String after = null;
      while (seen.size() < 4 || !releases.stream().allMatch(Future::isDone)) {
        var variables = new HashMap<String, Object>();
        variables.put("after", after);
        var answer = ask(told.machine(), CHANGES, variables);
        seen.addAll(list(answer, "referralVersion"));
        if (!list(answer, "cursor").isEmpty()) {
          after = list(answer, "cursor").getLast();
        }
        if (releases.stream().allMatch(Future::isDone) && list(answer, "cursor").isEmpty()) {
          break;
        }
      }
      for (Future<?> release : releases) {
        release.get();
      }
    }
    assertThat(seen)
        .containsExactlyElementsOf(
            changes(told.machine(), null).stream().map(Change::version).toList())
        .hasSize(4);
  }

  @Test
  @DisplayName("T22: a key is changed on a Friday: rejected, delivered again, disclosed once")
  void aKeyIsRotated() throws Exception {
    Told told = partnerWithMachine();
    String id = shared(told.partner());
    Change first = changes(told.machine(), null).getFirst();
    var version = Map.of("referralVersion", first.version());

    act(told.machine(), "referralReject", plus(version, "because", "CANNOT_DECRYPT"))
        .path("referralReject.referralVersion.rejectedBecause")
        .entity(String.class)
        .isEqualTo("CANNOT_DECRYPT");
    assertThat(open(id)).contains("REFERRAL_REJECTED", "REFERRAL_ACKNOWLEDGEMENT");
    ECKey second = addKey(told.partner(), "second");
    plugins.bring(List.of());
    assertThat(codes(act(told.machine(), "referralRedeliver", version), "referralRedeliver"))
        .as("sent as it was rendered, whatever became of the form")
        .isEmpty();

    List<Change> all = changes(told.machine(), null);
    assertThat(all).extracting(Change::version).containsExactly(first.version(), first.version());
    assertThat(all).extracting(Change::keyName).containsExactly("first", "second");
    assertThat(form(opened(all.getLast(), second, told.machine()))).contains("for a week");
    assertThat(opened(all.getLast(), second, told.machine()).getJWTClaimsSet().getClaims())
        .isEqualTo(opened(first, told.key(), told.machine()).getJWTClaimsSet().getClaims());
    assertThat(codes(act(told.machine(), "referralAcknowledge", version), "referralAcknowledge"))
        .isEmpty();
    assertThat(codes(act(told.machine(), "referralRedeliver", version), "referralRedeliver"))
        .containsExactly("VERSION_ACKNOWLEDGED_ALREADY");
    assertThat(open(id)).as("chased until acknowledged").isEmpty();
    assertThat(
            jdbc.sql("select count(*) from sharing.referral_release where referral = ?")
                .param(GlobalId.uuid("Referral", id).orElseThrow())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("P8.2, T22: every reason against a proposal at once, and nothing is written")
  void refusesWhatTheProtocolDoesNotCover() throws Exception {
    String stranger = adultSocialCare();
    assertThat(
            codes(
                act(As.headOfService("housing"), "referralPropose", proposal(stranger)),
                "referralPropose"))
        .containsExactly("NO_LIVE_AGREEMENT");

    Told told = partnerWithMachine();
    var input = proposal(told.partner());
    List<Map<String, Object>> answers = answers("x");
    answers.removeIf(one -> one.get("field").equals("urgency"));
    answers.add(known("school", CANARY));
    answers.add(known("shoe-size", CANARY));
    answers.add(known("concern", "again"));
    input.put("answers", answers);
    input.put("limbs", List.of("COMMUNITY"));
    input.put("lawfulBasis", "LEGAL_OBLIGATION");
    input.put("consentReason", null);
    input.put("expiresOn", "2027-04-30");
    var refused = act(As.headOfService("housing"), "referralPropose", input);
    assertThat(codes(refused, "referralPropose"))
        .containsExactlyInAnyOrder(
            "TEXT_MISSING",
            "FIELDS_FORBIDDEN",
            "FIELDS_OUTSIDE_FORM",
            "FIELDS_TWICE",
            "FIELDS_MISSING",
            "LIMBS_OUTSIDE_AGREEMENT",
            "LAWFUL_BASIS_OUTSIDE_AGREEMENT",
            "REFERRAL_OUTLIVES_AGREEMENT");
    refused
        .path("referralPropose.refusals[*].message")
        .entityList(String.class)
        .satisfies(said -> assertThat(said).noneMatch(one -> one.contains(CANARY)));
    assertThat(
            jdbc.sql("select count(*) from sharing.referral where answers like ?")
                .param("%" + CANARY + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("T22: a disclosure record holds every field of the regulator's request template")
  void theRegulatorsTemplate() throws Exception {
    Told told = partnerWithMachine();
    var input = proposal(told.partner());
    var grounds = new HashMap<String, Object>();
    ((Map<?, ?>) input.get("grounds"))
        .forEach((field, said) -> grounds.put(String.valueOf(field), said));
    grounds.put("requestingBody", "Adult social care");
    grounds.put("requestedBy", "Ada Asker, team manager");
    grounds.put("requestedOn", "2026-11-20");
    grounds.put("lawEnforcement", "None: no competent authority processes it for that purpose.");
    var bare = new HashMap<String, Object>(grounds);
    bare.remove("extraConditions");
    bare.remove("requestingBody");
    assertThat(
            codes(
                act(As.headOfService("housing"), "referralPropose", plus(input, "grounds", bare)),
                "referralPropose"))
        .containsExactlyInAnyOrder("REQUEST_INCOMPLETE", "EXTRA_CONDITIONS_MISSING");

    String id = proposed(plus(input, "grounds", grounds));
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", id, "inFavour", true, "reasons", "Proportionate."));
    act(
        As.headOfCustomerServices(),
        "referralRefuse",
        Map.of("referral", id, "reasons", "They will be asked once more."));
    var record =
        ask(
            As.auditor(),
            """
            query ($id: ID!) { node(id: $id) { ... on Referral {
              partner { name } purpose lawfulBasis legalPower specialData consent consentReason
              emergency expiresOn agreement { reference }
              grounds { requestingBody requestedBy requestedOn description controllers necessity
                withLess riskOfSharing riskOfNotSharing extraConditions lawEnforcement
                impactAssessment retention security rights frequency }
              dataProtection { inFavour reasons by at }
              decision { shared reasons by post at } } } }
            """,
            Map.of("id", id));
    for (String field :
        List.of(
            "partner.name",
            "purpose",
            "lawfulBasis",
            "legalPower",
            "specialData",
            "consentReason",
            "agreement.reference",
            "dataProtection.reasons",
            "decision.shared",
            "decision.reasons",
            "decision.by",
            "decision.post",
            "decision.at")) {
      record.path("node." + field).hasValue();
    }
    grounds.forEach(
        (field, said) ->
            record.path("node.grounds." + field).entity(String.class).isEqualTo((String) said));
  }

  @Test
  @DisplayName(
      "T22: not without the view that it needs, not one's own, not when the agreement ran out")
  void whoDecidesAndWhen() throws Exception {
    Told told = partnerWithMachine();
    var input = proposal(told.partner());
    String own =
        act(As.headOfCustomerServices(), "referralPropose", input)
            .path("referralPropose.referral.id")
            .entity(String.class)
            .get();
    var reasons = Map.of("referral", own, "reasons", "Because.");
    assertThat(
            codes(
                act(As.headOfCustomerServices(), "referralAuthorise", reasons),
                "referralAuthorise"))
        .containsExactlyInAnyOrder("REFERRAL_OWN_PROPOSAL", "REFERRAL_VIEW_MISSING");
    assertThat(
            codes(
                act(As.headOfService("housing"), "referralAuthorise", reasons),
                "referralAuthorise"))
        .contains("REFERRAL_NOT_YOURS_TO_DECIDE");
    assertThat(forbidden(act(As.officer("housing"), "referralAuthorise", reasons))).isTrue();
    assertThat(forbidden(act(As.auditor(), "referralPropose", input))).isTrue();
    assertThat(forbidden(ask(As.integrator(), "{ referrals { totalCount } }", Map.of()))).isTrue();
    assertThat(forbidden(ask(As.legal(), CHANGES, Map.of()))).isTrue();

    String id = proposed(proposal(told.partner()));
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", id, "inFavour", false, "reasons", "Ask them once more."));
    clock.advance(Duration.ofDays(140));
    assertThat(
            codes(
                act(
                    As.headOfCustomerServices(),
                    "referralAuthorise",
                    Map.of("referral", id, "reasons", "Because.")),
                "referralAuthorise"))
        .contains("PARTNER_LAPSED", "REFERRAL_EXPIRED_ALREADY");
    clock.set(NOW);

    var refused =
        act(
            As.headOfCustomerServices(),
            "referralRefuse",
            Map.of("referral", id, "reasons", "They will be asked once more."));
    refused.path("referralRefuse.referral.decision.shared").entity(Boolean.class).isEqualTo(false);
    ask(As.auditor(), "{ disclosures(first: 100) { edges { node { id status } } } }", Map.of())
        .path("disclosures.edges[*].node.id")
        .entityList(String.class)
        .contains(id)
        .doesNotContain(own);
    assertThat(changes(told.machine(), null)).isEmpty();
  }

  @Test
  @DisplayName(
      "T22: vital interests: shared at once by the head of service, looked at the next day")
  void anEmergency() throws Exception {
    String partner = adultSocialCare();
    ECKey key = addKey(partner, "first");
    var input = proposal(partner);
    input.put("emergency", true);
    input.put("lawfulBasis", "VITAL_INTERESTS");
    input.put("legalPower", null);
    String id = proposed(input);
    var authorised =
        act(
            As.headOfService("housing"),
            "referralAuthorise",
            Map.of("referral", id, "reasons", "Danger to life."));
    assertThat(codes(authorised, "referralAuthorise")).isEmpty();
    As machine = machine(partner);
    assertThat(form(opened(changes(machine, null).getFirst(), key, machine)))
        .contains("for a week");

    UUID subject = GlobalId.uuid("Referral", id).orElseThrow();
    assertThat(duties.openFor(subject))
        .filteredOn(duty -> duty.kind().equals("REFERRAL_EMERGENCY_REVIEW"))
        .singleElement()
        .satisfies(duty -> assertThat(duty.dueOn()).isEqualTo(LocalDate.of(2026, 11, 24)));
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", id, "inFavour", true, "reasons", "Rightly so."));
    assertThat(open(id)).containsExactly("REFERRAL_ACKNOWLEDGEMENT");

    input.put("lawfulBasis", "PUBLIC_TASK");
    input.put("legalPower", "Care Act 2014");
    input.put("purpose", "MANAGE");
    assertThat(codes(act(As.headOfService("housing"), "referralPropose", input), "referralPropose"))
        .contains("EMERGENCY_NOT_VITAL", "FORM_NOT_FOR_PURPOSE");
  }

  @Test
  @DisplayName(
      "T22: a preview is what the partner would be given, and whose record it is, is logged")
  void preview() throws Exception {
    Told told = partnerWithMachine();
    String id = proposed(proposal(told.partner()));
    var answer =
        ask(
            As.headOfCustomerServices(),
            """
            query ($id: ID!) { referralPreview(referral: $id) { preview { fields
              artefacts { name mediaType text } } refusals { code } } }
            """,
            Map.of("id", id));
    answer
        .path("referralPreview.preview.fields")
        .entityList(String.class)
        .contains("concern")
        .doesNotContain("school");
    answer
        .path("referralPreview.preview.artefacts[0].text")
        .entity(String.class)
        .satisfies(text -> assertThat(text).contains("Nobody has seen them eat"));
    ask(
            As.auditor(),
            "{ referralExports { id purposes { purpose required forbidden } } }",
            Map.of())
        .path("referralExports[*].id")
        .entityList(String.class)
        .contains("sample-forms.adult-safeguarding-1", "sample-forms.community-safety-1");
  }

  @Test
  @DisplayName(
      "P8.2, T22, question 22: for machines, for spreadsheets, and on paper with the ban printed")
  void inEveryForm() throws Exception {
    Told told = partnerWithMachine();
    shared(told.partner());
    SignedJWT jws = opened(changes(told.machine(), null).getFirst(), told.key(), told.machine());
    List<?> artefacts = (List<?>) jws.getJWTClaimsSet().getClaim("artefacts");
    assertThat(artefacts)
        .extracting(one -> String.valueOf(((Map<?, ?>) one).get("mediaType")))
        .containsExactly("application/json", "text/csv", "application/pdf");
    byte[] pdf =
        Base64.getDecoder().decode(String.valueOf(((Map<?, ?>) artefacts.get(2)).get("content")));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
          .contains(
              "Nobody has seen them eat for a week.", "do not pass it on", "Not known", "Withheld");
      assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
  }

  @Test
  @DisplayName(
      "P8.2: an agreement pins its forms: no other is used, and none that is in use may leave")
  void anAgreementPinsItsForms() throws Exception {
    String adult = "sample-forms.adult-safeguarding-1";
    SampleForm next = SampleForm.ADULT.as("adult-safeguarding-2", "2.0");
    plugins.bring(List.of(SampleForm.ADULT, SampleForm.CHILD, next));
    Told told = partnerWithMachine(List.of(adult));
    assertThat(
            codes(
                act(
                    As.headOfService("housing"),
                    "referralPropose",
                    plus(proposal(told.partner()), "export", next.id().value())),
                "referralPropose"))
        .containsExactly("FORM_OUTSIDE_AGREEMENT");
    String id = proposed(proposal(told.partner()));
    assertThat(openWork.stream().flatMap(work -> work.of(Set.of("sample-forms")).stream()))
        .filteredOn(
            item -> item.about().toString().equals(id) || item.what().equals("SHARING_AGREEMENT"))
        .extracting(OpenPluginWork.Item::what, item -> item.extension().value())
        .contains(tuple("SHARING_AGREEMENT", adult), tuple("REFERRAL", adult));

    String other = adultSocialCare();
    var agreement =
        agreement(other, List.of("sample-forms.child-referral-1", "sample-forms.gone-1", "?"));
    assertThat(recorded(agreement)).containsExactly("NOT_FOUND");
    agreement.put("exports", List.of("sample-forms.child-referral-1", "sample-forms.gone-1"));
    assertThat(recorded(agreement)).containsExactly("FORM_FOR_ANOTHER_KIND", "NOT_FOUND");
  }

  @Test
  @DisplayName("a form that gives no answer shares nothing, and can be authorised once it does")
  void theFormFails() throws Exception {
    Told told = partnerWithMachine();
    String id = proposed(plus(proposal(told.partner()), "specialData", false));
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", id, "inFavour", true, "reasons", "Proportionate."));
    plugins.bring(List.of(SampleForm.ADULT.failing()));
    var reasons = Map.of("referral", id, "reasons", "Because.");
    assertThat(
            codes(
                act(As.headOfCustomerServices(), "referralAuthorise", reasons),
                "referralAuthorise"))
        .containsExactly("PLUGIN_FAILED");
    assertThat(changes(told.machine(), null)).isEmpty();
    plugins.clear();
    assertThat(
            codes(
                act(As.headOfCustomerServices(), "referralAuthorise", reasons),
                "referralAuthorise"))
        .isEmpty();
    assertThat(changes(told.machine(), null)).hasSize(1);
  }
}
