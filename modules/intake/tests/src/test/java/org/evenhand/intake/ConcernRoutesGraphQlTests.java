package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Concerns that belong elsewhere, from the seats of those who take them (T19). */
class ConcernRoutesGraphQlTests extends IntakeModuleTest {

  record Considered(List<ConcernId> concernIds, Instant at) implements ConcernsConsidered {}

  private static final String REPORT =
      """
      mutation($input: ConcernReportInput!) {
        concernReport(input: $input) {
          concern { id version ownerRole } refusals { code path } } }
      """;

  private static final String TRIAGE =
      """
      mutation($input: ConcernTriageInput!) {
        concernTriage(input: $input) { concern { id status route } refusals { code } } }
      """;

  private static final String READ =
      """
      query($id: ID!) {
        concern(id: $id) {
          feedbackGiven { code outcome words }
          routing { version status receivedBy assessment referredTo outcome conclusion concludedBy } } }
      """;

  @Autowired Officers officers;
  @Autowired Assignments assignments;
  @Autowired ApplicationEventPublisher events;

  @Test
  @DisplayName("T19: a member's conduct goes through the monitoring officer's steps to an outcome")
  void theMonitoringOfficersRoute() {
    As reporter = As.person("rep-" + UUID.randomUUID(), "Rep Orter", "OFFICER", "housing");
    String concern = reported(reporter, "ELECTED_MEMBER", "housing", null);
    routed(As.headOfService("housing"), concern, "ELECTED_MEMBER", "MONITORING_OFFICER");
    assertThat(duties.openFor(uuid(concern)))
        .extracting(DutyView::kind, DutyView::ownerRole, DutyView::dueOn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "CONCERN_ROUTE_RECEIVE", Role.MONITORING_OFFICER, LocalDate.of(2026, 11, 25)));

    As monitor = As.monitoringOfficer();
    assertThat(step(monitor, "Conclude", concern, 0, Map.of("outcome", "NO_ACTION", "reason", "x")))
        .containsExactly("ROUTE_STEP_OUT_OF_ORDER");
    assertThat(step(As.headOfCustomerServices(), "Receive", concern, 0, Map.of()))
        .containsExactly("NOT_FOUND");
    assertThat(step(As.officer("housing"), "Receive", concern, 0, Map.of()))
        .containsExactly("NOT_FOUND");
    forbidden(ask(As.electedMember(), mutation("Receive"), input(concern, 0, Map.of())));
    assertThat(step(monitor, "Receive", concern, 0, Map.of())).isEmpty();
    assertThat(openDuties(uuid(concern))).containsExactly("CONCERN_ROUTE_CONCLUDE");
    assertThat(step(monitor, "Assess", concern, 0, Map.of("assessment", " ")))
        .containsExactly("TEXT_MISSING", "STALE");
    assertThat(step(monitor, "Assess", concern, 1, Map.of("assessment", "Within the code.")))
        .isEmpty();
    assertThat(
            step(
                monitor,
                "Refer",
                concern,
                2,
                Map.of("referredTo", "Standards committee", "reason", "For advice.")))
        .isEmpty();
    assertThat(
            step(
                monitor,
                "Conclude",
                concern,
                3,
                Map.of("outcome", "RESOLVED_INFORMALLY", "reason", "They spoke.")))
        .isEmpty();
    assertThat(openDuties(uuid(concern))).isEmpty();

    var monitors = ask(monitor, READ, Map.of("id", concern));
    monitors
        .path("concern.routing.referredTo")
        .entity(String.class)
        .isEqualTo("Standards committee");
    monitors.path("concern.routing.conclusion").entity(String.class).isEqualTo("They spoke.");
    var reporters = ask(reporter, READ, Map.of("id", concern));
    reporters.path("concern.routing").valueIsNull();
    reporters
        .path("concern.feedbackGiven[*].code")
        .entityList(String.class)
        .containsExactly("SENT_ELSEWHERE", "ROUTE_RESOLVED_INFORMALLY");
    reporters
        .path("concern.feedbackGiven[1].outcome")
        .entity(String.class)
        .isEqualTo("What you reported was settled between those concerned.");
    assertThat(told(reporter))
        .as("once for each step that they hear of")
        .containsExactly("CONCERN_DEALT_WITH", "CONCERN_ROUTE_RESOLVED_INFORMALLY");
  }

  @Test
  @DisplayName("T19: a head of service never sees or decides a concern about themselves")
  void aHeadOfServiceHasNoPartInTheirOwn() {
    String concern = reported(As.officer("housing"), "HEAD_OF_SERVICE", "housing", null);
    As head = As.headOfService("housing");

    ask(head, READ, Map.of("id", concern)).path("concern").valueIsNull();
    ask(head, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", concern))
        .path("node")
        .valueIsNull();
    assertThat(seenBy(head)).doesNotContain(concern);
    seesNothingOfWhatHappened(head, concern);
    assertThat(triage(head, concern, "HEAD_OF_SERVICE", "HUMAN_RESOURCES"))
        .containsExactly("NOT_FOUND");
    assertThat(seenBy(As.headOfCustomerServices())).contains(concern);
    assertThat(triage(As.headOfService("leisure"), concern, "HEAD_OF_SERVICE", "HUMAN_RESOURCES"))
        .containsExactly("NOT_THE_OWNER");
    routed(As.headOfCustomerServices(), concern, "HEAD_OF_SERVICE", "HUMAN_RESOURCES");
    ask(As.officer("housing"), REPORT, Map.of("input", concern("HEAD_OF_SERVICE", null, null)))
        .path("concernReport.refusals[*].code")
        .entityList(String.class)
        .containsExactly("AREA_MISSING");
  }

  @Test
  @DisplayName("T19: a concern about the head of customer services is the monitoring officer's")
  void theHeadOfCustomerServicesHasNoPartInTheirOwn() {
    String concern = reported(As.officer("housing"), "HEAD_OF_CUSTOMER_SERVICES", "housing", null);

    assertThat(seenBy(As.headOfCustomerServices())).doesNotContain(concern);
    ask(As.headOfCustomerServices(), READ, Map.of("id", concern)).path("concern").valueIsNull();
    assertThat(
            triage(
                As.headOfCustomerServices(),
                concern,
                "HEAD_OF_CUSTOMER_SERVICES",
                "MONITORING_OFFICER"))
        .containsExactly("NOT_FOUND");
    assertThat(seenBy(As.cmtMember())).contains(concern);
    assertThat(seenBy(As.monitoringOfficer())).contains(concern);
    routed(As.monitoringOfficer(), concern, "HEAD_OF_CUSTOMER_SERVICES", "MONITORING_OFFICER");
    assertThat(step(As.monitoringOfficer(), "Receive", concern, 0, Map.of())).isEmpty();
  }

  @Test
  @DisplayName("T19: staff go to the human resources lead, who has no part in their own either")
  void staffGoToHumanResources() {
    As lead = As.person("hr-" + UUID.randomUUID(), "Hana Resources", "OFFICER", "housing");
    assigned(lead, AssignmentKind.HUMAN_RESOURCES_LEAD, null);
    String concern = reported(As.officer("housing"), "STAFF", "housing", "officer-77");
    routed(As.headOfCustomerServices(), concern, "STAFF", "HUMAN_RESOURCES");

    assertThat(seenBy(lead)).contains(concern);
    assertThat(step(As.headOfService("housing"), "Receive", concern, 0, Map.of()))
        .containsExactly("NOT_FOUND");
    assertThat(step(lead, "Receive", concern, 0, Map.of())).isEmpty();
    As subject = As.person("officer-77", "Sub Ject", "OFFICER", "housing");
    ask(subject, READ, Map.of("id", concern)).path("concern").valueIsNull();
    seesNothingOfWhatHappened(subject, concern);

    String about =
        reported(As.officer("housing"), "STAFF", "housing", lead.authentication().getName());
    routed(As.headOfCustomerServices(), about, "STAFF", "HUMAN_RESOURCES");
    assertThat(seenBy(lead)).doesNotContain(about);
    assertThat(step(lead, "Receive", about, 0, Map.of())).containsExactly("NOT_FOUND");
    ask(As.officer("housing"), REPORT, Map.of("input", concern(null, "housing", "officer-77")))
        .path("concernReport.refusals[*].code")
        .entityList(String.class)
        .containsExactly("CAPACITY_MISSING");
  }

  @Test
  @DisplayName("T19: contractors go to the contract manager of the commissioned service")
  void contractorsGoToTheContract() {
    As manager = As.person("con-" + UUID.randomUUID(), "Manny Contract", "OFFICER", "leisure");
    assigned(
        manager,
        AssignmentKind.CONTRACT_MANAGER,
        new GlobalId("ServiceArea", serviceAreas.find(LEISURE).orElseThrow().id().value()));
    String concern = reported(As.officer("housing"), "CONTRACTOR", "leisure", null);
    assertThat(seenBy(As.contractor("leisure")))
        .as("the provider's people have no part in it")
        .doesNotContain(concern);
    routed(As.headOfService("leisure"), concern, "CONTRACTOR", "CONTRACT");

    assertThat(seenBy(manager)).contains(concern);
    assertThat(step(manager, "Receive", concern, 0, Map.of())).isEmpty();
    assertThat(step(manager, "Assess", concern, 1, Map.of("assessment", "Against the contract.")))
        .isEmpty();
    assertThat(
            step(
                manager,
                "Conclude",
                concern,
                2,
                Map.of("outcome", "ACTION_TAKEN", "reason", "A notice under the contract.")))
        .isEmpty();
  }

  @Test
  @DisplayName("P4.1, T20: the reporter is told what became of it, at triage and at the end")
  void reportersAreTold() {
    As reporter = As.person("rep-" + UUID.randomUUID(), "Rep Orter", "OFFICER", "housing");
    ConcernView concern =
        report(
            reporter, about(customer("Fred Back"), HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    String id = GlobalId.of("Concern", concern.id().value());
    ask(
            As.headOfService("housing"),
            TRIAGE,
            Map.of(
                "input",
                Map.of(
                    "id",
                    id,
                    "expectedVersion",
                    0,
                    "outcome",
                    "ACCEPT",
                    "feedback",
                    "Thank you, Rep.")))
        .path("concernTriage.refusals")
        .entityList(Object.class)
        .hasSize(0);
    transactions.executeWithoutResult(
        s -> events.publishEvent(new Considered(List.of(concern.id()), NOW.plusSeconds(60))));

    var told = ask(reporter, READ, Map.of("id", id));
    told.path("concern.feedbackGiven[*].code")
        .entityList(String.class)
        .containsExactly("TAKEN_UP", "CONSIDERED");
    told.path("concern.feedbackGiven[0].words").entity(String.class).isEqualTo("Thank you, Rep.");
    assertThat(told(reporter)).containsExactly("CONCERN_DEALT_WITH", "CONCERN_CONSIDERED");
  }

  private List<String> told(As who) {
    return jdbc.sql(
            "select code from foundation.staff_notice where to_actor = ? and kind = 'FEEDBACK' order by id")
        .param(who.authentication().getName())
        .query(String.class)
        .list();
  }

  private void seesNothingOfWhatHappened(As who, String concern) {
    IncidentView incident = incidents.ofConcerns(List.of(new ConcernId(uuid(concern)))).getFirst();
    ask(
            who,
            "query($id: ID!) { node(id: $id) { id } }",
            Map.of("id", GlobalId.of("Incident", incident.id().value())))
        .path("node")
        .valueIsNull();
  }

  private List<String> seenBy(As who) {
    return ask(who, "{ concerns(first: 100) { edges { node { id } } } }", Map.of())
        .path("concerns.edges[*].node.id")
        .entityList(String.class)
        .get();
  }

  private String reported(As who, String capacity, String area, @Nullable String subject) {
    var answer = ask(who, REPORT, Map.of("input", concern(capacity, area, subject)));
    answer.path("concernReport.refusals").entityList(Object.class).hasSize(0);
    return answer.path("concernReport.concern.id").entity(String.class).get();
  }

  private static Map<String, Object> concern(
      @Nullable String capacity, @Nullable String area, @Nullable String subject) {
    var input = new HashMap<String, Object>();
    input.put("unknownPerson", "whom the desk dealt with");
    input.put("subjectCapacity", capacity);
    input.put("serviceArea", area);
    input.put("subjectActor", subject);
    input.put(
        "incidents",
        List.of(
            Map.of(
                "occurredOn",
                "2026-11-23",
                "channel",
                "FACE_TO_FACE",
                "behaviours",
                List.of("OFFENSIVE_REMARKS"),
                "account",
                "What was said at the desk.")));
    return input;
  }

  private void routed(As who, String concern, String capacity, String route) {
    assertThat(triage(who, concern, capacity, route)).isEmpty();
  }

  private List<String> triage(As who, String concern, String capacity, String route) {
    return ask(
            who,
            TRIAGE,
            Map.of(
                "input",
                Map.of(
                    "id",
                    concern,
                    "expectedVersion",
                    0,
                    "outcome",
                    "ROUTE_ELSEWHERE",
                    "subjectCapacity",
                    capacity,
                    "route",
                    route,
                    "reason",
                    "It belongs there.",
                    "feedback",
                    "Thank you.")))
        .path("concernTriage.refusals[*].code")
        .entityList(String.class)
        .get();
  }

  private List<String> step(
      As who, String step, String concern, int version, Map<String, Object> more) {
    return ask(who, mutation(step), input(concern, version, more))
        .path("concernRoute" + step + ".refusals[*].code")
        .entityList(String.class)
        .get();
  }

  private static String mutation(String step) {
    return "mutation($input: ConcernRoute%1$sInput!) { concernRoute%1$s(input: $input) { concern { id } refusals { code } } }"
        .formatted(step);
  }

  private static Map<String, Object> input(String concern, int version, Map<String, Object> more) {
    var input = new HashMap<String, Object>(more);
    input.put("id", concern);
    input.put("expectedVersion", version);
    return Map.of("input", input);
  }

  private void assigned(As who, AssignmentKind kind, @Nullable GlobalId subject) {
    As.headOfCustomerServices()
        .run(
            () -> {
              OfficerView officer =
                  done(
                      () ->
                          officers.record(
                              new OfficerToRecord(
                                  null,
                                  who.authentication().getName(),
                                  "Some Lead",
                                  "Lead",
                                  "housing",
                                  null,
                                  null,
                                  null,
                                  List.of(),
                                  null),
                              currentActor.get(),
                              NOW));
              done(
                  () ->
                      assignments.record(
                          new AssignmentToRecord(
                              null, null, officer.id(), kind, subject, TODAY, null),
                          currentActor.get(),
                          NOW));
            });
  }

  private static UUID uuid(String id) {
    return GlobalId.parse(id).orElseThrow().id();
  }

  private static void forbidden(GraphQlTester.Response answer) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }
}
