package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentAttributed;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentRecorded;
import org.evenhand.intake.SourceGrade;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Quarter;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.Scenario;
import org.springframework.security.oauth2.jwt.Jwt;

/** What was counted, from what was heard, for those who may see it: P4.1, PR.2, T23. */
class IncidentFiguresTests extends ReportingModuleTest {

  private static final LocalDate SUMMER = LocalDate.of(2026, 8, 15);
  private static final Quarter SUMMER_QUARTER = Quarter.of(SUMMER);

  private UUID incident(@Nullable UUID person, LocalDate day) {
    UUID id = UUID.randomUUID();
    noteIncident(id, person, day, NOW);
    return id;
  }

  private void noteIncident(UUID id, @Nullable UUID person, LocalDate day, Instant at) {
    facts.note(Note.of(Heard.INCIDENT, id, at).by(person).in(area).on(day));
  }

  private void noteAttribution(UUID incident, @Nullable UUID person, Instant at) {
    facts.note(Note.of(Heard.ATTRIBUTION, incident, at).by(person));
  }

  private void contact(UUID person, boolean causedByUs) {
    facts.note(
        Note.of(Heard.CONTACT, UUID.randomUUID(), NOW)
            .by(person)
            .in(area)
            .on(SUMMER)
            .flagged(causedByUs));
  }

  private IncidentFiguresView summer() {
    return figures.incidents(List.of(area), List.of(SUMMER_QUARTER), HOFCS, TODAY).getFirst();
  }

  @Test
  @DisplayName("T23: incidents, people and contacts are different counts")
  void countsIncidentsPeopleAndContactsApart() {
    UUID one = UUID.randomUUID();
    incident(one, SUMMER);
    incident(one, SUMMER.plusDays(1));
    incident(UUID.randomUUID(), SUMMER_QUARTER.firstDay());
    incident(null, SUMMER_QUARTER.lastDay());
    incident(one, SUMMER_QUARTER.lastDay().plusDays(1));
    contact(one, true);
    contact(one, false);
    contact(UUID.randomUUID(), true);

    assertThat(summer())
        .isEqualTo(new IncidentFiguresView(area, SUMMER_QUARTER, 4, 2, 1, 3, 2, false, List.of()));
  }

  @Test
  void showsZeroWhereNothingHappened() {
    assertThat(summer())
        .isEqualTo(new IncidentFiguresView(area, SUMMER_QUARTER, 0, 0, 0, 0, 0, false, List.of()));
  }

  @Test
  @DisplayName("an incident that is heard of twice is counted once")
  void isIdempotentForEachIncident() {
    UUID id = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    noteIncident(id, person, SUMMER, NOW);
    noteIncident(id, person, SUMMER, NOW);
    noteIncident(id, person, SUMMER, NOW.plusSeconds(5));

    assertThat(summer().incidents()).isEqualTo(1);
  }

  @Test
  @DisplayName("whose incident it was may be heard before the incident, or changed afterwards")
  void doesNotDependOnTheOrder() {
    UUID before = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    noteAttribution(before, person, NOW.plusSeconds(2));
    noteIncident(before, null, SUMMER, NOW);
    UUID after = incident(null, SUMMER);
    noteAttribution(after, UUID.randomUUID(), NOW.plusSeconds(3));
    noteAttribution(after, person, NOW.plusSeconds(9));

    assertThat(summer().people()).isEqualTo(1);
    assertThat(summer().incidentsOfUnknownPeople()).isZero();
  }

  @Test
  @DisplayName("T27: figures follow corrections, also when all is counted again")
  void followsCorrections() {
    UUID wrong = UUID.randomUUID();
    UUID moved = incident(wrong, SUMMER);
    UUID nobodys = incident(wrong, SUMMER);
    UUID voided = incident(wrong, SUMMER);
    UUID earlier = incident(wrong, SUMMER);
    assertThat(summer().incidents()).isEqualTo(4);

    noteAttribution(moved, UUID.randomUUID(), NOW.plusSeconds(2));
    noteAttribution(nobodys, null, NOW.plusSeconds(2));
    facts.note(Note.of(Heard.VOID, voided, NOW.plusSeconds(2)));
    facts.note(
        Note.of(Heard.CORRECTION, earlier, NOW.plusSeconds(2)).in(area).on(SUMMER.minusMonths(6)));

    assertThat(summer().incidents()).as("one void, one in another quarter").isEqualTo(2);
    assertThat(summer().people()).as("none of them the first").isEqualTo(1);
    assertThat(summer().incidentsOfUnknownPeople()).isEqualTo(1);
    IncidentFiguresView before = summer();
    keeping.rebuild();
    assertThat(summer()).isEqualTo(before);
    noteIncident(voided, wrong, SUMMER, NOW);
    assertThat(summer()).as("heard of late, it stays void").isEqualTo(before);
  }

  @Test
  @DisplayName("a rebuild gives the same numbers, and mends facts that went wrong")
  void givesTheSameNumbersWhenRebuilt() {
    UUID person = UUID.randomUUID();
    UUID late = incident(null, SUMMER);
    noteAttribution(late, person, NOW.plusSeconds(1));
    UUID lost = incident(person, SUMMER);
    incident(UUID.randomUUID(), SUMMER);
    contact(person, true);
    contact(person, false);
    IncidentFiguresView before = summer();

    keeping.rebuild();
    assertThat(summer()).isEqualTo(before);

    jdbc.sql("delete from reporting.fact where subject = ?").param(lost).update();
    jdbc.sql("update reporting.fact set person = null where subject = ?").param(late).update();
    jdbc.sql("update reporting.tally set number = number + 3 where service_area = ?")
        .param(area.value())
        .update();
    jdbc.sql("delete from reporting.people_tally where service_area = ?")
        .param(area.value())
        .update();
    assertThat(summer()).isNotEqualTo(before);
    int made = keeping.rebuild();
    assertThat(summer()).isEqualTo(before);
    assertThat(made)
        .isEqualTo(jdbc.sql("select count(*) from reporting.fact").query(Integer.class).single());
  }

  @Test
  @DisplayName("F7: what was noted is only ever added to")
  void nobodyChangesWhatWasNoted() {
    incident(UUID.randomUUID(), SUMMER);

    assertThatThrownBy(() -> jdbc.sql("delete from reporting.noted").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void hearsOfAnIncident(Scenario scenario) {
    var id = IncidentId.next();
    scenario
        .publish(recorded(id, null))
        .andWaitForStateChange(() -> fact(id.value()), Objects::nonNull)
        .andVerify(fact -> assertThat(fact.get("service_area")).isEqualTo(area.value()));
    assertThat(summer().incidentsOfUnknownPeople()).isEqualTo(1);

    var customer = new CustomerId(UUID.randomUUID());
    scenario
        .publish(new IncidentAttributed(id, customer, NOW.plusSeconds(1), SOMEBODY))
        .andWaitForStateChange(
            () -> fact(id.value()), fact -> fact != null && fact.get("person") != null)
        .andVerify(fact -> assertThat(fact.get("person")).isEqualTo(customer.value()));
    assertThat(summer().people()).isEqualTo(1);
  }

  private IncidentRecorded recorded(IncidentId id, @Nullable CustomerId customer) {
    return new IncidentRecorded(
        id,
        new ConcernId(UUID.randomUUID()),
        customer,
        area,
        SUMMER,
        Channel.PHONE,
        List.of("SHOUTING"),
        SourceGrade.values()[0],
        null,
        Set.of(),
        NOW,
        SOMEBODY);
  }

  private @Nullable Map<String, Object> fact(UUID incident) {
    return jdbc
        .sql("select * from reporting.fact where subject = ?")
        .param(incident)
        .query()
        .listOfRows()
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Test
  @DisplayName("P6.3a: contacts that customers made are counted, and those that we caused")
  void hearsOfAContactThatTheCustomerMade(Scenario scenario) {
    Instant lastEvening = Instant.parse("2026-09-30T23:30:00Z");
    var ours = contactLogged(ContactDirection.OUT, lastEvening, false);
    var theirs = contactLogged(ContactDirection.IN, lastEvening, true);
    scenario
        .stimulate(
            (tx, events) -> {
              tx.executeWithoutResult(ignored -> events.publishEvent(ours));
              tx.executeWithoutResult(ignored -> events.publishEvent(theirs));
            })
        .andWaitForStateChange(
            () ->
                jdbc.sql("select count(*) from reporting.fact where subject = ?")
                    .param(theirs.contactId().value())
                    .query(Integer.class)
                    .single(),
            count -> count == 1)
        .andVerify(
            ignored ->
                assertThat(summer().contacts())
                    .as("half past midnight in London lies in the next quarter")
                    .isZero());
    IncidentFiguresView autumn =
        figures.incidents(List.of(area), List.of(Quarter.of(TODAY)), HOFCS, TODAY).getFirst();
    assertThat(autumn.contacts()).as("ours is not counted").isEqualTo(1);
    assertThat(autumn.contactsCausedByUs()).isEqualTo(1);
  }

  private ContactLogged contactLogged(ContactDirection direction, Instant at, boolean causedByUs) {
    return new ContactLogged(
        new ContactId(UUID.randomUUID()),
        new CustomerId(UUID.randomUUID()),
        null,
        area,
        Channel.PHONE,
        direction,
        at,
        ContactCause.MISSED_STANDARD,
        causedByUs,
        null,
        SOMEBODY);
  }

  @Test
  @DisplayName("P4.2: a head of service sees their own areas, CMT and the others all")
  void showsEachTheirPart() {
    ServiceAreaCode other = newArea(null);
    incident(UUID.randomUUID(), SUMMER);
    var both = List.of(area, other);
    var quarter = List.of(SUMMER_QUARTER);

    assertThat(figures.incidents(both, quarter, actor(Role.HEAD_OF_SERVICE, area), TODAY))
        .extracting(IncidentFiguresView::serviceArea)
        .containsExactly(area);
    assertThat(figures.incidents(List.of(), quarter, actor(Role.HEAD_OF_SERVICE, area), TODAY))
        .extracting(IncidentFiguresView::serviceArea)
        .containsExactly(area);
    for (Role role :
        List.of(
            Role.HEAD_OF_CUSTOMER_SERVICES,
            Role.CMT_MEMBER,
            Role.DATA_PROTECTION_OFFICER,
            Role.AUDITOR)) {
      assertThat(figures.incidents(both, quarter, actor(role), TODAY)).as("%s", role).hasSize(2);
    }
    assertThat(figures.incidents(both, quarter, actor(Role.OFFICER, area), TODAY)).isEmpty();
  }

  @Test
  @DisplayName("P5.1: incidents of concerns that named no service area are not lost")
  void keepsIncidentsWithoutAnArea() {
    LocalDate longAgo = LocalDate.of(1987, 5, 5);
    facts.note(Note.of(Heard.INCIDENT, UUID.randomUUID(), NOW).on(longAgo));

    assertThat(figures.incidents(List.of(), List.of(Quarter.of(longAgo)), HOFCS, TODAY))
        .filteredOn(row -> row.serviceArea() == null)
        .singleElement()
        .satisfies(row -> assertThat(row.incidents()).isPositive());
  }

  @Test
  void answersQuarterByQuarterThroughTheSchema() {
    incident(UUID.randomUUID(), SUMMER);
    incident(null, LocalDate.of(2026, 5, 5));
    As.cmtMember()
        .run(
            () -> {
              var answer =
                  graphQl
                      .document(
                          """
                          query ($areas: [String!], $quarters: [Date!]) {
                            incidentFigures(serviceAreas: $areas, quarters: $quarters) {
                              serviceArea { code } quarter { label firstDay lastDay over }
                              incidents people incidentsOfUnknownPeople contacts
                              contactsCausedByUs rounded withheld { field reason } } }
                          """)
                      .variable("areas", List.of(area.value(), "Not A Code"))
                      .variable("quarters", List.of("2026-09-30", "2026-04-01", "2026-11-01"))
                      .execute();
              answer
                  .path("incidentFigures[*].quarter.label")
                  .entityList(String.class)
                  .containsExactly("2026/27 Q1", "2026/27 Q2", "2026/27 Q3");
              answer
                  .path("incidentFigures[*].incidents")
                  .entityList(Integer.class)
                  .containsExactly(1, 1, 0);
              answer
                  .path("incidentFigures[*].quarter.over")
                  .entityList(Boolean.class)
                  .containsExactly(true, true, false);
              answer
                  .path("incidentFigures[0].serviceArea.code")
                  .entity(String.class)
                  .isEqualTo(area.value());
              graphQl
                  .document(
                      "query ($a: [String!]) { incidentFigures(serviceAreas: $a)"
                          + " { quarter { label } } }")
                  .variable("a", List.of(area.value()))
                  .execute()
                  .path("incidentFigures[*].quarter.label")
                  .entityList(String.class)
                  .containsExactly(
                      "2025/26 Q3", "2025/26 Q4", "2026/27 Q1", "2026/27 Q2", "2026/27 Q3");
              graphQl
                  .document("{ incidentFigures(serviceAreas: [\"Not A Code\"]) { incidents } }")
                  .execute()
                  .path("incidentFigures")
                  .entityList(Object.class)
                  .hasSize(0);
            });
  }

  static Stream<As> everyRole() {
    return As.everyRole();
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("PR.2: managers, leadership, members and those who check; nobody else")
  void isForThoseWhoLearnFromIt(As caller) {
    String role =
        ((Jwt) caller.authentication().getPrincipal()).getClaimAsStringList("roles").getFirst();
    boolean may =
        Set.of(
                "HEAD_OF_SERVICE",
                "HEAD_OF_CUSTOMER_SERVICES",
                "CMT_MEMBER",
                "ELECTED_MEMBER",
                "DATA_PROTECTION_OFFICER",
                "AUDITOR")
            .contains(role);
    var codes = new ArrayList<Object>();
    caller.run(
        () ->
            graphQl
                .document("{ incidentFigures { incidents } }")
                .execute()
                .errors()
                .satisfy(errors -> errors.forEach(e -> codes.add(e.getExtensions().get("code")))));

    assertThat(codes).isEqualTo(may ? List.of() : List.of("FORBIDDEN"));
  }
}
