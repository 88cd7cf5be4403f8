package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhandtest.As;
import org.evenhandtest.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Rules of intake from every seat: the very input that its person gets done is forbidden to every
 * other role, not found for whoever has the role but not the record, and refused with its code
 * while the rule is not met; and none of that leaves a trace.
 */
class IntakeSeatsTests extends IntakeModuleTest {

  private static final Set<String> FRONT_LINE =
      Set.of("OFFICER", "HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES");
  private static final Set<String> HEADS = Set.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES");
  private static final Set<String> WHOEVER_REPORTS_ONWARD =
      Set.of(
          "OFFICER", "HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES", "LEGAL", "MONITORING_OFFICER");
  private static final As OFFICER = As.officer("housing");
  private static final As COLLEAGUE =
      As.person("officer-seats", "Col League", "OFFICER", "housing");
  private static final As HEAD = As.headOfService("housing");
  private static final As STRANGER = As.headOfService("leisure");
  private static final As HEAD_OF_CUSTOMERS = As.headOfCustomerServices();

  /** An act about somebody, and what must stay as it is while it is not done. */
  private final class Attempt {
    private final String mutation;
    private final String shown;
    private final Map<String, Object> input;
    private final List<Object> about;

    Attempt(String mutation, String shown, Map<String, Object> input, Object... about) {
      this.mutation = mutation;
      this.shown = shown;
      this.input = input;
      this.about = List.of(about);
    }

    /** Every role but these is forbidden it. */
    Attempt isForbiddenToAllBut(Set<String> roles) {
      return leavesNoTrace(
          () ->
              As.everyRole()
                  .filter(seat -> !roles.contains(seat.role()))
                  .forEach(seat -> forbidden(by(seat, input), seat.role())));
    }

    /** They may not, or the rule is not met yet. */
    Attempt isRefusedTo(As seat, String... codes) {
      return isRefused(seat, Map.of(), codes);
    }

    /** Not in this form. */
    Attempt isRefused(As seat, Map<String, Object> changes, String... codes) {
      return leavesNoTrace(
          () ->
              assertThat(
                      by(seat, with(input, changes))
                          .path("answer.refusals[*].code")
                          .entityList(String.class)
                          .get())
                  .containsExactlyInAnyOrder(codes));
    }

    /** Done, so that nothing but the seat or the rule stood in the way before; and it is seen. */
    GraphQlTester.Response isDoneBy(As seat) {
      List<String> before = written();
      GraphQlTester.Response answer = by(seat, input);
      answer.path("answer.refusals").entityList(Object.class).hasSize(0);
      assertThat(written()).isNotEqualTo(before);
      return answer;
    }

    private Attempt leavesNoTrace(Runnable attempt) {
      List<String> before = written();
      attempt.run();
      assertThat(written()).isEqualTo(before);
      return this;
    }

    private List<String> written() {
      return Written.about(jdbc, List.of("intake"), about);
    }

    private GraphQlTester.Response by(As seat, Map<String, Object> given) {
      String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
      return ask(
          seat,
          "mutation($input: "
              + type
              + "Input!) { answer: "
              + mutation
              + "(input: $input) { "
              + shown
              + " refusals { code } } }",
          Map.of("input", given));
    }
  }

  private static void forbidden(GraphQlTester.Response answer, String role) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .as(role)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private static Map<String, Object> with(Map<String, Object> input, Map<String, Object> changes) {
    var changed = new HashMap<>(input);
    changed.putAll(changes);
    return changed;
  }

  private static Map<String, Object> without(String key) {
    var changes = new HashMap<String, Object>();
    changes.put(key, null);
    return changes;
  }

  private static Map<String, Object> happened(Map<String, Object> more) {
    return with(
        Map.of(
            "occurredOn",
            TODAY.toString(),
            "channel",
            "PHONE",
            "behaviours",
            List.of("OFFENSIVE_REMARKS"),
            "affected",
            List.of("STAFF"),
            "impact",
            Map.of("minutesSpent", 25, "stress", true, "hinderedPerformance", true),
            "account",
            "The call was ended after two requests to speak calmly."),
        more);
  }

  private static String id(ConcernView concern) {
    return GlobalId.of("Concern", concern.id().value());
  }

  private static String id(IncidentView incident) {
    return GlobalId.of("Incident", incident.id().value());
  }

  private IncidentView only(ConcernView concern) {
    return incidents.ofConcerns(List.of(concern.id())).getFirst();
  }

  @Test
  @DisplayName(
      "P6.1, P6.2: an incident is dated, with behaviours, whom it touched and what it did to them; added"
          + " and read by those who see the concern, by nobody else")
  void anIncidentWithItsImpact() {
    CustomerView customer = customer("Ines Impact");
    ConcernView concern =
        report(OFFICER, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));

    String added =
        new Attempt(
                "incidentRecord",
                "incident { id }",
                Map.of("concern", id(concern), "incident", happened(Map.of())),
                customer.id().value(),
                concern.id().value())
            .isRefused(
                OFFICER,
                Map.of(
                    "incident",
                    happened(
                        Map.of(
                            "occurredOn",
                            TODAY.plusDays(1).toString(),
                            "behaviours",
                            List.of(),
                            "account",
                            " ",
                            "impact",
                            Map.of("minutesSpent", -1)))),
                "DATE_IN_FUTURE",
                "BEHAVIOUR_MISSING",
                "TEXT_MISSING",
                "NUMBER_OUT_OF_RANGE")
            .isForbiddenToAllBut(
                Set.of(
                    "OFFICER",
                    "HEAD_OF_SERVICE",
                    "HEAD_OF_CUSTOMER_SERVICES",
                    "CMT_MEMBER",
                    "ELECTED_MEMBER",
                    "MONITORING_OFFICER",
                    "DATA_PROTECTION_OFFICER",
                    "LEGAL",
                    "CONTRACTOR"))
            .isRefusedTo(COLLEAGUE, "NOT_FOUND")
            .isRefusedTo(STRANGER, "NOT_FOUND")
            .isRefusedTo(As.electedMember(), "NOT_FOUND")
            .isRefusedTo(As.contractor("leisure"), "NOT_FOUND")
            .isRefusedTo(As.monitoringOfficer(), "NOT_FOUND")
            .isDoneBy(OFFICER)
            .path("answer.incident.id")
            .entity(String.class)
            .get();

    String read =
        "query($id: ID!) { node(id: $id) { ... on Incident {"
            + " impact { minutesSpent stress hinderedPerformance } } } }";
    var impact = ask(HEAD, read, Map.of("id", added));
    impact.path("node.impact.minutesSpent").entity(Integer.class).isEqualTo(25);
    impact.path("node.impact.hinderedPerformance").entity(Boolean.class).isEqualTo(true);
    for (As other :
        List.of(STRANGER, As.electedMember(), As.contractor("leisure"), As.integrator())) {
      ask(other, read, Map.of("id", added)).path("node").valueIsNull();
    }
  }

  @Test
  @DisplayName(
      "P7.2, P4.1, T18, question 25: hate remarks, by the perception of the victim or a witness, are"
          + " reported by a route, a time and a reference, and what came of it is recorded; by those"
          + " who see to it, and by nobody else")
  void hateIsReportedOnward() {
    CustomerView customer = customer("Hattie Hate");
    var reporting =
        new Attempt(
            "concernReport",
            "concern { incidents { id obligations { id kind } } }",
            Map.of(
                "customer",
                id(customer),
                "serviceArea",
                "housing",
                "incidents",
                List.of(
                    happened(
                        Map.of("hateStrands", List.of("RACE"), "hatePerceivedBy", "WITNESS")))),
            customer.id().value());
    var owed =
        reporting
            .isRefused(
                OFFICER,
                Map.of("incidents", List.of(happened(Map.of("hateStrands", List.of("RACE"))))),
                "PERCEPTION_MISSING")
            .isForbiddenToAllBut(
                Set.of(
                    "OFFICER",
                    "HEAD_OF_SERVICE",
                    "HEAD_OF_CUSTOMER_SERVICES",
                    "CMT_MEMBER",
                    "ELECTED_MEMBER",
                    "MONITORING_OFFICER",
                    "DATA_PROTECTION_OFFICER",
                    "LEGAL",
                    "CONTRACTOR"))
            .isDoneBy(OFFICER);

    dischargedOnlyBy(owed, "HATE_INCIDENT_REPORT", Map.of("route", "THIRD_PARTY_CENTRE"));
  }

  @Test
  @DisplayName(
      "P9.5, T18, question 24: an assault goes to the police with force, time and reference, or with a"
          + " reason by name, and what came of it is recorded; by those who see to it, and by nobody"
          + " else")
  void anAssaultGoesToThePolice() {
    CustomerView customer = customer("Ash Assault");
    var reported =
        new Attempt(
                "concernReport",
                "concern { incidents { id obligations { id kind } } }",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(happened(Map.of("assault", "PHYSICAL")))),
                customer.id().value())
            .isDoneBy(OFFICER);

    dischargedOnlyBy(reported, "POLICE_REPORT", Map.of());
  }

  private void dischargedOnlyBy(
      GraphQlTester.Response reported, String kind, Map<String, Object> more) {
    String of = "answer.concern.incidents[0]";
    String obligation =
        reported
            .path(of + ".obligations[?(@.kind=='" + kind + "')].id")
            .entityList(String.class)
            .get()
            .getFirst();
    UUID incident = uuid(reported.path(of + ".id").entity(String.class).get());
    new Attempt(
            "obligationDischarge",
            "obligation { status }",
            with(
                Map.of(
                    "id",
                    obligation,
                    "expectedVersion",
                    0,
                    "reportedTo",
                    "Staffordshire",
                    "reportedAt",
                    "2026-11-23T09:45:00Z",
                    "reference",
                    "22-4711"),
                more),
            uuid(obligation),
            incident)
        .isRefused(HEAD, Map.of("reference", " "), "REPORT_INCOMPLETE")
        .isRefused(HEAD, Map.of("notReportedBecause", "And yet not"), "ANSWER_UNCLEAR")
        .isRefused(HEAD, Map.of("reportedAt", "2026-11-20T09:45:00Z"), "REPORTED_BEFORE_INCIDENT")
        .isForbiddenToAllBut(WHOEVER_REPORTS_ONWARD)
        .isRefusedTo(COLLEAGUE, "NOT_FOUND")
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isRefusedTo(As.monitoringOfficer(), "NOT_FOUND")
        .isDoneBy(HEAD)
        .path("answer.obligation.status")
        .entity(String.class)
        .isEqualTo("REPORTED");
    assertThat(openDuties(incident)).doesNotContain(kind);
    newsOnlyBy(obligation, incident);
  }

  private void newsOnlyBy(String obligation, UUID incident) {
    new Attempt(
            "obligationOutcomeRecord",
            "obligation { outcome crimeNumber }",
            Map.of(
                "id",
                obligation,
                "expectedVersion",
                1,
                "outcome",
                "CRIME_RECORDED",
                "crimeNumber",
                "21NC/1204/26",
                "toldBy",
                "The public protection desk",
                "toldOn",
                TODAY.toString()),
            uuid(obligation),
            incident)
        .isRefused(HEAD, without("crimeNumber"), "CRIME_NUMBER_MISSING")
        .isRefused(HEAD, Map.of("toldOn", "2026-11-20"), "TOLD_BEFORE_REPORT")
        .isForbiddenToAllBut(WHOEVER_REPORTS_ONWARD)
        .isRefusedTo(COLLEAGUE, "NOT_FOUND")
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isRefusedTo(As.monitoringOfficer(), "NOT_FOUND")
        .isDoneBy(HEAD)
        .path("answer.obligation.outcome")
        .entity(String.class)
        .isEqualTo("CRIME_RECORDED");
    assertThat(openDuties(incident)).doesNotContain("POLICE_OUTCOME", "HATE_REPORT_OUTCOME");
  }

  private static UUID uuid(String id) {
    return GlobalId.parse(id).orElseThrow().id();
  }

  @Test
  @DisplayName(
      "F5: nothing is taken up while nobody knows who it was; who it was is said by the owner of the"
          + " concern alone")
  void nobodyKnowsWho() {
    ConcernView concern =
        report(
            OFFICER,
            new ConcernToReport(
                null,
                "A tall man in a green coat",
                null,
                HOUSING,
                "At the desk",
                List.of(incident(TODAY, "OFFENSIVE_REMARKS"))));
    CustomerView recognised = customer("Reg Recognised");

    new Attempt(
            "concernTriage",
            "concern { status }",
            Map.of(
                "id",
                id(concern),
                "expectedVersion",
                concern.version(),
                "outcome",
                "ACCEPT",
                "customer",
                id(recognised),
                "feedback",
                "Thank you for telling us."),
            concern.id().value(),
            recognised.id().value())
        .isRefused(HEAD, without("customer"), "CUSTOMER_NOT_IDENTIFIED")
        .isForbiddenToAllBut(
            Set.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES", "MONITORING_OFFICER"))
        .isRefusedTo(STRANGER, "NOT_THE_OWNER")
        .isRefusedTo(As.monitoringOfficer(), "NOT_THE_OWNER")
        .isDoneBy(HEAD);
    assertThat(only(concern).customerId()).isEqualTo(recognised.id());
  }

  @Test
  @DisplayName(
      "T15: a group's members are people of their own, and each answers for their own conduct only;"
          + " who puts a group on record")
  void membersAreTheirOwn() {
    CustomerView loud = customer("Lou Loudly");
    CustomerView quiet = customer("Quin Quietly");
    CustomerView another =
        customer(
            new CustomerToRegister(
                CustomerKind.GROUP,
                "Friends of the Square",
                null,
                false,
                List.of(),
                Circumstances.NONE_KNOWN,
                null,
                null,
                List.of(quiet.id())));
    report(OFFICER, about(loud, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));

    new Attempt(
            "customerRegister",
            "customer { id members { id } }",
            Map.of("kind", "GROUP", "name", "Tenants of the Square", "members", ids(loud, quiet)),
            loud.id().value(),
            quiet.id().value())
        .isRefused(OFFICER, Map.of("members", ids(loud, another)), "MEMBER_IS_A_GROUP")
        .isForbiddenToAllBut(FRONT_LINE)
        .isDoneBy(OFFICER);

    assertThat(customers.groupsOf(loud.id())).hasSize(1);
    assertThat(incidents.of(loud.id())).hasSize(1);
    assertThat(incidents.of(quiet.id())).isEmpty();
    assertThat(incidents.of(customers.groupsOf(loud.id()).getFirst())).isEmpty();
  }

  private static List<String> ids(CustomerView... customers) {
    return Arrays.stream(customers).map(IntakeModuleTest::id).toList();
  }

  @Test
  @DisplayName(
      "T16: whoever speaks for somebody is a party of their own with an authority that was seen; put on"
          + " record and shown to those who deal with the customer, and heard for nobody else")
  void aRepresentativeIsTheirOwnParty() {
    CustomerView customer = customer("Carla Client");
    CustomerView other = customer("Otis Other");
    String name = "Sam Spokes " + UUID.randomUUID();

    String representative =
        new Attempt(
                "representativeRecord",
                "representative { id }",
                Map.of(
                    "customer",
                    id(customer),
                    "name",
                    name,
                    "capacity",
                    "advocate",
                    "authority",
                    "WRITTEN_AUTHORITY",
                    "authoritySeenOn",
                    "2026-11-20",
                    "startsOn",
                    "2026-11-20"),
                customer.id().value())
            .isRefused(OFFICER, without("authoritySeenOn"), "AUTHORITY_SEEN_ON_MISSING")
            .isForbiddenToAllBut(FRONT_LINE)
            .isDoneBy(OFFICER)
            .path("answer.representative.id")
            .entity(String.class)
            .get();

    new Attempt(
            "contactLog",
            "contact { speaker }",
            Map.of(
                "customer",
                id(customer),
                "serviceArea",
                "housing",
                "channel",
                "PHONE",
                "cause",
                "FIRST_CONTACT",
                "speaker",
                "REPRESENTATIVE",
                "representative",
                representative),
            customer.id().value(),
            other.id().value())
        .isRefused(OFFICER, Map.of("customer", id(other)), "NOT_FOUND")
        .isForbiddenToAllBut(FRONT_LINE)
        .isDoneBy(OFFICER);

    String seen = "query($id: ID!) { customer(id: $id) { representatives { name } } }";
    ask(OFFICER, seen, Map.of("id", id(customer)))
        .path("customer.representatives[*].name")
        .entityList(String.class)
        .containsExactly(name);
    for (As who : List.of(As.electedMember(), As.contractor("leisure"), As.monitoringOfficer())) {
      forbidden(ask(who, seen, Map.of("id", id(customer))), who.role());
    }
    ask(
            OFFICER,
            "query($s: String) { customers(filter: {search: $s}) { edges { node { id } } } }",
            Map.of("s", name))
        .path("customers.edges")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  @DisplayName(
      "F13: the grade of a source is the provider's for a contractor's account; put right by the head of"
          + " the service where it happened, and what it was stays readable")
  void theGradeOfASource() {
    CustomerView customer = customer("Gail Graded");
    ConcernView concern =
        report(
            As.contractor("leisure"),
            about(customer, LEISURE, incident(TODAY, "OFFENSIVE_REMARKS")));
    IncidentView incident = only(concern);
    assertThat(incident.sourceGrade()).isEqualTo(SourceGrade.PROVIDER);

    new Attempt(
            "incidentCorrect",
            "incident { sourceGrade earlierVersions { sourceGrade } }",
            Map.of(
                "id",
                id(incident),
                "expectedVersion",
                incident.version(),
                "reason",
                "The manager heard it through the door, the officer told her the words.",
                "content",
                happened(Map.of("sourceGrade", "SECOND_HAND"))),
            customer.id().value(),
            incident.id().value())
        .isRefused(STRANGER, Map.of("reason", " "), "TEXT_MISSING")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(HEAD, "NOT_FOUND")
        .isDoneBy(STRANGER)
        .path("answer.incident.earlierVersions[*].sourceGrade")
        .entityList(String.class)
        .containsExactly("PROVIDER");
    assertThat(only(concern).sourceGrade()).isEqualTo(SourceGrade.SECOND_HAND);
  }

  @Test
  @DisplayName(
      "T25: the customer's own distress opens support and counts against nobody; who answers for the"
          + " offer, and only one that is due")
  void distressOpensSupport() {
    CustomerView customer = customer("Dina Distressed");
    Attempt offer =
        new Attempt(
            "customerOfferRecord",
            "customer { id }",
            Map.of("customer", id(customer), "offer", "SUPPORT", "answer", "ACCEPTED"),
            customer.id().value());
    offer.isRefusedTo(OFFICER, "NO_OFFER_DUE");
    ask(
            OFFICER,
            "mutation($input: ContactLogInput!) { contactLog(input: $input) { refusals { code } } }",
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "channel",
                    "PHONE",
                    "cause",
                    "FIRST_CONTACT",
                    "customerDistressed",
                    true)))
        .path("contactLog.refusals")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(openDuties(customer.id().value())).contains("SUPPORT_OFFER");

    offer.isForbiddenToAllBut(FRONT_LINE).isDoneBy(OFFICER);
    assertThat(openDuties(customer.id().value())).doesNotContain("SUPPORT_OFFER");
    assertThat(incidents.of(customer.id())).isEmpty();
  }

  @Test
  @DisplayName(
      "T28, P7.1: a behaviour has neutral words and stays in one of five families; the head of customer"
          + " services puts it there, and nobody else")
  void oneOfFiveFamilies() {
    String code = "WATER_LEFT_RUNNING";
    CustomerView anybody = customer("Walt Water");
    Attempt defining =
        new Attempt(
            "behaviourDefine",
            "behaviour { family version }",
            Map.of("code", code, "family", "COOPERATION", "words", "Left water running"),
            anybody.id().value(),
            code);

    defining
        .isRefused(HEAD_OF_CUSTOMERS, Map.of("words", "A nuisance with water"), "WORDS_NOT_NEUTRAL")
        .isForbiddenToAllBut(Set.of("HEAD_OF_CUSTOMER_SERVICES"));

    defining
        .isDoneBy(HEAD_OF_CUSTOMERS)
        .path("answer.behaviour.family")
        .entity(String.class)
        .isEqualTo("COOPERATION");
    defining.isRefused(
        HEAD_OF_CUSTOMERS,
        Map.of("family", "MANNER", "expectedVersion", 0),
        "BEHAVIOUR_STAYS_WHAT_IT_IS");
    new Attempt(
            "behaviourRetire",
            "behaviour { retired }",
            Map.of("code", code, "expectedVersion", 0, "reason", "The water company's"),
            code)
        .isForbiddenToAllBut(Set.of("HEAD_OF_CUSTOMER_SERVICES"))
        .isDoneBy(HEAD_OF_CUSTOMERS);
  }
}
