package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.SubjectCapacity;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Warnings, monitoring periods and strategy meetings, with the letters and duties they bring. */
class FollowUpModuleTests extends Story {

  /** Considered, and asked whether there is new information for a warning. */
  private ConsiderationView readyToWarn(String name) {
    ConsiderationView opened = considered(customer(name));
    As.headOfService("housing").run(() -> askedForNewInformation(opened, CheckStage.WARNING));
    return opened;
  }

  private WarningView warned(ConsiderationView consideration) {
    return As.headOfService("housing")
        .call(() -> done(() -> warnings.issue(warning(consideration))));
  }

  private boolean warningDone(ConsiderationView consideration) {
    return considerations.basis(consideration.id()).orElseThrow().warningGivenOrDispensed();
  }

  @Test
  @DisplayName("F20, P8.3.8: a warning names conduct, goes by letter, and gives its writer a part")
  void warnsByLetter() {
    ConsiderationView opened = readyToWarn("Wanda Warned");

    WarningView given = warned(opened);

    assertThat(given.reference()).matches("WRN-2026-\\d{5}");
    assertThat(given.incidentIds()).isEqualTo(opened.incidentIds());
    assertThat(given.policyVersionId()).isEqualTo(policies.inForce(MONDAY_TEN).orElseThrow().id());
    var letter = notices.find(given.noticeId()).orElseThrow();
    assertThat(letter.kind()).isEqualTo(NoticeKind.WARNING);
    assertThat(letter.caseId()).isEqualTo(opened.id().value());
    assertThat(letter.parts().why()).isEqualTo(given.conduct());
    assertThat(letter.appealable()).isFalse();
    assertThat(involvement.disqualifies(opened.id().value(), new ActorId("hos-housing"))).isTrue();
    assertThat(considerations.find(opened.id()).orElseThrow().version())
        .isGreaterThan(opened.version());
  }

  @Test
  @DisplayName(
      "T9, F20: a warning counts from the moment its letter counts as received, not before")
  void countsOnceServed() {
    ConsiderationView opened = readyToWarn("Serena Served");
    WarningView given = warned(opened);

    assertThat(warningDone(opened)).isFalse();
    As.officer("housing").run(() -> handedOver(given));

    assertThat(warningDone(opened)).isTrue();
  }

  @Autowired NamingOmbudsmen namingOmbudsmen;
  @Autowired LinkingMatters linkingMatters;

  @Test
  @DisplayName(
      "F4: a letter names the Ombudsman by the matter; both only where the case is about both")
  void namesTheOmbudsmanByMatter() {
    ConsiderationView opened = readyToWarn("Tess Tenant");
    assertThat(ombudsmen(opened)).containsExactly(Ombudsman.LOCAL_GOVERNMENT);
    MatterId tenancy = matter(opened, "T-9001", MatterKind.TENANCY);
    WarningView given = warned(opened);
    assertThat(notices.find(given.noticeId()).orElseThrow().parts().ombudsman())
        .containsExactly(Ombudsman.HOUSING);
    MatterId planning = matter(opened, "P-9001", MatterKind.PLANNING_CASE);
    assertThat(ombudsmen(opened)).containsExactly(Ombudsman.LOCAL_GOVERNMENT);
    linked(opened, tenancy);
    assertThat(ombudsmen(opened)).containsExactly(Ombudsman.HOUSING);
    linked(opened, planning);
    assertThat(ombudsmen(opened))
        .containsExactlyInAnyOrder(Ombudsman.HOUSING, Ombudsman.LOCAL_GOVERNMENT);
  }

  private Set<Ombudsman> ombudsmen(ConsiderationView of) {
    return namingOmbudsmen.of(of.id(), of.customerId(), Set.of());
  }

  private MatterId matter(ConsiderationView of, String reference, MatterKind kind) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        recordingMatters.record(
                            new RecordingMatters.MatterToRecord(
                                null,
                                null,
                                of.customerId(),
                                reference,
                                "case system",
                                null,
                                HOUSING,
                                null,
                                false,
                                null,
                                null,
                                null,
                                kind),
                            currentActor.get(),
                            clock.instant()))
                    .id());
  }

  private void linked(ConsiderationView to, MatterId matter) {
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        linkingMatters.link(
                            new LinkingMatters.LinkToMake(
                                matter, LinkedKind.CONSIDERATION, to.id().value()),
                            currentActor.get(),
                            clock.instant())));
  }

  @Test
  @DisplayName("T9: a warning that came back was not given")
  void notOnceReturned() {
    ConsiderationView opened = readyToWarn("Rhoda Returned");
    WarningView given = warned(opened);
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            given.noticeId(),
                            new ServiceRecord(
                                ServiceMethod.HAND,
                                clock.instant(),
                                ServiceOutcome.REFUSED,
                                null,
                                "not taken at the door",
                                null))));

    assertThat(warningDone(opened)).isFalse();
  }

  @Test
  @DisplayName("T3: new information is asked for the warning, and again for the next")
  void asksForNewInformation() {
    ConsiderationView opened = considered(customer("Nia Newinfo"));
    As head = As.headOfService("housing");

    head.run(
        () -> {
          var outcome = transactions.execute(s -> warnings.issue(warning(opened)));
          assertThat(outcome.refusals())
              .singleElement()
              .isEqualTo(
                  new MissingStepsRefusal(
                      "WARNING_STEPS_MISSING", List.of("CHECK_NEW_INFORMATION_AT_WARNING")));
          askedForNewInformation(opened, CheckStage.DECISION);
          assertThat(refused(() -> warnings.issue(warning(opened))))
              .containsExactly("WARNING_STEPS_MISSING");
          askedForNewInformation(opened, CheckStage.WARNING);
          done(() -> warnings.issue(warning(opened)));
          clock.set(MONDAY_TEN.plus(Duration.ofMinutes(5)));
          assertThat(refused(() -> warnings.issue(warning(opened))))
              .containsExactly("WARNING_STEPS_MISSING");
        });
  }

  @Test
  @DisplayName("T15, F20: warned for one's own considered conduct, all reasons at once")
  void refusesWhatIsNotTheirs() {
    ConsiderationView opened = considered(customer("Otto Own"));
    ConsiderationView another = considered(customer("Ada Another"));

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> warnings.issue(warning(opened, another.incidentIds()))))
                  .containsExactly("WARNING_STEPS_MISSING", "INCIDENT_NOT_CONSIDERED");
              assertThat(refused(() -> warnings.issue(warning(opened, Set.of()))))
                  .containsExactly("WARNING_STEPS_MISSING", "WARNING_NAMES_NOTHING");
              assertThat(
                      refused(
                          () ->
                              warnings.issue(
                                  toSomebody(opened, another.customerId(), another.incidentIds()))))
                  .containsExactly("CUSTOMER_NOT_CONSIDERED");
            });
  }

  private static GivingWarnings.Issue toSomebody(
      ConsiderationView consideration, CustomerId to, Set<IncidentId> incidents) {
    GivingWarnings.Issue usual = warning(consideration, incidents);
    return new GivingWarnings.Issue(
        usual.id(),
        to,
        usual.incidentIds(),
        usual.conduct(),
        usual.whatFollows(),
        usual.howToReachUs(),
        usual.ombudsman(),
        usual.planned(),
        usual.lang(),
        null);
  }

  @Test
  @DisplayName("T15: a bound member of a group is warned for conduct of their own")
  void warnsAMember() {
    CustomerId loud = customer("Lionel Loud");
    CustomerId group = group("Tenants of the Crescent", loud, customer("Qadir Quiet"));
    accepted(loud, HOUSING, MONDAY.minusDays(4));
    Set<IncidentId> own = incidentsOf(loud);
    As head = As.headOfService("housing");
    ConsiderationView opened =
        head.call(
            () ->
                done(
                    () ->
                        considering.open(
                            new Considering.Open(
                                group,
                                HOUSING,
                                Set.of(),
                                Set.of(),
                                false,
                                null,
                                Set.of(),
                                Set.of(),
                                List.of(new BoundMember(loud, own)),
                                "One of them shouted"))));

    head.run(
        () -> {
          askedForNewInformation(opened, CheckStage.WARNING);
          WarningView given = done(() -> warnings.issue(toSomebody(opened, loud, own)));
          assertThat(given.customerId()).isEqualTo(loud);
          handedOver(given);
        });

    assertThat(warningDone(opened)).isTrue();
  }

  @Test
  @DisplayName(
      "P9.2, T6: challenged on its facts, decided by another, and withdrawn it counts no more")
  void challengedAndWithdrawn() {
    ConsiderationView opened = readyToWarn("Cyril Challenger");
    WarningView given = warned(opened);
    As head = As.headOfService("housing");
    head.run(() -> handedOver(given));

    head.run(
        () ->
            done(
                () ->
                    warnings.challenge(
                        new GivingWarnings.Challenge(
                            given.id(), "I was at work that day", MONDAY, null))));
    assertThat(duties.openFor(given.id().value()))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.kind()).isEqualTo("DECIDE_WARNING_CHALLENGE");
              assertThat(duty.ownerRole()).isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
              assertThat(duty.dueOn()).isEqualTo(LocalDate.of(2026, 12, 7));
            });
    head.run(
        () ->
            assertThat(
                    refused(() -> warnings.decideChallenge(decide(given, ChallengeOutcome.STANDS))))
                .containsExactly("CHALLENGE_DECIDER_INVOLVED"));
    As.headOfCustomerServices()
        .run(() -> done(() -> warnings.decideChallenge(decide(given, ChallengeOutcome.WITHDRAWN))));

    assertThat(warningDone(opened)).isFalse();
    assertThat(warnings.find(given.id()).orElseThrow().status()).isEqualTo(WarningStatus.WITHDRAWN);
    // T27: and whoever challenged it is told.
    assertThat(duties.openFor(given.id().value()))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.kind()).isEqualTo("TELL_WARNING_CHALLENGE_OUTCOME");
              assertThat(duty.dueOn()).isEqualTo(MONDAY.plusDays(7));
            });
    head.run(
        () -> {
          assertThat(refused(() -> warnings.tellOutcome(told(given, MONDAY.minusDays(1), " "))))
              .containsExactlyInAnyOrder("TEXT_MISSING", "DATE_BEFORE_ANOTHER");
          assertThat(refused(() -> warnings.tellOutcome(told(given, MONDAY.plusDays(1), "Rang"))))
              .containsExactly("DAY_AHEAD");
          done(() -> warnings.tellOutcome(told(given, MONDAY, "Rang them")));
          assertThat(refused(() -> warnings.tellOutcome(told(given, MONDAY, "Again"))))
              .containsExactly("CHALLENGE_OUTCOME_TOLD");
        });
    assertThat(duties.openFor(given.id().value())).isEmpty();
  }

  private static GivingWarnings.TellOutcome told(WarningView warning, LocalDate on, String how) {
    return new GivingWarnings.TellOutcome(warning.id(), on, how, null);
  }

  private static GivingWarnings.DecideChallenge decide(
      WarningView warning, ChallengeOutcome outcome) {
    return new GivingWarnings.DecideChallenge(
        warning.id(), outcome, "The rota shows it", null, null);
  }

  @Test
  @DisplayName("P8.3.8, P2.2: the policy shared with a warning is one warning, and counts")
  void sharingWithAWarningIsAWarning() {
    ConsiderationView opened = considered(customer("Polly Policy"));

    warned(opened.customerId());

    assertThat(warnings.of(List.of(opened.customerId())))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.conduct()).isNull();
              assertThat(w.considerationId()).isNull();
              assertThat(w.whatFollows()).contains("arranged differently");
            });
    assertThat(warningDone(opened)).isTrue();
  }

  @Test
  @DisplayName("P8.3.8, P8.3.9: what an action of that kind creates is the same record, once")
  void actionsKeepTheSameRecord() {
    ConsiderationView opened = considered(customer("Acton Action"));
    UUID action = UUID.randomUUID();
    NoticeId letter = new NoticeId(UUID.randomUUID());

    As.headOfService("housing")
        .run(
            () ->
                transactions.executeWithoutResult(
                    s -> {
                      for (int twice = 0; twice < 2; twice++) {
                        warnings.givenBy(
                            new GivingWarnings.ByAction(
                                action,
                                opened.id(),
                                opened.customerId(),
                                "Remarks at the desk",
                                "Contact may be arranged differently",
                                letter));
                        meetings.arrangedBy(
                            new StrategyMeetings.ByAction(
                                action,
                                opened.id(),
                                opened.customerId(),
                                Set.of(HOUSING, LEISURE),
                                MONDAY.plusDays(3),
                                null));
                      }
                    }));

    assertThat(warnings.of(List.of(opened.customerId()))).hasSize(1);
    StrategyMeetingView arranged =
        meetings.of(List.of(opened.customerId())).stream().findFirst().orElseThrow();
    assertThat(arranged.approach()).isNull();
    clock.set(MONDAY_TEN.plus(Duration.ofDays(3)));
    StrategyMeetingView held =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            meetings.record(
                                meeting(opened, arranged.id(), MONDAY.plusDays(3), toDo()))));
    assertThat(held.id()).isEqualTo(arranged.id());
    assertThat(meetings.of(List.of(opened.customerId()))).hasSize(1);
  }

  private static MonitoringConduct.Start start(
      ConsiderationView consideration, @Nullable LocalDate until) {
    return new MonitoringConduct.Start(
        consideration.id(),
        null,
        null,
        until,
        "Remarks at the desk",
        "We look at it again at the end. Nothing changes for you until then.",
        "Telephone, letter and the desk stay open to you.",
        Set.of(),
        new PlannedService(ServiceMethod.HAND, MONDAY, "the front desk"),
        Language.ENGLISH,
        null);
  }

  private MonitoringView monitored(ConsiderationView consideration, @Nullable LocalDate until) {
    return As.headOfService("housing")
        .call(() -> done(() -> monitoring.start(start(consideration, until))));
  }

  @Test
  @DisplayName("P8.1: monitoring lasts three months, the customer is told, its end is a duty")
  void monitoringPeriod() {
    ConsiderationView opened = considered(customer("Mona Monitored"));

    MonitoringView begun = monitored(opened, null);

    assertThat(begun.firstDay()).isEqualTo(MONDAY);
    assertThat(begun.lastDay()).isEqualTo(LocalDate.of(2027, 2, 22));
    assertThat(notices.find(begun.noticeId()).orElseThrow().kind())
        .isEqualTo(NoticeKind.MONITORING);
    assertThat(duties.openFor(begun.id().value()))
        .extracting(DutyView::kind, DutyView::dueOn)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("REVIEW_MONITORING", begun.lastDay()));
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> monitoring.start(start(opened, null))))
                    .containsExactly("ALREADY_MONITORED"));
  }

  @Test
  @DisplayName("P8.1: what it showed is recorded at its end, and must have been shown")
  void endOfMonitoring() {
    ConsiderationView opened = considered(customer("Enid Ended"));
    MonitoringView begun = monitored(opened, MONDAY.plusDays(30));
    As head = As.headOfService("housing");

    head.run(
        () -> {
          assertThat(refused(() -> monitoring.end(end(begun, MonitoringOutcome.SETTLED))))
              .containsExactly("MONITORING_NOT_OVER");
          assertThat(refused(() -> monitoring.end(end(begun, MonitoringOutcome.CONTINUED))))
              .containsExactly("MONITORING_SHOWS_NOTHING");
        });
    accepted(opened.customerId(), HOUSING, MONDAY);
    head.run(() -> done(() -> monitoring.end(end(begun, MonitoringOutcome.CONTINUED))));

    assertThat(duties.openFor(begun.id().value())).isEmpty();
    assertThat(monitoring.find(begun.id()).orElseThrow().ending().outcome())
        .isEqualTo(MonitoringOutcome.CONTINUED);
    head.run(
        () ->
            assertThat(refused(() -> monitoring.end(end(begun, MonitoringOutcome.CONTINUED))))
                .containsExactly("MONITORING_ENDED"));
  }

  private static MonitoringConduct.End end(MonitoringView monitoring, MonitoringOutcome outcome) {
    return new MonitoringConduct.End(monitoring.id(), outcome, "As the log shows", null);
  }

  @Test
  @DisplayName("P8.1: no longer than a year")
  void notForever() {
    ConsiderationView opened = considered(customer("Leonie Long"));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                monitoring.start(start(opened, MONDAY.plusMonths(12).plusDays(1)))))
                    .containsExactly("MONITORING_TOO_LONG"));
  }

  private static StrategyMeetings.Record meeting(
      ConsiderationView consideration,
      @Nullable StrategyMeetingId arranged,
      LocalDate on,
      StrategyMeetings.ToDo... actions) {
    return new StrategyMeetings.Record(
        consideration.id(),
        arranged,
        Set.of(HOUSING, LEISURE),
        on,
        "One officer answers for both services",
        List.of(actions),
        null);
  }

  private static StrategyMeetings.ToDo toDo() {
    return new StrategyMeetings.ToDo(
        "Ring the customer and explain",
        new ActorId("officer-1"),
        Role.OFFICER,
        HOUSING,
        LocalDate.of(2026, 12, 4));
  }

  @Test
  @DisplayName("P8.3.9, T20: each action is a duty of its owner, who sees nothing else of the case")
  void strategyMeeting() {
    ConsiderationView opened = considered(customer("Stella Strategy"));

    StrategyMeetingView held =
        As.headOfService("housing")
            .call(() -> done(() -> meetings.record(meeting(opened, null, MONDAY, toDo()))));

    StrategyMeetingView.Action action = held.actions().getFirst();
    assertThat(duties.openFor(action.id().value()))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.kind()).isEqualTo("STRATEGY_ACTION");
              assertThat(duty.owner()).isEqualTo(new ActorId("officer-1"));
              assertThat(duty.dueOn()).isEqualTo(LocalDate.of(2026, 12, 4));
            });
    var complete = new StrategyMeetings.Complete(action.id(), "Rung, and explained", null);
    As.headOfService("leisure")
        .run(
            () ->
                assertThat(refused(() -> meetings.complete(complete)))
                    .containsExactly("NOT_FOUND"));
    As.headOfService("housing").run(() -> done(() -> meetings.complete(complete)));
    assertThat(duties.openFor(action.id().value())).isEmpty();
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> meetings.complete(complete)))
                    .containsExactly("STRATEGY_ACTION_DONE"));
  }

  @Test
  @DisplayName("P8.3.9: departments in the plural, on a day that came")
  void refusesHalfAMeeting() {
    ConsiderationView opened = considered(customer("Hal Half"));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                meetings.record(
                                    new StrategyMeetings.Record(
                                        opened.id(),
                                        null,
                                        Set.of(HOUSING),
                                        MONDAY.plusDays(1),
                                        " ",
                                        List.of(
                                            new StrategyMeetings.ToDo(
                                                "Ring",
                                                new ActorId("somebody"),
                                                Role.ELECTED_MEMBER,
                                                HOUSING,
                                                MONDAY)),
                                        null))))
                    .containsExactly(
                        "DEPARTMENTS_MISSING",
                        "DAY_AHEAD",
                        "TEXT_MISSING",
                        "DATE_BEFORE_ANOTHER",
                        "ROLE_CANNOT_OWN"));
  }

  @Test
  @DisplayName(
      "F20, T27: a warning for what was not this person's conduct counts no more than none")
  void anotherConduct() {
    CustomerId customer = customer("Una Unrelated");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(30));
    ConsiderationView opened =
        As.headOfService("housing")
            .call(() -> done(() -> considering.open(open(customer, concern))));
    As.headOfService("housing")
        .run(
            () -> {
              askedForNewInformation(opened, CheckStage.WARNING);
              handedOver(done(() -> warnings.issue(warning(opened))));
            });

    assertThat(warningDone(opened)).isTrue();
    jdbc.sql("update designation.warning set incidents = array[?::text] where customer_id = ?")
        .param(UUID.randomUUID().toString())
        .param(customer.value())
        .update();
    assertThat(warningDone(opened)).isFalse();
  }

  @Test
  @DisplayName("F20, T25: a warning about recording in secret is none about abuse")
  void recordingIsAnotherConduct() {
    CustomerId customer = customer("Reece Recorder");
    ConcernView remarks = accepted(customer, HOUSING, MONDAY.minusDays(30));
    ConsiderationView opened =
        As.headOfService("housing")
            .call(() -> done(() -> considering.open(open(customer, remarks))));
    As.headOfService("housing")
        .run(
            () -> {
              askedForNewInformation(opened, CheckStage.WARNING);
              handedOver(done(() -> warnings.issue(warning(opened))));
            });
    assertThat(warningDone(opened)).isTrue();

    ConcernView recorded =
        reported(customer, HOUSING, SubjectCapacity.CUSTOMER, "COVERT_RECORDING", MONDAY);
    IncidentId secretly = incidents.ofConcerns(List.of(recorded.id())).getFirst().id();
    jdbc.sql("update designation.warning set incidents = array[?::text] where customer_id = ?")
        .param(secretly.value().toString())
        .param(customer.value())
        .update();

    assertThat(warningDone(opened)).isFalse();
  }
}
