package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** P5.1, P6, P7, P9.5: concerns, what happened, and what must be reported onward. */
class ConcernsModuleTests extends IntakeModuleTest {

  @Autowired List<CaseFileContributor> contributors;

  @Test
  @DisplayName("P5.1: a concern about a service belongs to its head, one about none to the HofCS")
  void everyConcernHasAnOwner(Scenario scenario) {
    CustomerView customer = customer("Con Cerned");
    As.officer("housing")
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    reporting.report(
                                        about(
                                            customer,
                                            HOUSING,
                                            incident(TODAY, "OFFENSIVE_REMARKS")),
                                        currentActor.get(),
                                        NOW)))
                    .andWaitForEventOfType(IncidentRecorded.class)
                    .toArriveAndVerify(
                        (event, concern) -> {
                          assertThat(event.concernId()).isEqualTo(concern.id());
                          assertThat(event.customerId()).isEqualTo(customer.id());
                          assertThat(event.behaviours()).containsExactly("OFFENSIVE_REMARKS");
                          assertThat(event.sourceGrade()).isEqualTo(SourceGrade.FIRST_HAND);
                          assertThat(concern.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
                          assertThat(concern.status()).isEqualTo(ConcernStatus.REPORTED);
                        }));

    ConcernView anywhere =
        report(
            As.contractor("leisure"), about(customer, null, incident(TODAY, "OFFENSIVE_REMARKS")));
    assertThat(anywhere.ownerRole()).isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
    assertThat(incidents.ofConcerns(List.of(anywhere.id())))
        .as("F13: what a contractor reports is graded as the provider's")
        .singleElement()
        .satisfies(i -> assertThat(i.sourceGrade()).isEqualTo(SourceGrade.PROVIDER));
  }

  @Test
  @DisplayName(
      "P9.5, T18: an assault opens the police duty at once, also where nobody knows who it was")
  void anAssaultGoesToThePoliceAtOnce() {
    ConcernView concern =
        report(
            As.officer("housing"),
            new ConcernToReport(
                null,
                "a tall man in a green coat",
                null,
                HOUSING,
                null,
                List.of(incident(TODAY, Assault.PHYSICAL, Set.of(), "OFFENSIVE_REMARKS"))));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();

    assertThat(duties.openFor(incident.id().value()))
        .filteredOn(duty -> duty.kind().equals("POLICE_REPORT"))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.dueAt()).isEqualTo(NOW);
              assertThat(duty.overdue(NOW)).isTrue();
              assertThat(duty.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
            });
    assertThat(onward.of(List.of(incident.id())))
        .filteredOn(o -> o.kind() == ObligationKind.POLICE_REPORT)
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.status()).isEqualTo(ObligationStatus.OPEN);
            });
  }

  @Test
  @DisplayName("P7.2, PR.4, T18: a hate strand opens its own duty within one working day")
  void hateIncidentsHaveTheirOwnClock() {
    Instant friday = Instant.parse("2026-11-27T15:00:00Z");
    clock.set(friday);
    ConcernView concern =
        report(
            As.officer("housing"),
            about(
                customer("Hal Hostile"),
                HOUSING,
                incident(
                    LocalDate.of(2026, 11, 27),
                    null,
                    Set.of(HateStrand.RACE),
                    "OFFENSIVE_REMARKS")));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();

    assertThat(duties.openFor(incident.id().value()))
        .extracting(DutyView::kind, DutyView::dueOn, DutyView::ownerRole)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "HATE_INCIDENT_REPORT",
                LocalDate.of(2026, 11, 30),
                Role.HEAD_OF_CUSTOMER_SERVICES));
  }

  @Test
  @DisplayName("P9.5, T18: closed by force, time and reference, or by a named officer's reason")
  void obligationsAreVisibleUntilAnswered(Scenario scenario) {
    ConcernView concern =
        report(
            As.officer("housing"),
            about(
                customer("Pat Police"),
                HOUSING,
                incident(TODAY, Assault.VERBAL, Set.of(HateStrand.SEX), "OFFENSIVE_REMARKS")));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    List<ObligationView> open = onward.of(List.of(incident.id()));
    ObligationView police = open.getFirst();
    ObligationView hate =
        open.stream()
            .filter(o -> o.kind() == ObligationKind.HATE_INCIDENT_REPORT)
            .findFirst()
            .orElseThrow();
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> answer(police, "Staffordshire Police", null, "x", null)))
                  .containsExactly("REPORT_INCOMPLETE");
              assertThat(refused(() -> answer(police, null, null, null, null)))
                  .containsExactly("ANSWER_UNCLEAR");
              assertThat(
                      refused(
                          () ->
                              answer(
                                  police,
                                  "Staffordshire Police",
                                  NOW.minusSeconds(200_000),
                                  "22-1",
                                  null)))
                  .containsExactly("REPORTED_BEFORE_INCIDENT");
              scenario
                  .stimulate(
                      () ->
                          done(() -> answer(police, "Staffordshire Police", NOW, "22-4711", null)))
                  .andWaitForEventOfType(ObligationAnswered.class)
                  .toArriveAndVerify(
                      (event, answered) -> {
                        assertThat(event.obligationId()).isEqualTo(police.id());
                        assertThat(answered.status()).isEqualTo(ObligationStatus.REPORTED);
                      });
              assertThat(openDuties(incident.id().value()))
                  .containsExactlyInAnyOrder(
                      "HATE_INCIDENT_REPORT", "HAT_RECORD", "POLICE_OUTCOME");
              ObligationView not =
                  done(() -> answer(hate, null, null, null, "The victim asked us not to."));
              assertThat(not.status()).isEqualTo(ObligationStatus.NOT_REPORTED);
              assertThat(not.answeredBy()).hasToString("officer-1");
              assertThat(refused(() -> answer(not, null, null, null, "Again.")))
                  .containsExactly("OBLIGATION_ANSWERED");
            });
    assertThat(openDuties(incident.id().value()))
        .containsExactlyInAnyOrder("HAT_RECORD", "POLICE_OUTCOME");
  }

  @Test
  @DisplayName("F18: a pattern needs something before it that may be counted")
  void aPatternNeedsAHistory() {
    CustomerView customer = customer("Reg Repeated");
    As.officer("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              reporting.report(
                                  about(
                                      customer, HOUSING, incident(TODAY, "DECISION_NOT_ACCEPTED")),
                                  currentActor.get(),
                                  NOW)))
                  .containsExactly("PATTERN_ON_FIRST_CONTACT");
              done(() -> contact(customer, StatutoryTopic.COMPLAINT, NOW.minusSeconds(400_000)));
              assertThat(
                      refused(
                          () ->
                              reporting.report(
                                  about(
                                      customer, HOUSING, incident(TODAY, "DECISION_NOT_ACCEPTED")),
                                  currentActor.get(),
                                  NOW)))
                  .as("the use of a right is no history")
                  .containsExactly("PATTERN_ON_FIRST_CONTACT");
              done(() -> contact(customer, null, NOW.minusSeconds(300_000)));
              done(
                  () ->
                      reporting.report(
                          about(customer, HOUSING, incident(TODAY, "DECISION_NOT_ACCEPTED")),
                          currentActor.get(),
                          NOW));
            });
  }

  @Test
  @DisplayName("F5: somebody recognised at triage takes their incidents with them")
  void somebodyRecognisedLater(Scenario scenario) {
    ConcernView concern =
        report(
            As.officer("housing"),
            new ConcernToReport(
                null,
                "a woman with a red bicycle",
                null,
                HOUSING,
                null,
                List.of(incident(TODAY, "OFFENSIVE_REMARKS"))));
    CustomerView customer = customer("Rosa Recognised");
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(() -> triage(concern, TriageOutcome.ACCEPT, null, null, null, null)))
                  .containsExactly("CUSTOMER_NOT_IDENTIFIED");
              scenario
                  .stimulate(
                      () ->
                          done(
                              () ->
                                  triage(
                                      concern, TriageOutcome.ACCEPT, customer, null, null, null)))
                  .andWaitForEventOfType(ConcernTriaged.class)
                  .toArriveAndVerify(
                      (event, accepted) -> {
                        assertThat(event.status()).isEqualTo(ConcernStatus.ACCEPTED);
                        assertThat(accepted.customerId()).isEqualTo(customer.id());
                        assertThat(accepted.subjectCapacity()).isEqualTo(SubjectCapacity.CUSTOMER);
                      });
            });
    assertThat(incidents.of(customer.id())).hasSize(1);
  }

  @Test
  @DisplayName("T19: an elected member acting as one goes to the monitoring officer")
  void electedMembersGoToTheMonitoringOfficer() {
    CustomerView member =
        customer(
            new CustomerToRegister(
                CustomerKind.INDIVIDUAL,
                "Cllr Mel Member",
                null,
                true,
                List.of(),
                Circumstances.NONE_KNOWN,
                null,
                null,
                List.of()));
    ConcernView concern =
        report(As.officer("housing"), about(member, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(() -> triage(concern, TriageOutcome.ACCEPT, null, null, null, null)))
                  .containsExactly("CAPACITY_MISSING");
              ConcernView routed =
                  done(
                      () ->
                          triage(
                              concern,
                              TriageOutcome.ROUTE_ELSEWHERE,
                              null,
                              SubjectCapacity.ELECTED_MEMBER,
                              ConcernRoute.MONITORING_OFFICER,
                              "Said at a surgery, as a member."));
              assertThat(routed.status()).isEqualTo(ConcernStatus.ROUTED_ELSEWHERE);
              assertThat(routed.route()).isEqualTo(ConcernRoute.MONITORING_OFFICER);
            });
  }

  @Test
  @DisplayName("T19: whoever takes up a concern about a child is told so")
  void warnsThatItIsAChild() {
    CustomerView child =
        customer(
            new CustomerToRegister(
                CustomerKind.INDIVIDUAL,
                "Kit Young",
                LocalDate.of(2012, 4, 1),
                false,
                List.of(),
                new Circumstances(false, null, true, null),
                null,
                null,
                List.of()));
    ConcernView concern =
        report(As.officer("housing"), about(child, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));

    Outcome<ConcernView> taken =
        As.headOfService("housing")
            .call(
                () ->
                    transactions.execute(
                        s -> triage(concern, TriageOutcome.ACCEPT, null, null, null, null)));

    assertThat(taken.warnings())
        .extracting(Warning::code)
        .containsExactly("CUSTOMER_IS_A_CHILD", "CAPACITY_IN_DOUBT");
  }

  @Test
  @DisplayName(
      "P6.2, T25: impact is what it did to others; the customer's own distress opens support")
  void keepsImpactAndDistressApart() {
    CustomerView customer = customer("Ivy Impact");
    var base = incident(TODAY, "OFFENSIVE_REMARKS");
    ConcernView concern =
        report(
            As.officer("housing"),
            about(
                customer,
                HOUSING,
                new ReportingConcerns.IncidentToRecord(
                    base.occurredOn(),
                    base.occurredAt(),
                    base.channel(),
                    null,
                    base.behaviours(),
                    null,
                    null,
                    base.affected(),
                    null,
                    new Impact(35, true, true, false, "Two other calls were missed"),
                    true,
                    base.account(),
                    null,
                    Confidence.CONFIRMED,
                    false,
                    null,
                    Set.of(),
                    null)));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();

    assertThat(incident.impact())
        .isEqualTo(new Impact(35, true, true, false, "Two other calls were missed"));
    assertThat(incident.impact().distress()).isFalse();
    assertThat(incident.customerDistressed()).isTrue();
    assertThat(openDuties(customer.id().value())).containsExactly("SUPPORT_OFFER");
  }

  @Test
  @DisplayName("F7: contacts, concerns and incidents are in the chronology of the case")
  void contributesToTheCaseFile() {
    CustomerView customer = customer("Cal Chronology");
    As.officer("housing").run(() -> done(() -> contact(customer, null, NOW.minusSeconds(90_000))));
    report(As.officer("housing"), about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));

    assertThat(
            contributors.stream()
                .flatMap(
                    c -> c.contribute(java.util.UUID.randomUUID(), customer.id().value()).stream())
                .map(CaseFileContributor.Entry::code))
        .containsExactlyInAnyOrder("CONTACT", "CONCERN_REPORTED", "INCIDENT");
  }

  private Outcome<ContactView> contact(
      CustomerView customer, @Nullable StatutoryTopic right, Instant at) {
    return logging.log(
        new LoggingContacts.ContactToLog(
            customer.id(),
            null,
            HOUSING,
            org.evenhand.spi.Channel.PHONE,
            ContactDirection.IN,
            at,
            ContactCause.FIRST_CONTACT,
            right,
            null,
            Speaker.SELF,
            null,
            null,
            null,
            false,
            false,
            false),
        currentActor.get(),
        NOW);
  }

  private Outcome<ObligationView> answer(
      ObligationView obligation,
      @Nullable String to,
      @Nullable Instant at,
      @Nullable String reference,
      @Nullable String because) {
    return onward.answer(
        new ReportingOnward.Answer(
            obligation.id(), obligation.version(), to, at, reference, because),
        currentActor.get(),
        NOW);
  }

  private Outcome<ConcernView> triage(
      ConcernView concern,
      TriageOutcome outcome,
      @Nullable CustomerView customer,
      @Nullable SubjectCapacity capacity,
      @Nullable ConcernRoute route,
      @Nullable String reason) {
    return reporting.triage(
        new Triage(
            concern.id(),
            concern.version(),
            outcome,
            customer == null ? null : customer.id(),
            capacity,
            route,
            reason,
            "Thank you. We are looking into it."),
        currentActor.get(),
        NOW);
  }
}
