package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.CustomerId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Considerations through the API, from each role's seat: happy, refused, forbidden. */
class ConsiderationGraphQlTests extends Story {

  private static final String ANSWER =
      """
       {
          consideration { id version status reference determineBy }
          refusals {
            __typename code message path
            parameters { name value }
            ... on MissingStepsRefusal { steps { code text } }
            ... on AuthorityRefusal { whoMay }
            ... on StaleRefusal { current }
          }
          warnings { code message }
        }
      }
      """;

  private Response act(As seat, String mutation, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    "mutation($input: "
                        + type
                        + "Input!) { answer: "
                        + mutation
                        + "(input: $input)"
                        + ANSWER)
                .variable("input", input)
                .execute());
  }

  private Response ask(As seat, String document, Map<String, Object> variables) {
    return seat.call(
        () -> {
          var request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  private static void isDone(Response response) {
    response.path("answer.refusals").entityList(Object.class).hasSize(0);
  }

  private static List<String> codes(Response response) {
    return response.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private static Map<String, Object> with(Map<String, Object> input, String key, Object value) {
    var changed = new HashMap<>(input);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, Object> opening(CustomerId customer, ConcernView concern) {
    return Map.of(
        "customer",
        gid(customer),
        "leadService",
        "housing",
        "concerns",
        List.of(gid(concern)),
        "why",
        "Offensive remarks at the desk, twice");
  }

  private static Map<String, Object> determining(String consideration) {
    return Map.of(
        "consideration",
        consideration,
        "category",
        "UNREASONABLE",
        "grievance",
        "NOT_JUSTIFIED",
        "grievanceReasons",
        "The tap was mended in time",
        "hinders",
        true,
        "hindrance",
        "The desk closed for forty minutes",
        "pattern",
        "ISOLATED",
        "restrictiveAllowed",
        true,
        "reasons",
        "Remarks offended; the desk closed; a quieter word did not help");
  }

  @Test
  @DisplayName("P4.2, P8.0, F5, F20, T4, T24: the whole way from a concern to a decision")
  void fromAConcernToADecision() {
    CustomerId customer = customer("Gwen Graph");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(30), MONDAY.minusDays(3));
    As head = As.headOfService("housing");

    Response opened = act(head, "considerationOpen", opening(customer, concern));
    isDone(opened);
    String id = opened.path("answer.consideration.id").entity(String.class).get();
    opened.path("answer.consideration.status").entity(String.class).isEqualTo("OPEN");
    opened.path("answer.consideration.determineBy").entity(String.class).isEqualTo("2026-12-21");

    Response tooEarly = act(head, "considerationDetermine", determining(id));
    tooEarly
        .path("answer.refusals[0].steps[*].code")
        .entityList(String.class)
        .containsExactly(
            "ADVICE_CONSIDERED",
            "CHECK_RECORDED",
            "CHECK_INVESTIGATED",
            "CHECK_DECISION_RIGHT",
            "CHECK_COMMUNICATION",
            "CHECK_NEW_INFORMATION",
            "REPRESENTATIONS",
            "CIRCUMSTANCES",
            "OTHERS_AFFECTED",
            "WARNING");
    tooEarly
        .path("answer.refusals[0].steps[0].text")
        .entity(String.class)
        .satisfies(text -> assertThat(text).doesNotContain("step."));

    isDone(
        act(
            head,
            "considerationAdvise",
            Map.of("consideration", id, "kind", "CONSIDERED", "note", "Two incidents")));
    adviceWaits(id, true);
    isDone(
        act(
            As.headOfCustomerServices(),
            "adviceAcknowledge",
            Map.of("consideration", id, "kind", "CONSIDERED")));
    adviceWaits(id, false);
    for (CheckKind kind : CheckKind.values()) {
      isDone(
          act(
              head,
              "considerationCheckRecord",
              Map.of(
                  "consideration",
                  id,
                  "check",
                  kind.name(),
                  "answer",
                  "SATISFIED",
                  "evidence",
                  "Repairs log",
                  "decidedBy",
                  "repairs-1")));
    }
    isDone(
        act(
            head,
            "representationRecord",
            Map.of(
                "consideration",
                id,
                "kind",
                "RECEIVED",
                "on",
                "2026-11-23",
                "account",
                "I was upset about the tap")));
    isDone(
        act(
            head,
            "considerationAssess",
            Map.of(
                "consideration",
                id,
                "couldArise",
                "NOT_KNOWN",
                "circumstances",
                "Asked; help offered to say so",
                "othersAffected",
                "Lives alone",
                "warningDispensedBecause",
                "The remarks held a threat")));

    Response decided = act(head, "considerationDetermine", determining(id));
    isDone(decided);
    decided.path("answer.consideration.status").entity(String.class).isEqualTo("DETERMINED");
    decided
        .path("answer.warnings[*].code")
        .entityList(String.class)
        .contains("POLICY_ADOPTED_ONLY");
    isDone(act(head, "considerationAdvise", Map.of("consideration", id, "kind", "DETERMINED")));

    Response seen = ask(As.headOfCustomerServices(), WHOLE, Map.of("id", id));
    seen.path("consideration.determination.category")
        .entity(String.class)
        .isEqualTo("UNREASONABLE");
    seen.path("consideration.determination.policyVersion.label")
        .entity(String.class)
        .isEqualTo("test-1");
    seen.path("consideration.customer.name").entity(String.class).isEqualTo("Gwen Graph");
    seen.path("consideration.scope.leadService.code").entity(String.class).isEqualTo("housing");
    seen.path("consideration.scope.corporate").entity(Boolean.class).isEqualTo(false);
    seen.path("consideration.concerns").entityList(Object.class).hasSize(1);
    seen.path("consideration.incidents").entityList(Object.class).hasSize(2);
    seen.path("consideration.checks").entityList(Object.class).hasSize(5);
    seen.path("consideration.checks[0].history").entityList(Object.class).hasSize(1);
    seen.path("consideration.involvement[*].kind")
        .entityList(String.class)
        .contains("CONSIDERED", "DECIDED");
    seen.path("consideration.advice[*].kind")
        .entityList(String.class)
        .containsExactly("CONSIDERED", "DETERMINED");
  }

  /**
   * The advice lies in the inbox of the head of customer services until they gave their receipt.
   */
  private void adviceWaits(String consideration, boolean waits) {
    Response inbox =
        ask(
            As.headOfCustomerServices(),
            """
            query ($id: ID!) {
              inbox(filter: {about: $id, kind: ADVICE}) {
                edges { node { text answeredBy settledAt } }
              }
            }
            """,
            Map.of("id", consideration));
    inbox
        .path("inbox.edges[*].node.answeredBy")
        .entityList(String.class)
        .containsExactly("adviceAcknowledge");
    inbox
        .path("inbox.edges[0].node.text")
        .entity(String.class)
        .isEqualTo("To do by 25 November 2026: Read that behaviour is being considered.");
    if (waits) {
      inbox.path("inbox.edges[0].node.settledAt").valueIsNull();
    } else {
      inbox.path("inbox.edges[0].node.settledAt").hasValue();
    }
  }

  private static final String WHOLE =
      """
      query($id: ID!) {
        consideration(id: $id) {
          customer { name }
          scope {
            leadService { code } otherServices { code } buildings { code }
            wholeCouncil organisationRisk corporate corporateCauses
          }
          why openedAt openedBy openedAs
          concerns { reference }
          incidents { id }
          boundMembers { member { name } incidents { id } }
          checks { kind latest { answer evidence by at decidedBy } history { answer reason } }
          representations { kind on byDate account reason by at }
          advice { kind note by at acknowledgedBy acknowledgedAt }
          assessment {
            couldArise circumstances affected othersAffected warningDispensedBecause by at
            unrelatedMatters { reason matter { id } }
          }
          protection { safeguardingLead mayProceed reasons noticeTo noticeOn }
          determination {
            category designates grievance grievanceReasons hinders hindrance pattern ourShare
            manner restrictiveAllowed mannerOnly reasons policyAdoptedOnly by decidedAs at
            policyVersion { label }
          }
          involvement { person kind note disqualifies recordedBy at }
          closing { cause reason by at }
        }
      }
      """;

  @Test
  @DisplayName("Question 6, F1: readiness names every precondition, done or missing")
  void showsReadiness() {
    ConsiderationView opened = considered(customer("Reg Ready"));
    String document =
        """
        query($id: ID!) {
          consideration(id: $id) {
            readiness { ready items { code text need state parameters { name value } } }
          }
        }
        """;

    Response before = ask(As.headOfService("housing"), document, Map.of("id", gid(opened)));
    before.path("consideration.readiness.ready").entity(Boolean.class).isEqualTo(false);
    before.path("consideration.readiness.items").entityList(Object.class).hasSize(18);
    before
        .path("consideration.readiness.items[?(@.code=='REPRESENTATIONS')].state")
        .entityList(String.class)
        .containsExactly("MISSING");
    before
        .path("consideration.readiness.items[*].text")
        .entityList(String.class)
        .satisfies(texts -> assertThat(texts).noneMatch(t -> t.startsWith("step.")));
    prepare(opened);
    ask(As.headOfService("housing"), document, Map.of("id", gid(opened)))
        .path("consideration.readiness.ready")
        .entity(Boolean.class)
        .isEqualTo(true);
  }

  @Test
  @DisplayName("Question 5, P6.1, P6.3a: what stands behind the behaviour, in numbers")
  void showsThePattern() {
    CustomerId customer = customer("Paul Pattern");
    called(customer, ContactCause.FIRST_CONTACT);
    called(customer, ContactCause.MISSED_STANDARD);
    called(customer, ContactCause.MISSED_STANDARD);
    called(customer, ContactCause.SAME_AGAIN);
    ConsiderationView opened = considered(customer);

    Response seen =
        ask(
            As.headOfService("housing"),
            """
            query($id: ID!) {
              consideration(id: $id) {
                pattern {
                  from until contacts contactsWeCaused percentWeCaused
                  contactsByCause { cause contacts } contactsUsingARight missedStandards
                  unfinishedMatters { reference }
                  incidents incidentDays firstIncidentOn lastIncidentOn
                  incidentsByFamily { family incidents } services { code }
                }
              }
            }
            """,
            Map.of("id", gid(opened)));

    seen.path("consideration.pattern.contacts").entity(Integer.class).isEqualTo(4);
    seen.path("consideration.pattern.contactsWeCaused").entity(Integer.class).isEqualTo(2);
    seen.path("consideration.pattern.percentWeCaused").entity(Integer.class).isEqualTo(50);
    seen.path("consideration.pattern.contactsByCause").entityList(Object.class).hasSize(5);
    seen.path("consideration.pattern.incidents").entity(Integer.class).isEqualTo(2);
    seen.path("consideration.pattern.incidentDays").entity(Integer.class).isEqualTo(2);
    seen.path("consideration.pattern.lastIncidentOn")
        .entity(String.class)
        .isEqualTo(MONDAY.minusDays(3).toString());
    seen.path("consideration.pattern.incidentsByFamily[0].family")
        .entity(String.class)
        .isEqualTo("MANNER");
    seen.path("consideration.pattern.services[*].code")
        .entityList(String.class)
        .containsExactly("housing");
  }

  @Test
  @DisplayName("What may I do: from the same table that guards the acts")
  void showsAvailableActions() {
    ConsiderationView opened = considered(customer("Abe Action"));
    String document =
        """
        query($id: ID!) {
          consideration(id: $id) {
            availableActions { action allowed due mutation refusals { code message } }
          }
        }
        """;

    Response head = ask(As.headOfService("housing"), document, Map.of("id", gid(opened)));
    head.path("consideration.availableActions[?(@.allowed==true)].action")
        .entityList(String.class)
        .containsExactly(
            "RECORD_CHECK",
            "RECORD_REPRESENTATION",
            "ASSESS",
            "CHANGE_SCOPE",
            "NAME_INCIDENTS",
            "RECORD_PROTECTION",
            "RECORD_INVOLVEMENT",
            "ADVISE_CONSIDERED",
            "RECORD_NEW_INFORMATION",
            "ISSUE_WARNING",
            "START_MONITORING",
            "RECORD_STRATEGY_MEETING",
            "CLOSE");
    head.path("consideration.availableActions[?(@.action=='DETERMINE')].due")
        .entityList(String.class)
        .containsExactly("2026-12-21");
    Response auditor = ask(As.auditor(), document, Map.of("id", gid(opened)));
    auditor
        .path("consideration.availableActions[?(@.allowed==true)].action")
        .entityList(String.class)
        .hasSize(0);
  }

  static Stream<Arguments> findingsThatDoNotHold() {
    return Stream.of(
        Arguments.of(
            "P6.2, T1: contact that hinders nobody is not designated",
            Map.of("hinders", false),
            "HINDRANCE_NOT_FOUND"),
        Arguments.of(
            "P6.1, T2: what is isolated is no persistence",
            Map.of("category", "UNREASONABLY_PERSISTENT", "ourShare", "None of it was ours"),
            "PATTERN_CONTRADICTS_CATEGORY"),
        Arguments.of(
            "P6.3a: persistence is weighed in the light of the contact that we caused",
            Map.of("category", "UNREASONABLY_PERSISTENT", "pattern", "ACCUMULATION"),
            "OUR_SHARE_NOT_WEIGHED"),
        Arguments.of(
            "P6.3b, T1: cause needs a grievance that is justified",
            Map.of("category", "PERSISTENT_WITH_CAUSE", "restrictiveAllowed", false),
            "CAUSE_NOT_FOUND"),
        Arguments.of(
            "P6.3b, T1: with cause, restriction needs a finding about manner",
            Map.of("category", "PERSISTENT_WITH_CAUSE", "grievance", "JUSTIFIED"),
            "MANNER_FINDING_MISSING"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("findingsThatDoNotHold")
  void refusesFindingsThatDoNotHold(String rule, Map<String, Object> found, String code) {
    ConsiderationView prepared = considered(customer("Fern Finding"));
    prepare(prepared);
    var input = new HashMap<>(determining(gid(prepared)));
    input.putAll(found);

    Response refused = act(As.headOfService("housing"), "considerationDetermine", input);

    assertThat(codes(refused)).containsExactly(code);
    assertThat(considerations.find(prepared.id()).orElseThrow().determination()).isNull();
    isDone(act(As.headOfService("housing"), "considerationDetermine", determining(gid(prepared))));
  }

  @Test
  @DisplayName("F14: restrictive action waits until it is said who else is affected")
  void asksWhoElseIsAffected() {
    ConsiderationView prepared = considered(customer("Olwen Others"));
    prepare(prepared);
    As head = As.headOfService("housing");
    isDone(
        act(
            head,
            "considerationAssess",
            Map.of(
                "consideration",
                gid(prepared),
                "couldArise",
                "NO",
                "circumstances",
                "No need known; none asked for")));

    Response refused = act(head, "considerationDetermine", determining(gid(prepared)));

    refused
        .path("answer.refusals[0].steps[*].code")
        .entityList(String.class)
        .containsExactly("OTHERS_AFFECTED");
    isDone(
        act(
            head,
            "considerationDetermine",
            with(determining(gid(prepared)), "restrictiveAllowed", false)));
  }

  @Test
  @DisplayName("F15, T5: the refusal names who may decide")
  void refusesWithoutThePower() {
    CustomerId customer = customer("Arthur Authority");
    ConcernView here = accepted(customer, HOUSING, MONDAY.minusDays(9));
    String id =
        act(
                As.headOfService("housing"),
                "considerationOpen",
                with(opening(customer, here), "buildings", List.of("town-hall", "library")))
            .path("answer.consideration.id")
            .entity(String.class)
            .get();

    Response refused = act(As.headOfService("housing"), "considerationDetermine", determining(id));

    refused
        .path("answer.refusals[?(@.__typename=='AuthorityRefusal')].whoMay[*]")
        .entityList(String.class)
        .containsExactly("HEAD_OF_CUSTOMER_SERVICES");
  }

  @Test
  @DisplayName("T20: a head of another service does not learn that there is a case")
  void hidesACaseFromOtherServices() {
    ConsiderationView opened = considered(customer("Hetty Hidden"));
    As stranger = As.headOfService("leisure");

    ask(stranger, "query($id: ID!) { consideration(id: $id) { id } }", Map.of("id", gid(opened)))
        .path("consideration")
        .valueIsNull();
    ask(stranger, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", gid(opened)))
        .path("node")
        .valueIsNull();
    assertThat(
            codes(
                act(
                    stranger,
                    "considerationAdvise",
                    Map.of("consideration", gid(opened), "kind", "CONSIDERED"))))
        .containsExactly("NOT_FOUND");
    assertThat(entries("R", "consideration", opened.customerId().value())).isZero();
  }

  @Test
  @DisplayName("T20: every read of a person's case is logged before the answer")
  void logsEveryRead() {
    ConsiderationView opened = considered(customer("Lola Logged"));
    UUID person = opened.customerId().value();

    ask(
            As.legal(),
            "query($id: ID!) { consideration(id: $id) { reference } node(id: $id) { id } }",
            Map.of("id", gid(opened)))
        .path("consideration.reference")
        .entity(String.class)
        .isEqualTo(opened.reference());

    assertThat(entries("R", "consideration", person)).isOne();
    assertThat(entries("R", "node", person)).isOne();
  }

  @Test
  @DisplayName("P5.1: considerations by status, service and mine, a page at a time")
  void listsConsiderations() {
    CustomerId customer = customer("Cleo Connection");
    ConsiderationView opened = considered(customer);
    String document =
        """
        query($filter: ConsiderationFilter, $first: Int, $after: String) {
          considerations(filter: $filter, first: $first, after: $after) {
            edges { cursor node { id customer { id } scope { leadService { code } } } }
            pageInfo { hasNextPage endCursor }
            totalCount
          }
        }
        """;
    As head = As.headOfService("housing");

    ask(head, document, Map.of("filter", Map.of("customer", gid(customer))))
        .path("considerations.edges[*].node.id")
        .entityList(String.class)
        .containsExactly(gid(opened));
    ask(head, document, Map.of("filter", Map.of("customer", gid(customer), "status", "DETERMINED")))
        .path("considerations.totalCount")
        .entity(Integer.class)
        .isEqualTo(0);
    ask(head, document, Map.of("filter", Map.of("customer", gid(customer), "service", "leisure")))
        .path("considerations.edges")
        .entityList(Object.class)
        .hasSize(0);
    ask(
            As.headOfCustomerServices(),
            document,
            Map.of("filter", Map.of("customer", gid(customer), "mine", true)))
        .path("considerations.edges")
        .entityList(Object.class)
        .hasSize(0);
    ask(As.headOfService("leisure"), document, Map.of("filter", Map.of("customer", gid(customer))))
        .path("considerations.edges")
        .entityList(Object.class)
        .hasSize(0);
    ask(head, document, Map.of("filter", Map.of("customer", "nonsense")))
        .path("considerations.edges")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  void pagesThroughACustomersConsiderations() {
    CustomerId customer = customer("Petra Pages");
    ConsiderationView first = considered(customer);
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.close(
                            new Considering.Close(
                                first.id(), CloseCause.OPENED_IN_ERROR, "Wrong form", null))));
    clock.set(MONDAY_TEN.plusSeconds(60));
    ConsiderationView second = considered(customer);
    String document =
        """
        query($id: ID!, $after: String) {
          customer(id: $id) {
            considerations(first: 1, after: $after) {
              edges { node { id } } pageInfo { hasNextPage endCursor } totalCount
            }
          }
        }
        """;
    As head = As.headOfService("housing");

    Response one = ask(head, document, Map.of("id", gid(customer)));
    one.path("customer.considerations.edges[*].node.id")
        .entityList(String.class)
        .containsExactly(gid(second));
    one.path("customer.considerations.totalCount").entity(Integer.class).isEqualTo(2);
    String cursor =
        one.path("customer.considerations.pageInfo.endCursor").entity(String.class).get();
    Response two = ask(head, document, Map.of("id", gid(customer), "after", cursor));
    two.path("customer.considerations.edges[*].node.id")
        .entityList(String.class)
        .containsExactly(gid(first));
    two.path("customer.considerations.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    ask(As.officer("housing"), document, Map.of("id", gid(customer)))
        .path("customer.considerations")
        .valueIsNull();
  }

  @Test
  @DisplayName("A second identical act returns the first result; another body is refused")
  void answersTheSameActOnce() {
    CustomerId customer = customer("Ike Idem");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(3));
    As head = As.headOfService("housing");
    var input = with(opening(customer, concern), "idempotencyKey", "open-ike");

    String once =
        act(head, "considerationOpen", input)
            .path("answer.consideration.id")
            .entity(String.class)
            .get();
    act(head, "considerationOpen", input)
        .path("answer.consideration.id")
        .entity(String.class)
        .isEqualTo(once);
    assertThat(codes(act(head, "considerationOpen", with(input, "why", "Something else"))))
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
    assertThat(considerations.of(customer)).hasSize(1);
  }

  @Test
  void refusesAStaleVersion() {
    ConsiderationView opened = considered(customer("Stella Stale"));

    Response refused =
        act(
            As.headOfService("housing"),
            "considerationAdvise",
            Map.of("consideration", gid(opened), "kind", "CONSIDERED", "expectedVersion", 7));

    refused.path("answer.refusals[0].current").entity(Integer.class).isEqualTo(opened.version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "Q3VzdG9tZXI6MQ"})
  void refusesIdsThatThisApiNeverGaveOut(String id) {
    assertThat(
            codes(
                act(
                    As.headOfService("housing"),
                    "considerationAdvise",
                    Map.of("consideration", id, "kind", "CONSIDERED"))))
        .containsExactly("NOT_FOUND");
    ask(
            As.headOfService("housing"),
            "query($id: ID!) { consideration(id: $id) { id } }",
            Map.of("id", id))
        .path("consideration")
        .valueIsNull();
  }

  @Test
  void refusesAnotherTypesIdAndOversizeText() {
    ConsiderationView opened = considered(customer("Olaf Oversize"));

    Response refused =
        act(
            As.headOfService("housing"),
            "considerationOpen",
            Map.of(
                "customer",
                gid(opened),
                "leadService",
                "NOT A CODE",
                "concerns",
                List.of(GlobalId.of("Incident", UUID.randomUUID())),
                "why",
                "x"));
    assertThat(codes(refused)).containsExactly("NOT_FOUND", "NOT_FOUND", "NOT_FOUND");
    Response tooLong =
        act(
            As.headOfService("housing"),
            "considerationCheckRecord",
            Map.of(
                "consideration",
                gid(opened),
                "check",
                "RECORDED",
                "answer",
                "SATISFIED",
                "evidence",
                "x".repeat(10_001)));
    tooLong.path("answer.refusals[0].path").entityList(String.class).containsExactly("evidence");
    assertThat(codes(tooLong)).containsExactly("TEXT_TOO_LONG");
  }

  static Stream<Arguments> actsAndWhoMayCallThem() {
    List<String> heads = List.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES");
    return Stream.of(
        Arguments.of(
            "considerationOpen", heads, "customer: \"x\", leadService: \"housing\", why: \"x\""),
        Arguments.of("considerationScopeChange", heads, "consideration: \"x\""),
        Arguments.of(
            "considerationCheckRecord",
            heads,
            "consideration: \"x\", check: RECORDED, answer: SATISFIED, evidence: \"x\""),
        Arguments.of(
            "representationRecord",
            heads,
            "consideration: \"x\", kind: DECLINED, on: \"2026-11-23\""),
        Arguments.of(
            "considerationAssess",
            heads,
            "consideration: \"x\", couldArise: NO, circumstances: \"x\""),
        Arguments.of(
            "considerationProtectionRecord",
            heads,
            "consideration: \"x\", safeguardingLead: \"x\", mayProceed: true, reasons: \"x\""),
        Arguments.of("considerationAdvise", heads, "consideration: \"x\", kind: CONSIDERED"),
        Arguments.of(
            "adviceAcknowledge",
            List.of("HEAD_OF_CUSTOMER_SERVICES"),
            "consideration: \"x\", kind: CONSIDERED"),
        Arguments.of(
            "involvementRecord",
            heads,
            "consideration: \"x\", person: \"x\", kind: ADVISED, note: \"x\""),
        Arguments.of(
            "considerationDetermine",
            List.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES", "CMT_MEMBER"),
            """
            consideration: "x", category: NOT_UNREASONABLE, grievance: NO_GRIEVANCE,
            grievanceReasons: "x", hinders: false, hindrance: "x", pattern: ISOLATED,
            restrictiveAllowed: false, reasons: "x"
            """),
        Arguments.of(
            "considerationClose", heads, "consideration: \"x\", cause: CONCLUDED, reason: \"x\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("actsAndWhoMayCallThem")
  @DisplayName("F15: whoever is not named in the schema is forbidden; others are refused in words")
  void forbidsWhoeverIsNotNamed(String mutation, List<String> named, String input) {
    String document =
        "mutation { answer: " + mutation + "(input: { " + input + " }) { refusals { code } } }";
    As.everyRole()
        .forEach(
            seat -> {
              String role = role(seat);
              Response response = ask(seat, document, Map.of());
              if (named.contains(role)) {
                assertThat(codes(response)).as(role).contains("NOT_FOUND");
              } else {
                forbidden(response, role);
              }
            });
  }

  @Test
  @DisplayName("T20: the front line, members and machines read no considerations")
  void forbidsReading() {
    List<String> readers =
        List.of(
            "HEAD_OF_SERVICE",
            "HEAD_OF_CUSTOMER_SERVICES",
            "CMT_MEMBER",
            "DATA_PROTECTION_OFFICER",
            "LEGAL",
            "AUDITOR");
    As.everyRole()
        .forEach(
            seat -> {
              String role = role(seat);
              Response response =
                  ask(seat, "{ considerations(first: 1) { totalCount } }", Map.of());
              if (readers.contains(role)) {
                response.path("considerations.totalCount").entity(Integer.class);
              } else {
                forbidden(response, role);
              }
            });
  }

  private static String role(As seat) {
    return ((org.springframework.security.oauth2.server.resource.authentication
                .JwtAuthenticationToken)
            seat.authentication())
        .getToken()
        .getClaimAsStringList("roles")
        .getFirst();
  }

  private static void forbidden(Response response, String role) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .as(role)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
