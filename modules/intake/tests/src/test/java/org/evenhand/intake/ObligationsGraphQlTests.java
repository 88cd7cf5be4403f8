package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What incidents oblige us to report, from the seats of those who do it. */
class ObligationsGraphQlTests extends IntakeModuleTest {

  private static final String REPORT =
      """
      mutation($input: ConcernReportInput!) {
        concernReport(input: $input) {
          concern { id incidents { id
            obligations { id version kind status dueAt needsConsultation } } }
          refusals { code path } } }
      """;

  private static final String CONSULT =
      """
      mutation($input: ObligationConsultInput!) {
        obligationConsult(input: $input) {
          obligation { version dueAt consultation { by as advice words } }
          refusals { code ... on AuthorityRefusal { whoMay } } } }
      """;

  private static final String DISCHARGE =
      """
      mutation($input: ObligationDischargeInput!) {
        obligationDischarge(input: $input) {
          obligation { version status route couldNotWaitBecause answeredBy } refusals { code path } } }
      """;

  private static final String ABSENCE =
      """
      mutation($input: ObligationAbsenceRecordInput!) {
        obligationAbsenceRecord(input: $input) {
          obligation { version status absentFrom backOn dueAt } refusals { code path } } }
      """;

  private static final String LIST =
      """
      query($filter: ObligationFilter) {
        obligations(filter: $filter, first: 100) { edges { node { id kind overdue } } } }
      """;

  private record Owed(String id, int version, UUID incident) {}

  @Autowired Officers officers;
  @Autowired Assignments assignments;

  @Test
  @DisplayName("P9.4: harassment goes to the police after a head was consulted, and not before")
  void harassmentWaitsForAdvice() {
    Owed police = owed(Map.of("harassment", true), "POLICE_REPORT");
    assertThat(openDuties(police.incident())).containsExactly("HARASSMENT_CONSULTATION");
    ask(As.officer("housing"), DISCHARGE, reported(police, Map.of()))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("CONSULTATION_MISSING");
    ask(
            As.officer("housing"),
            DISCHARGE,
            Map.of(
                "input",
                Map.of(
                    "id",
                    police.id(),
                    "expectedVersion",
                    police.version(),
                    "notReportedBecause",
                    "We think not.")))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("CONSULTATION_MISSING");

    Map<String, Object> advice = advice(police, "REPORT");
    forbidden(ask(As.officer("housing"), CONSULT, advice));
    ask(As.headOfService("leisure"), CONSULT, advice)
        .path("obligationConsult.refusals[0].code")
        .entity(String.class)
        .isEqualTo("NOT_FOUND");
    var advised = ask(As.headOfService("housing"), CONSULT, advice);
    advised
        .path("obligationConsult.obligation.consultation.as")
        .entity(String.class)
        .isEqualTo("HEAD_OF_SERVICE");
    advised
        .path("obligationConsult.obligation.dueAt")
        .entity(String.class)
        .isEqualTo("2026-11-23T10:00:00.000Z");
    assertThat(openDuties(police.incident())).containsExactly("POLICE_REPORT");
    ask(
            As.headOfCustomerServices(),
            CONSULT,
            advice(new Owed(police.id(), 1, police.incident()), "REPORT"))
        .path("obligationConsult.refusals[0].code")
        .entity(String.class)
        .isEqualTo("CONSULTED_ALREADY");

    ask(
            As.officer("housing"),
            DISCHARGE,
            reported(new Owed(police.id(), 1, police.incident()), Map.of()))
        .path("obligationDischarge.obligation.status")
        .entity(String.class)
        .isEqualTo("REPORTED");
    assertThat(openDuties(police.incident())).containsExactly("POLICE_OUTCOME");
  }

  @Test
  @DisplayName("P9.4: whoever recorded the incident is not the one consulted about it")
  void nobodyConsultsThemselves() {
    As head = As.headOfService("housing");
    Owed police = owed(head, Map.of("harassment", true), "POLICE_REPORT");

    ask(head, CONSULT, advice(police, "REPORT"))
        .path("obligationConsult.refusals[*].code")
        .entityList(String.class)
        .containsExactly("CONSULTS_THEMSELVES");
    ask(As.headOfCustomerServices(), CONSULT, advice(police, "DO_NOT_REPORT"))
        .path("obligationConsult.obligation.consultation.advice")
        .entity(String.class)
        .isEqualTo("DO_NOT_REPORT");
  }

  @Test
  @DisplayName("P9.4, P9.5, T18: a threat waits for nobody, nor does danger; the reason is kept")
  void emergenciesNeverWait() {
    Owed threat = owed(Map.of("harassment", true, "assault", "VERBAL"), "POLICE_REPORT");
    assertThat(openDuties(threat.incident())).contains("POLICE_REPORT", "HAT_RECORD");
    ask(As.headOfService("housing"), CONSULT, advice(threat, "REPORT"))
        .path("obligationConsult.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NO_CONSULTATION_NEEDED");

    Owed harassment = owed(Map.of("harassment", true), "POLICE_REPORT");
    ask(
            As.officer("housing"),
            DISCHARGE,
            reported(harassment, Map.of("couldNotWaitBecause", "He stood before her door.")))
        .path("obligationDischarge.obligation.couldNotWaitBecause")
        .entity(String.class)
        .isEqualTo("He stood before her door.");
    assertThat(openDuties(harassment.incident())).containsExactly("POLICE_OUTCOME");
    ask(
            As.officer("housing"),
            DISCHARGE,
            reported(threat, Map.of("couldNotWaitBecause", "No need.")))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NO_CONSULTATION_NEEDED");
  }

  @Test
  @DisplayName(
      "P3.2, P8.3.1: an assault on somebody at work waits for the reference of its HAT record")
  void anAssaultAtWorkNeedsItsRecord() {
    Owed record = owed(Map.of("assault", "PHYSICAL", "affected", List.of("STAFF")), "HAT_RECORD");
    ask(
            As.officer("housing"),
            DISCHARGE,
            Map.of(
                "input",
                Map.of(
                    "id",
                    record.id(),
                    "expectedVersion",
                    0,
                    "reportedTo",
                    "Health and safety register",
                    "reportedAt",
                    "2026-11-23T09:50:00Z",
                    "reference",
                    "HAT-0091")))
        .path("obligationDischarge.obligation.status")
        .entity(String.class)
        .isEqualTo("REPORTED");
    assertThat(openDuties(record.incident())).containsExactly("POLICE_REPORT");
    assertThat(
            kinds(
                As.officer("housing"),
                Map.of("assault", "PHYSICAL", "affected", List.of("ANOTHER_CUSTOMER"))))
        .containsExactly("POLICE_REPORT");
  }

  @Test
  @DisplayName("P4.1, P7.2, T18: a hate incident is reported by a route, and found by strand")
  void hateIncidentsHaveARoute() {
    String strand = "PREGNANCY_OR_MATERNITY";
    Owed hate =
        owed(
            Map.of("hateStrands", List.of(strand), "hatePerceivedBy", "WITNESS"),
            "HATE_INCIDENT_REPORT");
    Map<String, Object> filter = Map.of("strand", strand, "open", true, "serviceArea", "housing");
    assertThat(listed(As.headOfCustomerServices(), filter)).contains(hate.id());
    assertThat(listed(As.headOfCustomerServices(), Map.of("strand", "AGE")))
        .doesNotContain(hate.id());
    assertThat(listed(As.headOfCustomerServices(), Map.of("serviceArea", "leisure")))
        .doesNotContain(hate.id());
    assertThat(listed(As.headOfCustomerServices(), Map.of("overdue", true)))
        .doesNotContain(hate.id());

    ask(As.headOfCustomerServices(), DISCHARGE, reported(hate, Map.of()))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("REPORT_INCOMPLETE");
    ask(As.headOfCustomerServices(), DISCHARGE, reported(hate, Map.of("route", "NATIONAL_ONLINE")))
        .path("obligationDischarge.obligation.route")
        .entity(String.class)
        .isEqualTo("NATIONAL_ONLINE");
    assertThat(listed(As.headOfCustomerServices(), Map.of("route", "NATIONAL_ONLINE")))
        .contains(hate.id());
    assertThat(listed(As.headOfCustomerServices(), filter)).doesNotContain(hate.id());
    Owed police = owed(Map.of("assault", "VERBAL"), "POLICE_REPORT");
    ask(As.officer("housing"), DISCHARGE, reported(police, Map.of("route", "POLICE")))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("ROUTE_OF_HATE_ONLY");
    clock.set(NOW.plusSeconds(1));
    assertThat(listed(As.headOfService("housing"), Map.of("overdue", true))).contains(police.id());
  }

  @Test
  @DisplayName("P4.1, T18, T20: obligations are seen by those who see to them, and by nobody else")
  void seenByNeed() {
    Owed police = owed(Map.of("assault", "VERBAL"), "POLICE_REPORT");
    Owed hate =
        owed(
            Map.of("hateStrands", List.of("RACE"), "hatePerceivedBy", "VICTIM"),
            "HATE_INCIDENT_REPORT");
    As colleague = As.person("officer-" + UUID.randomUUID(), "Col League", "OFFICER", "housing");
    Map<String, Object> all = Map.of("status", "OPEN");

    assertThat(listed(As.officer("housing"), all)).contains(police.id(), hate.id());
    assertThat(listed(As.headOfService("housing"), all)).contains(police.id(), hate.id());
    assertThat(listed(As.headOfService("leisure"), all)).doesNotContain(police.id(), hate.id());
    assertThat(listed(colleague, all)).doesNotContain(police.id(), hate.id());
    ask(colleague, DISCHARGE, reported(police, Map.of()))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NOT_FOUND");
    ask(colleague, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", police.id()))
        .path("node")
        .valueIsNull();
    forbidden(ask(As.electedMember(), LIST, Map.of()));
    forbidden(ask(As.contractor("housing"), DISCHARGE, reported(police, Map.of())));

    assigned(colleague, AssignmentKind.HATE_CRIME_LEAD);
    assertThat(listed(colleague, all)).contains(hate.id()).doesNotContain(police.id());
  }

  @Test
  @DisplayName("P9.5: an injury is watched until the eighth day; then its report is due in time")
  void watchesAnInjury() {
    Owed watch =
        owed(
            Map.of("assault", "PHYSICAL", "affected", List.of("STAFF"), "staffInjury", "INJURED"),
            "RIDDOR_WATCH");
    assertThat(duties.openFor(watch.incident()))
        .filteredOn(d -> d.kind().equals("RIDDOR_WATCH"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
            });
    ask(As.officer("housing"), DISCHARGE, reported(watch, Map.of()))
        .path("obligationDischarge.refusals[*].code")
        .entityList(String.class)
        .containsExactly("WATCH_IS_NOT_REPORTED");
    forbidden(ask(As.legal(), ABSENCE, absence(watch, Map.of("neverAbsent", true))));
    for (Map<String, Object> unclear :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("neverAbsent", true, "absentFrom", "2026-11-23"),
            Map.of("absentFrom", "2026-11-22"),
            Map.of("absentFrom", "2026-11-23", "backOn", "2026-11-23"))) {
      ask(As.officer("housing"), ABSENCE, absence(watch, unclear))
          .path("obligationAbsenceRecord.refusals[*].code")
          .entityList(String.class)
          .containsExactly("ABSENCE_UNCLEAR");
    }
    ask(As.officer("housing"), ABSENCE, absence(watch, Map.of("absentFrom", "2026-11-23")))
        .path("obligationAbsenceRecord.obligation.status")
        .entity(String.class)
        .isEqualTo("OPEN");

    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    duties.sweep(clock.instant());
    assertThat(duties.openFor(watch.incident()))
        .as("nobody said that they are back")
        .filteredOn(d -> d.kind().equals("RIDDOR_REPORT"))
        .extracting(DutyView::dueOn)
        .containsExactly(LocalDate.of(2026, 12, 8));

    clock.set(Instant.parse("2026-12-02T09:00:00Z"));
    ask(
            As.officer("housing"),
            ABSENCE,
            absence(
                new Owed(watch.id(), 1, watch.incident()),
                Map.of("absentFrom", "2026-11-24", "backOn", "2026-12-01")))
        .path("obligationAbsenceRecord.obligation.status")
        .entity(String.class)
        .isEqualTo("SETTLED");
    assertThat(openDuties(watch.incident())).doesNotContain("RIDDOR_WATCH", "RIDDOR_REPORT");
  }

  @Test
  @DisplayName("P9.5: an absence of more than seven days, an injury that the law lists, a death")
  void reportsAnInjury() {
    Map<String, Object> hurt = Map.of("affected", List.of("STAFF"), "staffInjury", "INJURED");
    Owed watch = owed(hurt, "RIDDOR_WATCH");
    clock.set(Instant.parse("2026-12-03T09:00:00Z"));
    ask(
            As.officer("housing"),
            ABSENCE,
            absence(watch, Map.of("absentFrom", "2026-11-24", "backOn", "2026-12-02")))
        .path("obligationAbsenceRecord.obligation.status")
        .entity(String.class)
        .isEqualTo("SETTLED");
    assertThat(openDuties(watch.incident())).containsExactly("RIDDOR_REPORT");

    clock.set(NOW);
    for (String severe : List.of("SPECIFIED", "DEATH")) {
      Owed report =
          owed(Map.of("affected", List.of("CONTRACTOR"), "staffInjury", severe), "RIDDOR_REPORT");
      assertThat(duties.openFor(report.incident()))
          .singleElement()
          .satisfies(d -> assertThat(d.dueAt()).isEqualTo(NOW));
      ask(As.officer("housing"), ABSENCE, absence(report, Map.of("neverAbsent", true)))
          .path("obligationAbsenceRecord.refusals[*].code")
          .entityList(String.class)
          .containsExactly("NOT_A_WATCH");
    }
    ask(
            As.officer("housing"),
            REPORT,
            concern(Map.of("affected", List.of("ANOTHER_CUSTOMER"), "staffInjury", "INJURED")))
        .path("concernReport.refusals[0].code")
        .entity(String.class)
        .isEqualTo("INJURED_AT_WORK_ONLY");
  }

  private void assigned(As who, AssignmentKind kind) {
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
                                  "Col League",
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
                          new AssignmentToRecord(null, null, officer.id(), kind, null, TODAY, null),
                          currentActor.get(),
                          NOW));
            });
  }

  private Owed owed(Map<String, Object> incident, String kind) {
    return owed(As.officer("housing"), incident, kind);
  }

  private Owed owed(As who, Map<String, Object> incident, String kind) {
    var answer = ask(who, REPORT, concern(incident));
    answer.path("concernReport.refusals").entityList(Object.class).hasSize(0);
    String at = "concernReport.concern.incidents[0].obligations[?(@.kind=='" + kind + "')]";
    return new Owed(
        answer.path(at + ".id").entityList(String.class).get().getFirst(),
        answer.path(at + ".version").entityList(Integer.class).get().getFirst(),
        uuid(answer.path("concernReport.concern.incidents[0].id").entity(String.class).get()));
  }

  private List<String> kinds(As who, Map<String, Object> incident) {
    return ask(who, REPORT, concern(incident))
        .path("concernReport.concern.incidents[0].obligations[*].kind")
        .entityList(String.class)
        .get();
  }

  private Map<String, Object> concern(Map<String, Object> more) {
    var incident = new HashMap<String, Object>();
    incident.put("occurredOn", "2026-11-23");
    incident.put("channel", "PHONE");
    incident.put("behaviours", List.of("OFFENSIVE_REMARKS"));
    incident.put("account", "Thirty calls on one morning.");
    incident.put("affected", List.of("STAFF"));
    incident.putAll(more);
    return Map.of(
        "input",
        Map.of(
            "customer",
            id(customer("Obi Ligation")),
            "serviceArea",
            "housing",
            "incidents",
            List.of(incident)));
  }

  private List<String> listed(As who, Map<String, Object> filter) {
    return new ArrayList<>(
        ask(who, LIST, Map.of("filter", filter))
            .path("obligations.edges[*].node.id")
            .entityList(String.class)
            .get());
  }

  private static Map<String, Object> reported(Owed owed, Map<String, Object> more) {
    var input = new HashMap<String, Object>();
    input.put("id", owed.id());
    input.put("expectedVersion", owed.version());
    input.put("reportedTo", "Staffordshire Police");
    input.put("reportedAt", "2026-11-23T09:45:00Z");
    input.put("reference", "22-4711");
    input.putAll(more);
    return Map.of("input", input);
  }

  private static Map<String, Object> advice(Owed owed, String advice) {
    return Map.of(
        "input",
        Map.of(
            "id",
            owed.id(),
            "expectedVersion",
            owed.version(),
            "advice",
            advice,
            "words",
            "We talked it through."));
  }

  private static Map<String, Object> absence(Owed owed, Map<String, Object> more) {
    var input = new HashMap<String, Object>(more);
    input.put("id", owed.id());
    input.put("expectedVersion", owed.version());
    return Map.of("input", input);
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
