package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Intake from the seats of those who use it: what is done, what is refused, what is forbidden. */
class IntakeGraphQlTests extends IntakeModuleTest {

  private static final String REGISTER =
      """
      mutation($input: CustomerRegisterInput!) {
        customerRegister(input: $input) {
          customer { id version reference kind name child electedMember
            identifiers { kind value shown confidence } registeredOn }
          refusals { code message path }
          warnings { code message parameters { name value } }
        }
      }
      """;

  private static final String REPORT =
      """
      mutation($input: ConcernReportInput!) {
        concernReport(input: $input) {
          concern { id version reference status ownerRole
            customer { name } withheld { field reason }
            serviceArea { code name }
            incidents { id occurredOn sourceGrade assault impact { minutesSpent stress }
              behaviours { code family label }
              obligations { id version kind status dueAt } }
            availableActions { action allowed mutation refusals { code } } }
          refusals { code message path }
        }
      }
      """;

  private static final String TRIAGE =
      """
      mutation($input: ConcernTriageInput!) {
        concernTriage(input: $input) {
          concern { id version status triagedBy feedback route }
          refusals { code path ... on AuthorityRefusal { whoMay } ... on StaleRefusal { current } }
          warnings { code }
        }
      }
      """;

  private static final String CUSTOMER =
      """
      query($id: ID!) {
        customer(id: $id) {
          name circumstances { vulnerable vulnerabilityNote }
          contacts(first: 10) { edges { node { note serviceArea { code } } } }
          incidents { edges { node { account concern { reference } } } }
          concerns { edges { node { reference } } }
          matters { reference }
          contactSummary(from: "2026-11-01", until: "2026-11-30") {
            total causedByUs percentCausedByUs byCause { cause contacts } }
          adjustments { what status channelsUnusable }
          withheld { field reason }
        }
      }
      """;

  static List<As> everyRole() {
    return As.everyRole().toList();
  }

  @Test
  @DisplayName("P2.1: an officer registers a customer and gets a reference to say on the telephone")
  void anOfficerRegistersACustomer() {
    var answer =
        ask(
            As.officer("housing"),
            REGISTER,
            Map.of(
                "input",
                Map.of(
                    "name",
                    "Gwen Graph",
                    "dateOfBirth",
                    "2012-05-06",
                    "identifiers",
                    List.of(
                        Map.of("kind", "EMAIL", "value", "Gwen@Graph.TEST"),
                        Map.of(
                            "kind",
                            "ADDRESS",
                            "value",
                            "1 Mill Lane",
                            "postcode",
                            "b797bz",
                            "confidence",
                            "CONFIRMED")))));

    answer.path("customerRegister.refusals").entityList(Object.class).hasSize(0);
    answer
        .path("customerRegister.customer.reference")
        .entity(String.class)
        .matches(r -> r.matches("C-.{4}-.{4}"));
    answer.path("customerRegister.customer.child").entity(Boolean.class).isEqualTo(true);
    answer
        .path("customerRegister.customer.identifiers[*].value")
        .entityList(String.class)
        .containsExactly("gwen@graph.test", "B79 7BZ/1 mill lane");
  }

  @Test
  @DisplayName("P2.1: a refusal says what is wrong, where, and in words")
  void refusalsNameTheirPlace() {
    var answer =
        ask(
            As.officer("housing"),
            REGISTER,
            Map.of(
                "input",
                Map.of(
                    "name",
                    "x".repeat(501),
                    "identifiers",
                    List.of(Map.of("kind", "TELEPHONE", "value", "none")))));

    answer.path("customerRegister.customer").valueIsNull();
    answer
        .path("customerRegister.refusals[*].code")
        .entityList(String.class)
        .containsExactly("TEXT_TOO_LONG", "IDENTIFIER_ILL_FORMED");
    answer
        .path("customerRegister.refusals[1].path")
        .entityList(String.class)
        .containsExactly("identifiers", "0", "value");
    answer
        .path("customerRegister.refusals[0].message")
        .entity(String.class)
        .isEqualTo("This text is too long: 500 characters at most.");
  }

  @Test
  @DisplayName("a second call with the same key registers nobody twice; another body is refused")
  void registersOnceUnderAKey() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> input = Map.of("input", Map.of("name", "Ike Once", "idempotencyKey", key));
    String first = reference(ask(As.officer("housing"), REGISTER, input));

    assertThat(reference(ask(As.officer("housing"), REGISTER, input))).isEqualTo(first);
    ask(
            As.officer("housing"),
            REGISTER,
            Map.of("input", Map.of("name", "Ike Twice", "idempotencyKey", key)))
        .path("customerRegister.refusals[0].code")
        .entity(String.class)
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("T20: customers are looked up by those whose work needs it; a member is forbidden")
  void looksUpCustomersByNeed(As who) {
    CustomerView customer = customer("Nell Need");
    Set<String> may =
        Set.of("officer-1", "hos-housing", "hofcs-1", "cmt-1", "dpo-1", "legal-1", "auditor-1");
    String query = "query($id: ID!) { customer(id: $id) { name } node(id: $id) { id } }";

    GraphQlTester.Response answer = ask(who, query, Map.of("id", id(customer)));

    if (may.contains(who.authentication().getName())) {
      answer.path("customer.name").entity(String.class).isEqualTo("Nell Need");
      answer.path("node.id").entity(String.class).isEqualTo(id(customer));
      assertThat(reads("customer", customer.id().value())).isEqualTo(1);
      assertThat(reads("node", customer.id().value())).isEqualTo(1);
    } else {
      answer
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(
                          e -> {
                            assertThat(e.getPath()).isEqualTo("customer");
                            assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN");
                          }));
      answer.path("node").valueIsNull();
      assertThat(reads("customer", customer.id().value())).isZero();
    }
  }

  @Test
  @DisplayName(
      "T20: an officer sees identity and their own service's dealings, and what is withheld")
  void showsAnOfficerTheirOwnService() {
    CustomerView customer =
        customer(
            new RegisteringCustomers.CustomerToRegister(
                CustomerKind.INDIVIDUAL,
                "Ola Own",
                null,
                false,
                List.of(),
                new Circumstances(true, "Bereaved", false, null),
                null,
                null,
                List.of()));
    As planner = As.person("planner-9", "Paula Planner", "OFFICER", "planning");
    log(planner, customer, PLANNING, "about the wall");
    log(As.officer("housing"), customer, HOUSING, "about the roof");
    report(planner, about(customer, PLANNING, incident(TODAY, "OFFENSIVE_REMARKS")));

    As housing = As.person("officer-9", "Otto Officer", "OFFICER", "housing");
    var seen = ask(housing, CUSTOMER, Map.of("id", id(customer)));
    seen.path("customer.contacts.edges[*].node.note")
        .entityList(String.class)
        .containsExactly("about the roof");
    seen.path("customer.incidents.edges").entityList(Object.class).hasSize(0);
    seen.path("customer.concerns.edges").entityList(Object.class).hasSize(0);
    seen.path("customer.circumstances").valueIsNull();
    seen.path("customer.withheld[*].field")
        .entityList(String.class)
        .contains("circumstances", "contacts", "incidents", "concerns");
    seen.path("customer.contactSummary.total").entity(Integer.class).isEqualTo(2);

    var whole = ask(As.headOfCustomerServices(), CUSTOMER, Map.of("id", id(customer)));
    whole
        .path("customer.contacts.edges[*].node.note")
        .entityList(String.class)
        .containsExactly("about the roof", "about the wall");
    whole.path("customer.incidents.edges").entityList(Object.class).hasSize(1);
    whole.path("customer.concerns.edges").entityList(Object.class).hasSize(1);
    whole
        .path("customer.circumstances.vulnerabilityNote")
        .entity(String.class)
        .isEqualTo("Bereaved");
    whole.path("customer.withheld").entityList(Object.class).hasSize(0);
  }

  @Test
  @DisplayName("customers are found by reference, telephone, email, postcode and words of a name")
  void findsCustomersByWhatIsKnown() {
    String number = "01827 " + (100_000 + (int) (Math.random() * 899_999));
    String word = "Zq" + UUID.randomUUID().toString().substring(0, 8);
    CustomerView customer =
        customer(
            "Élodie " + word,
            new RegisteringCustomers.IdentifierGiven(
                IdentifierKind.TELEPHONE, number, null, Confidence.CONFIRMED),
            new RegisteringCustomers.IdentifierGiven(
                IdentifierKind.EMAIL, word + "@post.test", null, Confidence.CONFIRMED));
    String query =
        "query($s: String) { customers(filter: {search: $s}) { edges { node { reference } cursor } totalCount } }";

    for (String search :
        List.of(
            customer.reference(),
            customer.reference().toLowerCase(java.util.Locale.ROOT),
            "+44 " + number.substring(1),
            word.toUpperCase(java.util.Locale.ROOT) + "@POST.test",
            "elodie " + word.substring(0, 6))) {
      var found = ask(As.officer("housing"), query, Map.of("s", search));
      found
          .path("customers.edges[*].node.reference")
          .entityList(String.class)
          .containsExactly(customer.reference());
      found.path("customers.totalCount").entity(Integer.class).isEqualTo(1);
    }
    ask(As.officer("housing"), query, Map.of("s", "' or 1=1 --"))
        .path("customers.edges")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  @DisplayName("pages follow each other without a gap or a repeat, in either order")
  void pagesThroughCustomers() {
    String word = "Pg" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 5; i++) {
      customer("Page " + word);
    }
    for (String order : List.of("NAME", "REGISTERED")) {
      var seen = new java.util.ArrayList<String>();
      String after = null;
      boolean more = true;
      while (more) {
        var variables = new HashMap<String, Object>();
        variables.put("s", word);
        variables.put("after", after);
        var page =
            ask(
                As.officer("housing"),
                "query($s: String, $after: String) { customers(filter: {search: $s}, orderBy: "
                    + order
                    + ", first: 2, after: $after) { edges { node { reference } }"
                    + " pageInfo { hasNextPage endCursor } } }",
                variables);
        seen.addAll(page.path("customers.edges[*].node.reference").entityList(String.class).get());
        more = page.path("customers.pageInfo.hasNextPage").entity(Boolean.class).get();
        after = page.path("customers.pageInfo.endCursor").entity(String.class).get();
      }
      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("P5.1, P6.2, P7.1: the one-minute form, and who deals with it")
  void theOneMinuteForm() {
    CustomerView customer = customer("Fay Form");
    var answer =
        ask(
            As.officer("housing"),
            REPORT,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(happened(Map.of("impact", Map.of("minutesSpent", 15)))))));

    answer.path("concernReport.refusals").entityList(Object.class).hasSize(0);
    answer
        .path("concernReport.concern.ownerRole")
        .entity(String.class)
        .isEqualTo("HEAD_OF_SERVICE");
    answer.path("concernReport.concern.customer.name").entity(String.class).isEqualTo("Fay Form");
    answer.path("concernReport.concern.serviceArea.name").entity(String.class).isEqualTo("Housing");
    answer
        .path("concernReport.concern.incidents[0].behaviours[0].label")
        .entity(String.class)
        .isEqualTo("Offensive, sexual or racist remarks");
    answer
        .path("concernReport.concern.incidents[0].behaviours[0].family")
        .entity(String.class)
        .isEqualTo("MANNER");
    answer
        .path("concernReport.concern.availableActions[?(@.action=='TRIAGE')].allowed")
        .entityList(Boolean.class)
        .containsExactly(false);
  }

  @Test
  @DisplayName(
      "T20: a member and a contractor may raise a concern but are not told who it is about")
  void anyoneMayRaiseAConcern() {
    CustomerView customer = customer("Ray Raised");
    for (As who : List.of(As.electedMember(), As.contractor("leisure"))) {
      var answer =
          ask(
              who,
              REPORT,
              Map.of(
                  "input",
                  Map.of("customer", id(customer), "incidents", List.of(happened(Map.of())))));
      answer.path("concernReport.refusals").entityList(Object.class).hasSize(0);
      answer.path("concernReport.concern.customer").valueIsNull();
      answer
          .path("concernReport.concern.withheld[0].field")
          .entity(String.class)
          .isEqualTo("customer");
    }
    var integrator =
        ask(
            As.integrator(),
            REPORT,
            Map.of("input", Map.of("incidents", List.of(happened(Map.of())))));
    integrator
        .errors()
        .satisfy(
            errors ->
                assertThat(errors.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }

  @Test
  @DisplayName("P5.1, F15: only the owner deals with a concern; the refusal names who it is")
  void onlyTheOwnerDealsWithIt() {
    ConcernView concern =
        report(
            As.officer("housing"),
            about(customer("Tess Triage"), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    Map<String, Object> input = triage(concern, "ACCEPT");

    ask(As.officer("housing"), TRIAGE, input)
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
    var other = ask(As.headOfService("leisure"), TRIAGE, input);
    other.path("concernTriage.concern").valueIsNull();
    other.path("concernTriage.refusals[0].code").entity(String.class).isEqualTo("NOT_THE_OWNER");
    other
        .path("concernTriage.refusals[0].whoMay")
        .entityList(String.class)
        .containsExactly("HEAD_OF_SERVICE");
    var owner = ask(As.headOfService("housing"), TRIAGE, input);
    owner.path("concernTriage.refusals").entityList(Object.class).hasSize(0);
    owner.path("concernTriage.concern.status").entity(String.class).isEqualTo("ACCEPTED");
    owner.path("concernTriage.concern.triagedBy").entity(String.class).isEqualTo("hos-housing");
    ask(As.headOfService("housing"), TRIAGE, input)
        .path("concernTriage.refusals[0].code")
        .entity(String.class)
        .isEqualTo("CONCERN_TRIAGED");
  }

  @Test
  void refusesADecisionOnAnOldReading() {
    ConcernView concern =
        report(
            As.officer("housing"),
            about(customer("Olive Old"), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    var input = new HashMap<String, Object>(inner(triage(concern, "ACCEPT")));
    input.put("expectedVersion", 7);

    var answer = ask(As.headOfService("housing"), TRIAGE, Map.of("input", input));

    answer.path("concernTriage.refusals[0].code").entity(String.class).isEqualTo("STALE");
    answer
        .path("concernTriage.refusals[0].current")
        .entity(Integer.class)
        .isEqualTo(concern.version());
  }

  @Test
  @DisplayName("P5.1, T20: each role sees the concerns that its work needs, and no other")
  void showsConcernsByNeed() {
    CustomerView customer = customer("Vic Visible");
    As reporter = As.person("rep-" + UUID.randomUUID(), "Rep Orter", "OFFICER", "housing");
    String housing =
        report(reporter, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")))
            .reference();
    String leisure =
        report(
                As.headOfService("leisure"),
                about(customer, LEISURE, incident(TODAY, "OFFENSIVE_REMARKS")))
            .reference();
    String corporate =
        report(
                As.headOfCustomerServices(),
                about(customer, null, incident(TODAY, "OFFENSIVE_REMARKS")))
            .reference();

    assertThat(concernsSeenBy(reporter, customer)).containsExactly(housing);
    assertThat(concernsSeenBy(As.headOfService("housing"), customer)).containsExactly(housing);
    assertThat(concernsSeenBy(As.contractor("leisure"), customer)).containsExactly(leisure);
    assertThat(concernsSeenBy(As.contractor("parks"), customer)).isEmpty();
    assertThat(concernsSeenBy(As.electedMember(), customer)).isEmpty();
    assertThat(concernsSeenBy(As.monitoringOfficer(), customer)).isEmpty();
    assertThat(concernsSeenBy(As.headOfCustomerServices(), customer))
        .containsExactlyInAnyOrder(housing, leisure, corporate);
    assertThat(reads("concerns", customer.id().value())).isPositive();
  }

  @Test
  @DisplayName(
      "P9.5: the police duty of an assault is listed until it is discharged with a reference")
  void dischargesTheObligation() {
    CustomerView customer = customer("Ash Sault");
    var reported =
        ask(
            As.officer("housing"),
            REPORT,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(happened(Map.of("assault", "PHYSICAL"))))));
    String obligation =
        reported
            .path("concernReport.concern.incidents[0].obligations[0].id")
            .entity(String.class)
            .get();
    String open =
        "{ obligations(filter: {status: OPEN, kind: POLICE_REPORT}, first: 100)"
            + " { edges { node { id incident { customer { name } } } } } }";
    assertThat(listed(As.headOfService("housing"), open)).contains(obligation);
    assertThat(listed(As.headOfService("leisure"), open)).doesNotContain(obligation);

    var done =
        ask(
            As.headOfService("housing"),
            """
            mutation($input: ObligationDischargeInput!) {
              obligationDischarge(input: $input) {
                obligation { status reportedTo reference answeredBy }
                refusals { code }
              }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "id",
                    obligation,
                    "expectedVersion",
                    0,
                    "reportedTo",
                    "Staffordshire Police",
                    "reportedAt",
                    "2026-11-23T09:45:00Z",
                    "reference",
                    "22-4711")));

    done.path("obligationDischarge.refusals").entityList(Object.class).hasSize(0);
    done.path("obligationDischarge.obligation.status").entity(String.class).isEqualTo("REPORTED");
    done.path("obligationDischarge.obligation.answeredBy")
        .entity(String.class)
        .isEqualTo("hos-housing");
    assertThat(listed(As.headOfService("housing"), open)).doesNotContain(obligation);
  }

  @Test
  @DisplayName("F3: asked for at the counter, decided by a head of service, refused to an officer")
  void adjustmentsThroughTheApi() {
    CustomerView customer = customer("Amy Adjust");
    var asked =
        ask(
            As.officer("housing"),
            """
            mutation($input: CustomerAdjustmentRequestInput!) {
              customerAdjustmentRequest(input: $input) {
                adjustment { id version status decideBy channelsUnusable } refusals { code }
              }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "what",
                    "WRITTEN_ONLY",
                    "channelsUnusable",
                    List.of("VIDEO", "PHONE"))));
    asked
        .path("customerAdjustmentRequest.adjustment.channelsUnusable")
        .entityList(String.class)
        .containsExactly("PHONE", "VIDEO", "FACE_TO_FACE", "HOME_VISIT");
    asked
        .path("customerAdjustmentRequest.adjustment.decideBy")
        .entity(String.class)
        .isEqualTo("2026-11-30");
    String id = asked.path("customerAdjustmentRequest.adjustment.id").entity(String.class).get();
    String decide =
        """
        mutation($input: CustomerAdjustmentDecideInput!) {
          customerAdjustmentDecide(input: $input) {
            adjustment { status decidedBy reason customer { reference } }
            refusals { code ... on AuthorityRefusal { whoMay } }
          }
        }
        """;
    Map<String, Object> input =
        Map.of(
            "input", Map.of("id", id, "expectedVersion", 0, "agreed", true, "reason", "It helps."));

    ask(As.officer("housing"), decide, input)
        .path("customerAdjustmentDecide.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_AUTHORISED");
    var agreed = ask(As.headOfService("planning"), decide, input);
    agreed
        .path("customerAdjustmentDecide.adjustment.status")
        .entity(String.class)
        .isEqualTo("AGREED");
    agreed
        .path("customerAdjustmentDecide.adjustment.customer.reference")
        .entity(String.class)
        .isEqualTo(customer.reference());
    ask(As.electedMember(), decide, input)
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }

  @Test
  @DisplayName("P6.3a, F16, T16: matter, representative and contact through the API")
  void logsAContactAboutAMatter() {
    CustomerView customer = customer("Lou Logged");
    String matter =
        ask(
                As.officer("planning"),
                """
                mutation($input: MatterRecordInput!) {
                  matterRecord(input: $input) {
                    matter { id standardMissed concluded serviceArea { code } } refusals { code }
                  }
                }
                """,
                Map.of(
                    "input",
                    Map.of(
                        "customer",
                        id(customer),
                        "reference",
                        "ENF/26/0113",
                        "system",
                        "Enforcement",
                        "serviceArea",
                        "planning",
                        "standardDue",
                        "2026-10-30")))
            .path("matterRecord.matter.id")
            .entity(String.class)
            .get();
    String advocate =
        ask(
                As.officer("planning"),
                """
                mutation($input: RepresentativeRecordInput!) {
                  representativeRecord(input: $input) {
                    representative { id authority } refusals { code }
                  }
                }
                """,
                Map.of(
                    "input",
                    Map.of(
                        "customer",
                        id(customer),
                        "name",
                        "Sam Advocate",
                        "capacity",
                        "housing advocate",
                        "startsOn",
                        "2026-11-01")))
            .path("representativeRecord.representative.id")
            .entity(String.class)
            .get();

    var logged =
        ask(
            As.officer("planning"),
            """
            mutation($input: ContactLogInput!) {
              contactLog(input: $input) {
                contact { causedByUs speaker at matter { reference } representative { name }
                  customer { name } }
                refusals { code path }
              }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "matter",
                    matter,
                    "serviceArea",
                    "planning",
                    "channel",
                    "PHONE",
                    "cause",
                    "SAME_AGAIN",
                    "speaker",
                    "REPRESENTATIVE",
                    "representative",
                    advocate)));

    logged.path("contactLog.refusals").entityList(Object.class).hasSize(0);
    logged.path("contactLog.contact.causedByUs").entity(Boolean.class).isEqualTo(true);
    logged.path("contactLog.contact.at").entity(String.class).isEqualTo("2026-11-23T10:00:00.000Z");
    logged
        .path("contactLog.contact.matter.reference")
        .entity(String.class)
        .isEqualTo("ENF/26/0113");
    logged
        .path("contactLog.contact.representative.name")
        .entity(String.class)
        .isEqualTo("Sam Advocate");
    logged.path("contactLog.contact.customer.name").entity(String.class).isEqualTo("Lou Logged");
    var summary = ask(As.headOfService("planning"), CUSTOMER, Map.of("id", id(customer)));
    summary.path("customer.contactSummary.percentCausedByUs").entity(Integer.class).isEqualTo(100);
    summary
        .path("customer.contactSummary.byCause[*].cause")
        .entityList(String.class)
        .hasSize(ContactCause.values().length);
  }

  @Test
  @DisplayName("ids that this API never gave out are refused like what does not exist")
  void refusesForeignIds() {
    for (String wrong :
        List.of(
            "no-id",
            GlobalId.of("Matter", UUID.randomUUID()),
            GlobalId.of("Customer", UUID.randomUUID()))) {
      var answer =
          ask(
              As.officer("housing"),
              REPORT,
              Map.of("input", Map.of("customer", wrong, "incidents", List.of(happened(Map.of())))));
      answer.path("concernReport.concern").valueIsNull();
      answer.path("concernReport.refusals[0].code").entity(String.class).isEqualTo("NOT_FOUND");
      answer
          .path("concernReport.refusals[0].path")
          .entityList(String.class)
          .containsExactly("customer");
    }
  }

  @Test
  @DisplayName("P7.1, T28: the catalogue is there for everybody, in its order")
  void showsTheCatalogue() {
    var answer =
        ask(
            As.contractor("leisure"),
            "{ behaviours { code family label patternOnly textNeeded } }",
            Map.of());

    answer.path("behaviours").entityList(Object.class).hasSize(18);
    answer.path("behaviours[17].code").entity(String.class).isEqualTo("OTHER");
    answer.path("behaviours[17].textNeeded").entity(Boolean.class).isEqualTo(true);
  }

  @Test
  @DisplayName("F18: an incident is added to a concern by those who see it, until it is closed")
  void addsAnIncident() {
    ConcernView concern =
        report(
            As.officer("housing"),
            about(customer("Ada Added"), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    String add =
        """
        mutation($input: IncidentRecordInput!) {
          incidentRecord(input: $input) {
            incident { behaviours { code } concern { reference } } refusals { code path }
          }
        }
        """;
    Map<String, Object> pattern =
        Map.of(
            "input",
            Map.of(
                "concern",
                GlobalId.of("Concern", concern.id().value()),
                "incident",
                happened(Map.of("behaviours", List.of("DECISION_NOT_ACCEPTED")))));

    var stranger = As.person("officer-8", "Stran Ger", "OFFICER", "housing");
    ask(stranger, add, pattern)
        .path("incidentRecord.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_FOUND");
    var first = ask(As.officer("housing"), add, pattern);
    first
        .path("incidentRecord.refusals[0].code")
        .entity(String.class)
        .isEqualTo("PATTERN_ON_FIRST_CONTACT");
    first
        .path("incidentRecord.refusals[0].path")
        .entityList(String.class)
        .containsExactly("incident", "behaviours");
    ask(As.headOfService("housing"), TRIAGE, triage(concern, "NO_FURTHER_ACTION"))
        .path("concernTriage.refusals")
        .entityList(Object.class)
        .hasSize(0);
    ask(As.officer("housing"), add, pattern)
        .path("incidentRecord.refusals[*].code")
        .entityList(String.class)
        .contains("CONCERN_CLOSED");
  }

  private void log(As who, CustomerView customer, ServiceAreaCode area, String note) {
    who.run(
        () ->
            done(
                () ->
                    logging.log(
                        new LoggingContacts.ContactToLog(
                            customer.id(),
                            null,
                            area,
                            Channel.PHONE,
                            ContactDirection.IN,
                            NOW.minusSeconds(note.length() * 60L),
                            ContactCause.FIRST_CONTACT,
                            null,
                            null,
                            Speaker.SELF,
                            null,
                            null,
                            note,
                            false,
                            false,
                            false),
                        currentActor.get(),
                        NOW)));
  }

  private List<String> concernsSeenBy(As who, CustomerView customer) {
    return ask(
            who,
            "query($c: ID) { concerns(filter: {customer: $c}) { edges { node { reference } } } }",
            Map.of("c", id(customer)))
        .path("concerns.edges[*].node.reference")
        .entityList(String.class)
        .get();
  }

  private List<String> listed(As who, String query) {
    return ask(who, query, Map.of())
        .path("obligations.edges[*].node.id")
        .entityList(String.class)
        .get();
  }

  private static String reference(GraphQlTester.Response answer) {
    return answer.path("customerRegister.customer.reference").entity(String.class).get();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> variables) {
    return (Map<String, Object>) variables.get("input");
  }

  private static Map<String, Object> triage(ConcernView concern, String outcome) {
    return Map.of(
        "input",
        Map.of(
            "id",
            GlobalId.of("Concern", concern.id().value()),
            "expectedVersion",
            concern.version(),
            "outcome",
            outcome,
            "reason",
            "A single remark, and an apology.",
            "feedback",
            "Thank you for telling us."));
  }

  private static Map<String, Object> happened(Map<String, Object> more) {
    var incident = new LinkedHashMap<String, Object>();
    incident.put("occurredOn", "2026-11-23");
    incident.put("channel", "PHONE");
    incident.put("behaviours", List.of("OFFENSIVE_REMARKS"));
    incident.put("account", "The call was ended after two requests to speak calmly.");
    incident.putAll(more);
    return incident;
  }

  private static final String INBOX =
      """
      query ($about: ID!) {
        inbox(filter: {about: $about}) {
          edges { node { kind code text urgency answeredBy settledAt } }
        }
      }
      """;

  @Test
  @DisplayName(
      "P5.1, T20: whoever reported a concern hears that it was dealt with, nobody else does")
  void theReporterHears() {
    As reporter = As.person("reporter-of-one", "Rhoda Reporter", "OFFICER", "housing");
    ConcernView concern =
        report(
            reporter,
            about(customer("Fran Feedback"), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    Map<String, Object> about = Map.of("about", GlobalId.of("Concern", concern.id().value()));
    ask(reporter, INBOX, about).path("inbox.edges").entityList(Object.class).hasSize(0);

    ask(As.headOfService("housing"), TRIAGE, triage(concern, "ACCEPT"))
        .path("concernTriage.refusals")
        .entityList(Object.class)
        .hasSize(0);

    var heard = ask(reporter, INBOX, about);
    heard.path("inbox.edges[*].node.kind").entityList(String.class).containsExactly("FEEDBACK");
    heard
        .path("inbox.edges[0].node.text")
        .entity(String.class)
        .isEqualTo(
            "Concern "
                + concern.reference()
                + ", which you reported, was dealt with. Open it to read what became of it.");
    for (As other : List.of(As.officer("housing"), As.headOfService("housing"))) {
      ask(other, INBOX, about).path("inbox.edges").entityList(Object.class).hasSize(0);
    }
  }

  @Test
  @DisplayName(
      "P9.5, P4.1: an assault is told to the head of service at once, until the police know")
  void theHeadIsToldOfAnAssaultAtOnce() {
    CustomerView customer = customer("Asa Sault");
    var reported =
        ask(
            As.officer("housing"),
            REPORT,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(happened(Map.of("assault", "VERBAL"))))));
    String incident =
        reported.path("concernReport.concern.incidents[0].id").entity(String.class).get();
    var told = ask(As.headOfService("housing"), INBOX, Map.of("about", incident));
    told.path("inbox.edges[*].node.urgency").entityList(String.class).containsExactly("IMMEDIATE");
    told.path("inbox.edges[0].node.answeredBy")
        .entity(String.class)
        .isEqualTo("obligationDischarge");
    told.path("inbox.edges[0].node.settledAt").valueIsNull();
    for (As other : List.of(As.headOfService("leisure"), As.officer("housing"))) {
      ask(other, INBOX, Map.of("about", incident))
          .path("inbox.edges")
          .entityList(Object.class)
          .hasSize(0);
    }

    ask(
            As.headOfService("housing"),
            """
            mutation ($input: ObligationDischargeInput!) {
              obligationDischarge(input: $input) { refusals { code } }
            }
            """,
            Map.of(
                "input",
                Map.of(
                    "id",
                    reported
                        .path("concernReport.concern.incidents[0].obligations[0].id")
                        .entity(String.class)
                        .get(),
                    "expectedVersion",
                    0,
                    "notReportedBecause",
                    "The officer concerned asked for it, and the line manager agrees.")))
        .path("obligationDischarge.refusals")
        .entityList(Object.class)
        .hasSize(0);
    ask(As.headOfService("housing"), INBOX, Map.of("about", incident))
        .path("inbox.edges[0].node.settledAt")
        .hasValue();
  }
}
