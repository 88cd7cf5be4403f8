package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.GlobalId;
import org.evenhand.spi.SharingPurpose;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.oauth2.jwt.Jwt;

/** With whom the council shares, and under what: P8.2, T22. */
class PartnersAndAgreementsTests extends PartnerStory {

  private static final String RECORD_AGREEMENT =
      """
      mutation ($input: SharingAgreementRecordInput!) { sharingAgreementRecord(input: $input) {
        agreement { id version purpose limbs live from until partner { id name } }
        refusals { code path message } warnings { code } } }
      """;

  @Autowired SharingAgreements agreements;

  private GraphQlTester.Response recordAgreement(Map<String, ?> input) {
    return ask(As.headOfCustomerServices(), RECORD_AGREEMENT, Map.of("input", input));
  }

  private static Map<String, Object> agreement(String partner) {
    var input = new HashMap<String, Object>();
    input.put("partner", partner);
    input.put("purpose", "SAFEGUARD");
    input.put("limbs", List.of("PERSON", "COMMUNITY"));
    input.put("lawfulBasis", "PUBLIC_TASK");
    input.put("legalPower", "Crime and Disorder Act 1998, section 115");
    input.put("reference", "DSA/2026/17");
    input.put("from", "2026-12-01");
    input.put("until", "2027-03-31");
    return input;
  }

  @Test
  @DisplayName("P8.2, T22: a partner is recorded with its standing, its officer and its address")
  void recordsAPartner() {
    var answer = recordPartner(police());

    assertThat(codes(answer, "partnerRecord")).isEmpty();
    answer.path("partnerRecord.partner.mayReceive").entity(Boolean.class).isEqualTo(true);
    answer.path("partnerRecord.partner.version").entity(Integer.class).isEqualTo(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "protocolVersion",
    "signedOn",
    "validUntil",
    "designatedOfficer",
    "secureAddress",
  })
  @DisplayName("T22: nothing of a signatory may be missing")
  void refusesASignatoryWithout(String part) {
    var answer = recordPartner(with(police(), part, null));

    assertThat(codes(answer, "partnerRecord")).containsExactly("NEEDED_OF_SIGNATORY");
    answer.path("partnerRecord.refusals[0].path").entityList(String.class).containsExactly(part);
    answer
        .path("partnerRecord.refusals[0].message")
        .entity(String.class)
        .isEqualTo("Nothing can be shared with a partner without this.");
    answer.path("partnerRecord.partner").valueIsNull();
  }

  @Test
  @DisplayName("T22: a recognised hub has signed nothing, but is reachable and has an end")
  void takesARecognisedHubWithoutASignature() {
    var hub =
        with(
            with(with(police(), "standing", "RECOGNISED"), "signedOn", null),
            "protocolVersion",
            null);

    assertThat(codes(recordPartner(hub), "partnerRecord")).isEmpty();
    var another = with(hub, "name", "Hub " + UUID.randomUUID());
    assertThat(codes(recordPartner(with(another, "secureAddress", null)), "partnerRecord"))
        .containsExactly("NEEDED_OF_SIGNATORY");
  }

  @ParameterizedTest(name = "{0}={1} is refused with {2}")
  @CsvSource({
    "signedOn, 2026-11-24, DAY_IN_THE_FUTURE",
    "validUntil, 2024-03-31, DAYS_REVERSED",
    "validUntil, 2026-11-22, PARTNER_LAPSED_ALREADY",
    "validUntil, 3026-11-22, DAY_OUT_OF_RANGE",
    "secureAddress, by post, SECURE_ADDRESS_MALFORMED",
    "secureAddress, http://open.example/drop, SECURE_ADDRESS_MALFORMED",
    "name, '  ', TEXT_MISSING",
  })
  void refusesWhatCannotBe(String key, String value, String code) {
    assertThat(codes(recordPartner(with(police(), key, value)), "partnerRecord")).contains(code);
  }

  @Test
  void refusesOverlongTextAndASecondPartnerOfOneName() {
    var first = police();
    recordPartner(first);

    assertThat(codes(recordPartner(with(police(), "name", "x".repeat(501))), "partnerRecord"))
        .containsExactly("TEXT_TOO_LONG");
    assertThat(
            codes(
                recordPartner(
                    with(police(), "name", ((String) first.get("name")).toUpperCase(Locale.ROOT))),
                "partnerRecord"))
        .containsExactly("PARTNER_NAME_TAKEN");
  }

  @Test
  void changesAPartnerOnlyFromTheVersionThatWasRead() {
    var input = police();
    String id = recordPartner(input).path("partnerRecord.partner.id").entity(String.class).get();
    var change = with(with(input, "partner", id), "validUntil", "2028-03-31");

    assertThat(codes(recordPartner(change), "partnerRecord")).containsExactly("VERSION_MISSING");
    assertThat(codes(recordPartner(with(change, "expectedVersion", 7)), "partnerRecord"))
        .containsExactly("STALE");
    var done = recordPartner(with(change, "expectedVersion", 0));
    assertThat(codes(done, "partnerRecord")).isEmpty();
    done.path("partnerRecord.partner.validUntil").entity(String.class).isEqualTo("2028-03-31");
    assertThat(
            jdbc.sql("select known_by from sharing.partner_history where id = ?")
                .param(GlobalId.uuid("Partner", id).orElseThrow())
                .query(String.class)
                .list())
        .containsExactly("dpo-1");
  }

  @Test
  void aSecondIdenticalRecordingReturnsTheFirst() {
    var input = with(police(), "idempotencyKey", UUID.randomUUID().toString());

    String first = recordPartner(input).path("partnerRecord.partner.id").entity(String.class).get();
    String second =
        recordPartner(input).path("partnerRecord.partner.id").entity(String.class).get();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void doesNotKnowIdsThatItNeverGaveOut() {
    assertThat(codes(recordPartner(with(police(), "partner", "nonsense")), "partnerRecord"))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(
                recordPartner(with(police(), "partner", GlobalId.of("Partner", UUID.randomUUID()))),
                "partnerRecord"))
        .containsExactly("NOT_FOUND");
    assertThat(codes(recordAgreement(agreement("nonsense")), "sharingAgreementRecord"))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(
                recordAgreement(with(agreement(partner()), "agreement", "nonsense")),
                "sharingAgreementRecord"))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("T22: an agreement has a partner, a purpose, limbs, a basis and its days")
  void recordsAnAgreement() {
    String partner = partner();

    var answer = recordAgreement(agreement(partner));

    assertThat(codes(answer, "sharingAgreementRecord")).isEmpty();
    answer
        .path("sharingAgreementRecord.agreement.limbs")
        .entityList(String.class)
        .containsExactly("PERSON", "COMMUNITY");
    answer
        .path("sharingAgreementRecord.agreement.partner.id")
        .entity(String.class)
        .isEqualTo(partner);
    answer.path("sharingAgreementRecord.agreement.live").entity(Boolean.class).isEqualTo(false);
  }

  @Test
  @DisplayName("T22: live on its days, for its purpose, while the partner may receive")
  void isLiveOnlyWhileEverythingHolds() {
    var input = police();
    String id = recordPartner(input).path("partnerRecord.partner.id").entity(String.class).get();
    recordAgreement(agreement(id));
    var partner = new PartnerId(GlobalId.uuid("Partner", id).orElseThrow());
    LocalDate first = LocalDate.of(2026, 12, 1);
    LocalDate last = LocalDate.of(2027, 3, 31);

    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, first)).isPresent();
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, last)).isPresent();
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, first.minusDays(1))).isEmpty();
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, last.plusDays(1))).isEmpty();
    assertThat(agreements.live(partner, SharingPurpose.MANAGE, first)).isEmpty();

    recordPartner(
        with(with(with(input, "partner", id), "expectedVersion", 0), "validUntil", "2027-01-31"));
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, LocalDate.of(2027, 1, 31)))
        .isPresent();
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, LocalDate.of(2027, 2, 1)))
        .isEmpty();

    recordPartner(
        with(
            with(with(with(input, "partner", id), "expectedVersion", 1), "standing", "WITHDRAWN"),
            "validUntil",
            "2027-01-31"));
    assertThat(agreements.live(partner, SharingPurpose.SAFEGUARD, first)).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1} is refused with {2}")
  @CsvSource({
    "until, 2026-11-30, DAYS_REVERSED",
    "until, 2027-04-01, AGREEMENT_OUTLIVES_SIGNATURE",
    "from, 1026-12-01, DAY_OUT_OF_RANGE",
    "legalPower, , LEGAL_POWER_MISSING",
    "reference, ' ', TEXT_MISSING",
  })
  @DisplayName("T22: an agreement without what it needs")
  void refusesAnAgreement(String key, @Nullable String value, String code) {
    assertThat(
            codes(
                recordAgreement(with(agreement(partner()), key, value)), "sharingAgreementRecord"))
        .containsExactly(code);
  }

  @Test
  @DisplayName("T22: without a limb there is no reason to share")
  void refusesAnAgreementWithoutALimb() {
    assertThat(
            codes(
                recordAgreement(with(agreement(partner()), "limbs", List.of())),
                "sharingAgreementRecord"))
        .containsExactly("LIMB_MISSING");
  }

  @Test
  @DisplayName("T22: none with a body that has not signed, or whose signature has run out")
  void refusesAnAgreementWithoutASignature() {
    var stranger = with(police(), "standing", "NOT_SIGNATORY");
    String id = recordPartner(stranger).path("partnerRecord.partner.id").entity(String.class).get();
    assertThat(codes(recordAgreement(agreement(id)), "sharingAgreementRecord"))
        .containsExactly("PARTNER_NOT_SIGNATORY");

    String lapsing = partner();
    clock.set(Instant.parse("2027-04-01T09:00:00Z"));
    var late = with(with(agreement(lapsing), "from", "2027-04-01"), "until", "2027-06-30");
    assertThat(codes(recordAgreement(late), "sharingAgreementRecord"))
        .containsExactly("PARTNER_LAPSED");
  }

  @Test
  void refusesAnAgreementThatIsOverOrThatRepeatsAnother() {
    String partner = partner();
    assertThat(
            codes(
                recordAgreement(
                    with(with(agreement(partner), "from", "2026-01-01"), "until", "2026-11-22")),
                "sharingAgreementRecord"))
        .containsExactly("AGREEMENT_ENDED_ALREADY");

    recordAgreement(agreement(partner));
    assertThat(
            codes(
                recordAgreement(with(agreement(partner), "from", "2027-03-31")),
                "sharingAgreementRecord"))
        .containsExactly("AGREEMENT_OVERLAPS");
    assertThat(
            codes(
                recordAgreement(with(agreement(partner), "purpose", "MANAGE")),
                "sharingAgreementRecord"))
        .as("another purpose, another agreement")
        .isEmpty();
  }

  @Test
  @DisplayName("T22: an agreement keeps its partner and its purpose; its days may be shortened")
  void changesOnlyTheTerms() {
    String partner = partner();
    String id =
        recordAgreement(agreement(partner))
            .path("sharingAgreementRecord.agreement.id")
            .entity(String.class)
            .get();
    var change = with(with(agreement(partner), "agreement", id), "expectedVersion", 0);

    assertThat(codes(recordAgreement(with(change, "purpose", "MANAGE")), "sharingAgreementRecord"))
        .containsExactly("AGREEMENT_PURPOSE_FIXED");
    assertThat(codes(recordAgreement(with(change, "partner", partner())), "sharingAgreementRecord"))
        .containsExactly("AGREEMENT_PARTNER_FIXED");
    var shortened = recordAgreement(with(change, "until", "2026-12-24"));
    assertThat(codes(shortened, "sharingAgreementRecord")).isEmpty();
    shortened
        .path("sharingAgreementRecord.agreement.until")
        .entity(String.class)
        .isEqualTo("2026-12-24");
    assertThat(
            codes(recordAgreement(with(change, "until", "2026-12-25")), "sharingAgreementRecord"))
        .containsExactly("STALE");
  }

  @Test
  void listsPartnersByNameAndAgreementsLatestFirstPageByPage() {
    String prefix = UUID.randomUUID().toString();
    for (String name : List.of("b", "A", "c")) {
      recordPartner(with(with(police(), "name", prefix + name), "kind", "PROBATION"));
    }
    var names = new ArrayList<String>();
    String after = null;
    do {
      var variables = new HashMap<String, Object>();
      variables.put("after", after);
      var page =
          ask(
              As.auditor(),
              """
              query ($after: String) { partners(first: 2, after: $after,
                  filter: { kind: PROBATION, mayReceiveOn: "2026-11-23" }) {
                totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } }
              """,
              variables);
      names.addAll(page.path("partners.edges[*].node.name").entityList(String.class).get());
      after =
          page.path("partners.pageInfo.hasNextPage").entity(Boolean.class).get()
              ? page.path("partners.pageInfo.endCursor").entity(String.class).get()
              : null;
    } while (after != null);
    assertThat(names.stream().filter(name -> name.startsWith(prefix)))
        .containsExactly(prefix + "A", prefix + "b", prefix + "c");

    String partner = partner();
    recordAgreement(with(agreement(partner), "until", "2026-12-31"));
    recordAgreement(with(agreement(partner), "from", "2027-01-01"));
    var listed =
        ask(
            As.auditor(),
            """
            query ($partner: ID!) {
              sharingAgreements(filter: { partner: $partner, purpose: SAFEGUARD }) {
                totalCount edges { node { from live(on: "2027-01-02") partner { name } } } }
              live: sharingAgreements(filter: { partner: $partner, liveOn: "2026-12-31" }) {
                edges { node { from } } }
              none: sharingAgreements(filter: { partner: "nonsense" }) { totalCount } }
            """,
            Map.of("partner", partner));
    listed
        .path("sharingAgreements.edges[*].node.from")
        .entityList(String.class)
        .containsExactly("2027-01-01", "2026-12-01");
    listed
        .path("sharingAgreements.edges[*].node.live")
        .entityList(Boolean.class)
        .containsExactly(true, false);
    listed.path("live.edges[*].node.from").entityList(String.class).containsExactly("2026-12-01");
    listed.path("none.totalCount").entity(Integer.class).isEqualTo(0);
  }

  @Test
  void findsPartnersAndAgreementsAsNodesForThoseWhoMayReadThem() {
    String partner = partner();
    String query = "query ($id: ID!) { node(id: $id) { id ... on Partner { name } } }";

    ask(As.auditor(), query, Map.of("id", partner))
        .path("node.id")
        .entity(String.class)
        .isEqualTo(partner);
    ask(As.officer("housing"), query, Map.of("id", partner)).path("node").valueIsNull();
  }

  static Stream<As> everyRole() {
    return As.everyRole();
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("the HofCS and the DPO record, the auditor reads too, nobody else may")
  void isForThoseWhoAnswerForSharing(As caller) {
    String role =
        ((Jwt) caller.authentication().getPrincipal()).getClaimAsStringList("roles").getFirst();
    boolean records = Set.of("HEAD_OF_CUSTOMER_SERVICES", "DATA_PROTECTION_OFFICER").contains(role);
    boolean reads = records || role.equals("AUDITOR");

    assertThat(forbidden(ask(caller, "{ partners { totalCount } }", Map.of()))).isEqualTo(!reads);
    assertThat(forbidden(ask(caller, "{ sharingAgreements { totalCount } }", Map.of())))
        .isEqualTo(!reads);
    assertThat(forbidden(ask(caller, RECORD_PARTNER, Map.of("input", police()))))
        .isEqualTo(!records);
    assertThat(forbidden(ask(caller, RECORD_AGREEMENT, Map.of("input", agreement("nonsense")))))
        .isEqualTo(!records);
  }
}
