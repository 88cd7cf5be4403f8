package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions 11, 15, 20, 24, 25, 28 and 32, as live lists and as a daily digest. */
class ExceptionsTests extends ReportingModuleTest {

  @Autowired Duties duties;
  @Autowired DutyDigests digests;

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

  @Test
  @DisplayName("questions 20, 24, 25, 28, 32: each has its own list")
  void eachQuestionHasItsList() {
    Map<String, String> oneOfEach =
        Map.of(
            "MARKERS", "REVIEW_MARKER",
            "POLICE_REPORTS", "POLICE_REPORT",
            "HATE_REPORTS", "HATE_INCIDENT_REPORT",
            "PROVIDER_RETURNS", "SERVICE_RETURN",
            "BLOCKS_ELSEWHERE", "EXTERNAL_BLOCK_ORPHAN");
    oneOfEach.values().forEach(kind -> duty(kind, area, TODAY.minusDays(1), NOW));

    oneOfEach.forEach(
        (list, kind) ->
            assertThat(listed(As.dataProtectionOfficer(), list))
                .as(list)
                .extracting(e -> String.valueOf(((Map<?, ?>) e.get("duty")).get("kind")))
                .containsExactly(kind));
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
    for (As nobody : List.of(As.officer("housing"), As.electedMember(), As.contractor("leisure"))) {
      for (String asked :
          List.of(
              "{ dutyDigest { kind } }",
              "{ reportingExceptions(list: MARKERS) { edges { cursor } } }")) {
        ask(nobody, asked, Map.of())
            .errors()
            .satisfy(
                errors ->
                    assertThat(errors)
                        .extracting(e -> e.getExtensions().get("code"))
                        .containsExactly("FORBIDDEN"));
      }
    }
  }
}
