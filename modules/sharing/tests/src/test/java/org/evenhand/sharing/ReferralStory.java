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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A referral on its way to a partner with a machine, for the tests of what becomes of it. */
abstract class ReferralStory extends PartnerStory {

  @Autowired RegisteringCustomers registering;
  @Autowired CurrentActor currentActor;
  @Autowired Duties duties;

  static final String FIELDS =
      """
      referral { id version reference status needsView
        decision { shared reasons post } dataProtection { inFavour }
        versions { id number kind fetchedAt acknowledgedAt rejectedBecause outcome }
        availableActions { action allowed } }
      refusals { code path message }""";

  static final String AGREEMENT =
      """
      mutation ($input: SharingAgreementRecordInput!) { sharingAgreementRecord(input: $input) {
        agreement { id version } refusals { code } } }
      """;

  static final String CHANGES =
      """
      query ($after: String) { referralChanges(after: $after) { cursor more
        changes { cursor referralVersion reference number kind sealed keyName } } }
      """;

  static final String STATUS =
      "query ($id: ID!) { referralStatus(referralVersion: $id) { standing latest } }";

  /** A partner with an agreement, a key and a machine. */
  record Told(String partner, ECKey key, As machine) {}

  Told partnerWithMachine() throws Exception {
    return partnerWithMachine(List.of());
  }

  Told partnerWithMachine(List<String> exports) throws Exception {
    String partner = adultSocialCare();
    ECKey key = addKey(partner, "first");
    assertThat(recorded(agreement(partner, exports))).isEmpty();
    return new Told(partner, key, machine(partner));
  }

  static Map<String, Object> agreement(String partner, List<String> exports) {
    var agreement = new HashMap<String, Object>();
    agreement.put("partner", partner);
    agreement.put("purpose", "SAFEGUARD");
    agreement.put("limbs", List.of("PERSON"));
    agreement.put("lawfulBasis", "PUBLIC_TASK");
    agreement.put("legalPower", "Care Act 2014, section 42");
    agreement.put("reference", "DSA/2026/42");
    agreement.put("from", "2026-11-01");
    agreement.put("until", "2027-03-31");
    agreement.put("exports", exports);
    return agreement;
  }

  List<String> recorded(Map<String, Object> agreement) {
    return codes(
        ask(As.dataProtectionOfficer(), AGREEMENT, Map.of("input", agreement)),
        "sharingAgreementRecord");
  }

  String adultSocialCare() {
    return recordPartner(with(police(), "kind", "ADULT_SOCIAL_CARE"))
        .path("partnerRecord.partner.id")
        .entity(String.class)
        .get();
  }

  ECKey addKey(String partner, String name) throws Exception {
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

  As machine(String partner) {
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
    return As.machine(client, ReferralScopes.all().toArray(String[]::new));
  }

  String customer() {
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

  static Map<String, Object> known(String field, String... entries) {
    return Map.of("field", field, "state", "KNOWN", "entries", List.of(entries));
  }

  static Map<String, Object> unknown(String field, String state) {
    return Map.of("field", field, "state", state);
  }

  static List<Map<String, Object>> answers(String concern) {
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

  Map<String, Object> proposal(String partner) {
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
    grounds.put("extraConditions", "Data Protection Act 2018, schedule 1, paragraph 18");
    var input = new HashMap<String, Object>();
    input.put("customer", customer());
    input.put("partner", partner);
    input.put("export", "sample-forms.adult-safeguarding-1");
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

  GraphQlTester.Response act(As who, String mutation, Map<String, ?> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    String fields =
        mutation.equals("referralPropose")
                || mutation.startsWith("referralView")
                || List.of(
                        "referralAuthorise",
                        "referralRefuse",
                        "referralCorrect",
                        "referralDeliver",
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

  String proposed(Map<String, ?> input) {
    var answer = act(As.headOfService("housing"), "referralPropose", input);
    assertThat(codes(answer, "referralPropose")).isEmpty();
    return answer.path("referralPropose.referral.id").entity(String.class).get();
  }

  String shared(String partner) {
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

  record Change(String version, String sealed, String kind, String keyName) {}

  List<Change> changes(As machine, @Nullable String after) {
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

  static List<String> list(GraphQlTester.Response answer, String field) {
    return answer.path("referralChanges.changes[*]." + field).entityList(String.class).get();
  }

  /** As the partner does: opens with its own key, and checks the council's signature. */
  SignedJWT opened(Change change, ECKey key, As machine) throws Exception {
    JWEObject jwe = JWEObject.parse(change.sealed());
    jwe.decrypt(new ECDHDecrypter(key));
    SignedJWT jws = jwe.getPayload().toSignedJWT();
    ECKey council =
        ask(machine, "{ referralSigningKeys }", Map.of())
            .path("referralSigningKeys")
            .entityList(String.class)
            .get()
            .stream()
            .map(ReferralStory::key)
            .filter(one -> one.getKeyID().equals(jws.getHeader().getKeyID()))
            .findFirst()
            .orElseThrow();
    assertThat(council.isPrivate()).isFalse();
    assertThat(jws.verify(new ECDSAVerifier(council))).isTrue();
    return jws;
  }

  static ECKey key(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  static String form(SignedJWT jws) throws Exception {
    Object first = ((List<?>) jws.getJWTClaimsSet().getClaim("artefacts")).getFirst();
    return new String(
        Base64.getDecoder().decode(String.valueOf(((Map<?, ?>) first).get("content"))),
        StandardCharsets.UTF_8);
  }

  List<String> open(String referral) {
    return duties.openFor(GlobalId.uuid("Referral", referral).orElseThrow()).stream()
        .map(duty -> duty.kind())
        .toList();
  }

  static Map<String, Object> plus(Map<String, ?> input, String key, Object value) {
    var more = new HashMap<String, Object>(input);
    more.put(key, value);
    return more;
  }

  void standing(Told told, Change change, String standing, int latest) {
    var answer = ask(told.machine(), STATUS, Map.of("id", change.version()));
    answer.path("referralStatus.standing").entity(String.class).isEqualTo(standing);
    answer.path("referralStatus.latest").entity(Integer.class).isEqualTo(latest);
  }
}
