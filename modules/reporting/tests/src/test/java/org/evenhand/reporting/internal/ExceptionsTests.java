package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions 11, 15, 20, 24, 25, 28 and 32, as live lists and as a daily digest. */
class ExceptionsTests extends ReportingModuleTest {

  @Autowired Duties duties;
  @Autowired DutyDigests digests;
  @Autowired Officers officers;
  @Autowired Assignments assignments;

  private UUID duty(String kind, ServiceAreaCode where, LocalDate dueOn, Instant opened) {
    return duties.open(
        DutyToOpen.byDay(
            kind, "Restriction", UUID.randomUUID(), null, Role.HEAD_OF_SERVICE, where, dueOn),
        opened);
  }

  private List<Map<String, Object>> listed(As who, String list) {
    return ask(
            who,
            """
            query ($list: ExceptionList!, $area: String) {
              reportingExceptions(list: $list, serviceArea: $area, first: 100) {
                edges { node { fault faultName duty { kind overdue } } } } }
            """,
            Map.of("list", list, "area", area.value()))
        .path("reportingExceptions.edges[*].node")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get();
  }

  @Test
  @DisplayName(
      "question 15: what is overdue and shows a fault, longest first; what is in time is not")
  void listsWhatShowsAFault() {
    Instant before = NOW.minusSeconds(86_400 * 40);
    duty("REVIEW_RESTRICTION", area, TODAY.minusDays(3), before);
    duty("CONTACT_DISPOSITION", area, TODAY.minusDays(9), before);
    duty("ADJUSTMENT_DECISION", area, TODAY, before);
    duty("SUPPORT_OFFER", area, TODAY.minusDays(3), before);

    assertThat(listed(As.cmtMember(), "POLICY_FOLLOWED"))
        .extracting(e -> e.get("fault") + ": " + e.get("faultName"))
        .containsExactly("F19: Contact not answered", "F2: Review late or missed");
    assertThat(listed(As.headOfService(area.value()), "POLICY_FOLLOWED")).hasSize(2);
    assertThat(listed(As.headOfService("another-one"), "POLICY_FOLLOWED")).isEmpty();
    assertThat(listed(As.headOfCustomerServices(), "DUE_THIS_WEEK")).hasSize(4);
  }

  @ParameterizedTest(name = "question {0}: {1} has {2}")
  @CsvSource({
    "11, DUE_THIS_WEEK, RECORD_ON_CRM",
    "15, POLICY_FOLLOWED, APPEAL_PRESENT",
    "20, MARKERS, REVIEW_MARKER",
    "20, MARKERS, TELL_OF_MARKER",
    "20, MARKERS, RECORDS_TO_ERASE",
    "24, POLICE_REPORTS, POLICE_REPORT",
    "24, POLICE_REPORTS, HARASSMENT_CONSULTATION",
    "25, HATE_REPORTS, HATE_INCIDENT_REPORT",
    "28, PROVIDER_RETURNS, SERVICE_RETURN",
    "32, BLOCKS_ELSEWHERE, EXTERNAL_BLOCK_ORPHAN"
  })
  @DisplayName("questions 11, 15, 20, 24, 25, 28, 32: a live list, and a line of the daily digest")
  void eachQuestionHasItsListAndItsLine(int question, String list, String kind) {
    UUID duty = duty(kind, area, TODAY.minusDays(1), NOW.minusSeconds(86_400 * 3));

    for (As reader : List.of(As.headOfCustomerServices(), As.dataProtectionOfficer())) {
      assertThat(listed(reader, list))
          .as("question %s", question)
          .extracting(e -> String.valueOf(((Map<?, ?>) e.get("duty")).get("kind")))
          .containsExactly(kind);
    }
    assertThat(listed(As.headOfService("another-one"), list)).isEmpty();
    assertThat(listed(As.officer(area.value()), list)).as("without the work").isEmpty();
    assertThat(digest(As.headOfService(area.value())))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("kind", kind)
                    .containsEntry("overdue", 1)
                    .satisfies(l -> assertThat((String) l.get("title")).isNotEqualTo(kind)));
    digests.sweep(NOW);
    assertThat(told()).as("the head is told of it").isEqualTo(1);

    jdbc.sql("update foundation.duty set discharged_at = now(), discharged_by = 'x' where id = ?")
        .param(duty)
        .update();
    assertThat(listed(As.headOfCustomerServices(), list)).as("it is live").isEmpty();
    assertThat(digest(As.headOfService(area.value()))).isEmpty();
  }

  private List<Map<String, Object>> digest(As who) {
    return ask(who, "{ dutyDigest { kind title overdue soon fault } }", Map.of())
        .path("dutyDigest")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get();
  }

  @Test
  @DisplayName("questions 24, 25, 28: by assignment, the list of one's work and no other")
  void whoDoesTheWorkSeesItsList() {
    ServiceAreaCode commissioned = newArea("Splash Ltd");
    area = commissioned;
    duty("POLICE_REPORT", commissioned, TODAY, NOW);
    duty("HATE_INCIDENT_REPORT", commissioned, TODAY, NOW);
    duty("SERVICE_RETURN", commissioned, TODAY, NOW);
    duty("REVIEW_MARKER", commissioned, TODAY.minusDays(2), NOW.minusSeconds(86_400 * 5));
    var lists =
        Map.of(
            AssignmentKind.POLICE_LIAISON, "POLICE_REPORTS",
            AssignmentKind.HATE_CRIME_LEAD, "HATE_REPORTS",
            AssignmentKind.CONTRACT_MANAGER, "PROVIDER_RETURNS");
    lists.forEach(
        (work, theirs) -> {
          String actor = "works-" + UUID.randomUUID();
          assign(
              actor,
              work,
              work == AssignmentKind.CONTRACT_MANAGER
                  ? new GlobalId(
                      "ServiceArea", serviceAreas.find(commissioned).orElseThrow().id().value())
                  : null);
          As officer = As.person(actor, "Wanda Worker", "OFFICER", "housing");
          assertThat(listed(officer, theirs)).as("%s", work).hasSize(1);
          for (String other : lists.values()) {
            if (!other.equals(theirs)) {
              assertThat(listed(officer, other)).as("%s: %s", work, other).isEmpty();
            }
          }
          assertThat(listed(officer, "MARKERS")).isEmpty();
        });
  }

  private void assign(String actor, AssignmentKind work, @Nullable GlobalId subject) {
    As.headOfCustomerServices()
        .run(
            () -> {
              var officer =
                  Objects.requireNonNull(
                      officers
                          .record(
                              new OfficerToRecord(
                                  null,
                                  actor,
                                  "Wanda Worker",
                                  "Adviser",
                                  null,
                                  null,
                                  null,
                                  null,
                                  List.of(),
                                  null),
                              HOFCS,
                              NOW)
                          .orNull());
              assertThat(
                      assignments
                          .record(
                              new AssignmentToRecord(
                                  null,
                                  null,
                                  officer.id(),
                                  work,
                                  subject,
                                  TODAY.minusDays(30),
                                  null),
                              HOFCS,
                              NOW)
                          .refusals())
                  .isEmpty();
            });
  }

  @Test
  @DisplayName("P4.1: heads are told once on each working day how much waits in their area")
  void tellsHeadsOnceADay() {
    duty("REVIEW_RESTRICTION", area, TODAY.minusDays(2), NOW.minusSeconds(86_400 * 9));
    duty("REVIEW_RESTRICTION", area, TODAY.plusDays(1), NOW);
    duty("REVIEW_RESTRICTION", area, TODAY.plusDays(60), NOW);

    digests.sweep(NOW);
    digests.sweep(NOW.plusSeconds(3600));
    digests.sweep(Instant.parse("2026-11-22T09:00:00Z"));

    assertThat(told()).as("once, and not on a Sunday").isEqualTo(1);
    digests.sweep(NOW.plusSeconds(86_400));
    assertThat(told()).isEqualTo(2);
    ask(
            As.headOfService(area.value()),
            "{ dutyDigest { kind title serviceArea { code } fault overdue soon } }",
            Map.of())
        .path("dutyDigest")
        .entityList(Map.class)
        .satisfies(
            lines ->
                assertThat(lines)
                    .singleElement()
                    .satisfies(
                        line ->
                            assertThat(line)
                                .containsEntry("overdue", 1)
                                .containsEntry("soon", 1)
                                .containsEntry("fault", "F2")));
  }

  private int told() {
    return jdbc.sql("select count(*) from foundation.staff_notice where once like ?")
        .param("DUTY_DIGEST/%/" + area.value())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("P4.2: nobody else has these lists")
  void nobodyElseHasThem() {
    forbidden(As.officer("housing"), "{ dutyDigest { kind } }");
    for (As nobody : List.of(As.electedMember(), As.contractor("leisure"), As.integrator())) {
      for (String asked :
          List.of(
              "{ dutyDigest { kind } }",
              "{ reportingExceptions(list: MARKERS) { edges { cursor } } }")) {
        forbidden(nobody, asked);
      }
    }
  }

  private void forbidden(As nobody, String asked) {
    ask(nobody, asked, Map.of())
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .extracting(e -> e.getExtensions().get("code"))
                    .containsExactly("FORBIDDEN"));
  }
}
