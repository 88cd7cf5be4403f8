package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Telling a partner about a person, from proposal to what came of it: P8.2, T22, questions 22–24.
 */
class ReferralTests extends PartnerStory {

  private static final String CANARY = "canary-7f3k";

  private static final String FIELDS =
      """
      referral { id version reference status needsView
        decision { shared reasons post } dataProtection { inFavour }
        versions { id number kind fetchedAt acknowledgedAt rejectedBecause outcome }
        availableActions { action allowed } }
      refusals { code path message }""";

  private static final String AGREEMENT =
      """
      mutation ($input: SharingAgreementRecordInput!) { sharingAgreementRecord(input: $input) {
        agreement { id version } refusals { code } } }
      """;

  private static final String CHANGES =
      """
      query ($after: String) { referralChanges(after: $after) { cursor more
        changes { cursor referralVersion reference number kind sealed keyName } } }
      """;

  private static final String STATUS =
      "query ($id: ID!) { referralStatus(referralVersion: $id) { standing latest } }";

  @Autowired RegisteringCustomers registering;
  @Autowired CurrentActor currentActor;
  @Autowired Duties duties;

  /** A partner with an agreement, a key and a machine. */
  private record Told(String partner, ECKey key, As machine) {}

  private Told partnerWithMachine() throws Exception {
    String partner = adultSocialCare();
    ECKey key = addKey(partner, "first");
    var agreement = new HashMap<String, Object>();
    agreement.put("partner", partner);
    agreement.put("purpose", "SAFEGUARD");
    agreement.put("limbs", List.of("PERSON"));
    agreement.put("lawfulBasis", "PUBLIC_TASK");
    agreement.put("legalPower", "Care Act 2014, section 42");
    agreement.put("reference", "DSA/2026/42");
    agreement.put("from", "2026-11-01");
    agreement.put("until", "2027-03-31");
    assertThat(
            codes(
                ask(As.dataProtectionOfficer(), AGREEMENT, Map.of("input", agreement)),
                "sharingAgreementRecord"))
        .isEmpty();
    return new Told(partner, key, machine(partner));
  }

  private String adultSocialCare() {
    return recordPartner(with(police(), "kind", "ADULT_SOCIAL_CARE"))
        .path("partnerRecord.partner.id")
        .entity(String.class)
        .get();
  }

  private ECKey addKey(String partner, String name) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID(name).generate();
    assertThat(
            codes(
                ask(
                    As.dataProtectionOfficer(),
                    """
                    mutation ($input: PartnerKeyAddInput!) { partnerKeyAdd(input: $input) {
                      refusals { code } } }
                    """,
                    Map.of(
                        "input",
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
                            name.equals("first") ? "2026-11-20" : "2026-11-23",
                            "until",
                            "2027-11-22"))),
                "partnerKeyAdd"))
        .isEmpty();
    return key;
  }

  private As machine(String partner) {
    String client = "machine-" + UUID.randomUUID();
    assertThat(
            codes(
                ask(
                    As.dataProtectionOfficer(),
                    """
                    mutation ($input: PartnerClientBindInput!) { partnerClientBind(input: $input) {
                      client refusals { code } } }
                    """,
                    Map.of("input", Map.of("partner", partner, "client", client))),
                "partnerClientBind"))
        .isEmpty();
    return As.person(client, "Partner machine", "INTEGRATOR");
  }

  private String customer() {
    return As.officer("housing")
        .call(
            () ->
                GlobalId.of(
                    "Customer",
                    done(() ->
                            registering.register(
                                new RegisteringCustomers.CustomerToRegister(
                                    CustomerKind.INDIVIDUAL,
                                    "Sam Subject",
                                    null,
                                    false,
                                    List.of(),
                                    Circumstances.NONE_KNOWN,
                                    null,
                                    null,
                                    List.of()),
                                currentActor.get(),
                                NOW))
                        .id()
                        .value()));
  }

  private static Map<String, Object> known(String field, String... entries) {
    return Map.of("field", field, "state", "KNOWN", "entries", List.of(entries));
  }

  private static Map<String, Object> unknown(String field, String state) {
    return Map.of("field", field, "state", state);
  }

  private static List<Map<String, Object>> answers(String concern) {
    return new ArrayList<>(
        List.of(
            known("referrer-name", "Hanna Head"),
            known("referrer-role", "Head of housing"),
            known("referrer-telephone", "01632 960001"),
            known("referrer-email", "housing@council.example"),
            known("subject-name", "Sam Subject"),
            unknown("subject-date-of-birth", "NOT_KNOWN"),
            known("subject-address", "1 Test Way"),
            known("care-and-support-needs", "Lives alone, needs help to eat."),
            known("concern", concern),
            known("urgency", "Within 24 hours"),
            unknown("duty-test", "NOT_APPLICABLE"),
            unknown("source-of-risk", "WITHHELD")));
  }

  private Map<String, Object> proposal(String partner) {
    var grounds = new HashMap<String, Object>();
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
    grounds.put("controllers", "SEPARATE");
    var input = new HashMap<String, Object>();
    input.put("customer", customer());
    input.put("partner", partner);
    input.put("export", "evenhand.adult-safeguarding");
    input.put("purpose", "SAFEGUARD");
    input.put("limbs", List.of("PERSON"));
    input.put("lawfulBasis", "PUBLIC_TASK");
    input.put("legalPower", "Care Act 2014, section 42");
    input.put("consent", "DECLINED");
    input.put("consentReason", "Said no; the risk is too great to leave it.");
    input.put("specialData", true);
    input.put("grounds", grounds);
    input.put("answers", answers("Nobody has seen them eat for a week."));
    input.put("expiresOn", "2027-01-31");
    return input;
  }

  private GraphQlTester.Response act(As who, String mutation, Map<String, ?> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    String fields =
        mutation.equals("referralPropose")
                || mutation.startsWith("referralView")
                || List.of(
                        "referralAuthorise",
                        "referralRefuse",
                        "referralCorrect",
                        "referralWithdraw")
                    .contains(mutation)
            ? FIELDS
            : "referralVersion { id number because releasedBy withheld { field } fetchedAt acknowledgedAt rejectedBecause outcome }"
                + " refusals { code }";
    return ask(
        who,
        "mutation ($input: "
            + type
            + "Input!) { "
            + mutation
            + "(input: $input) { "
            + fields
            + " } }",
        Map.of("input", input));
  }

  private String proposed(Map<String, ?> input) {
    var answer = act(As.headOfService("housing"), "referralPropose", input);
    assertThat(codes(answer, "referralPropose")).isEmpty();
    return answer.path("referralPropose.referral.id").entity(String.class).get();
  }

  private String shared(String partner) {
    String id = proposed(proposal(partner));
    assertThat(
            codes(
                act(
                    As.dataProtectionOfficer(),
                    "referralViewRecord",
                    Map.of("referral", id, "inFavour", true, "reasons", "Proportionate.")),
                "referralViewRecord"))
        .isEmpty();
    assertThat(
            codes(
                act(
                    As.headOfCustomerServices(),
                    "referralAuthorise",
                    Map.of("referral", id, "reasons", "Harm is likely without it.")),
                "referralAuthorise"))
        .isEmpty();
    return id;
  }

  private record Change(String version, String sealed, String kind, String keyName) {}

  private List<Change> changes(As machine, @Nullable String after) {
    var variables = new HashMap<String, Object>();
    variables.put("after", after);
    var answer = ask(machine, CHANGES, variables);
    List<String> versions = list(answer, "referralVersion");
    List<String> sealed = list(answer, "sealed");
    List<String> kinds = list(answer, "kind");
    List<String> keys = list(answer, "keyName");
    var found = new ArrayList<Change>();
    for (int i = 0; i < versions.size(); i++) {
      found.add(new Change(versions.get(i), sealed.get(i), kinds.get(i), keys.get(i)));
    }
    return found;
  }

  private static List<String> list(GraphQlTester.Response answer, String field) {
    return answer.path("referralChanges.changes[*]." + field).entityList(String.class).get();
  }

  /** As the partner does: opens with its own key, and checks the council's signature. */
  private SignedJWT opened(Change change, ECKey key, As machine) throws Exception {
    JWEObject jwe = JWEObject.parse(change.sealed());
    jwe.decrypt(new ECDHDecrypter(key));
    SignedJWT jws = jwe.getPayload().toSignedJWT();
    ECKey council =
        ask(machine, "{ referralSigningKeys }", Map.of())
            .path("referralSigningKeys")
            .entityList(String.class)
            .get()
            .stream()
            .map(ReferralTests::key)
            .filter(one -> one.getKeyID().equals(jws.getHeader().getKeyID()))
            .findFirst()
            .orElseThrow();
    assertThat(council.isPrivate()).isFalse();
    assertThat(jws.verify(new ECDSAVerifier(council))).isTrue();
    return jws;
  }

  private static ECKey key(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(SignedJWT jws) throws Exception {
    Object first = ((List<?>) jws.getJWTClaimsSet().getClaim("artefacts")).getFirst();
    return new String(
        Base64.getDecoder().decode(String.valueOf(((Map<?, ?>) first).get("content"))),
        StandardCharsets.UTF_8);
  }

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
        act(told.machine(), "referralOutcomeRecord", plus(version, "outcome", "TAKEN_ON"));
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
              versions { number kind fetchedAt acknowledgedAt outcome } } } }
            """,
            Map.of("id", id));
    disclosed.path("node.agreement.reference").entity(String.class).isEqualTo("DSA/2026/42");
    disclosed.path("node.versions[0].fetchedAt").hasValue();
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

  private List<String> open(String referral) {
    return duties.openFor(GlobalId.uuid("Referral", referral).orElseThrow()).stream()
        .map(duty -> duty.kind())
        .toList();
  }

  private static Map<String, Object> plus(Map<String, ?> input, String key, Object value) {
    var more = new HashMap<String, Object>(input);
    more.put(key, value);
    return more;
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
    assertThat(changes(As.person("machine-of-nobody", "M", "INTEGRATOR"), null)).isEmpty();
  }

  private void standing(Told told, Change change, String standing, int latest) {
    var answer = ask(told.machine(), STATUS, Map.of("id", change.version()));
    answer.path("referralStatus.standing").entity(String.class).isEqualTo(standing);
    answer.path("referralStatus.latest").entity(Integer.class).isEqualTo(latest);
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
    assertThat(codes(act(told.machine(), "referralRedeliver", version), "referralRedeliver"))
        .isEmpty();

    List<Change> all = changes(told.machine(), null);
    assertThat(all).extracting(Change::version).containsExactly(first.version(), first.version());
    assertThat(all).extracting(Change::keyName).containsExactly("first", "second");
    assertThat(form(opened(all.getLast(), second, told.machine()))).contains("for a week");
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
        .contains("evenhand.adult-safeguarding", "evenhand.community-safety");
  }
}
