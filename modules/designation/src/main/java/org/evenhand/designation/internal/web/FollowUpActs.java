package org.evenhand.designation.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.MonitoringConduct;
import org.evenhand.designation.MonitoringId;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.StrategyActionId;
import org.evenhand.designation.StrategyMeetingId;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.StrategyMeetings;
import org.evenhand.designation.WarningId;
import org.evenhand.designation.WarningView;
import org.evenhand.designation.internal.web.Inputs.MonitoringEndInput;
import org.evenhand.designation.internal.web.Inputs.MonitoringStartInput;
import org.evenhand.designation.internal.web.Inputs.StrategyActionCompleteInput;
import org.evenhand.designation.internal.web.Inputs.StrategyMeetingRecordInput;
import org.evenhand.designation.internal.web.Inputs.WarningChallengeDecideInput;
import org.evenhand.designation.internal.web.Inputs.WarningChallengeInput;
import org.evenhand.designation.internal.web.Inputs.WarningChallengeTellInput;
import org.evenhand.designation.internal.web.Inputs.WarningIssueInput;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Warnings, monitoring periods and strategy meetings, as the schema offers them. */
@Controller
class FollowUpActs {

  private final Acts acts;
  private final GivingWarnings warnings;
  private final MonitoringConduct monitoring;
  private final StrategyMeetings meetings;

  FollowUpActs(
      Acts acts, GivingWarnings warnings, MonitoringConduct monitoring, StrategyMeetings meetings) {
    this.acts = acts;
    this.warnings = warnings;
    this.monitoring = monitoring;
    this.meetings = meetings;
  }

  /** What every act on a warning answers. */
  record WarningPayload(
      @Nullable WarningView warning, List<Refusal> refusals, List<Warning> warnings) {
    static WarningPayload of(Outcome<WarningView> outcome) {
      return new WarningPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  WarningPayload warningIssue(@Argument WarningIssueInput input) {
    return WarningPayload.of(
        warning(
            "warningIssue",
            input.idempotencyKey(),
            input,
            given ->
                new GivingWarnings.Issue(
                    consideration(given, input.consideration()),
                    given.idIfAny("Customer", input.customer(), CustomerId::new, "customer"),
                    given.ids("Incident", input.incidents(), IncidentId::new, "incidents"),
                    input.conduct(),
                    input.whatFollows(),
                    input.howToReachUs(),
                    Set.copyOf(input.ombudsman()),
                    input.planned(),
                    given.language(input.lang(), "lang"),
                    input.expectedVersion()),
            warnings::issue));
  }

  @MutationMapping
  WarningPayload warningChallenge(@Argument WarningChallengeInput input) {
    return WarningPayload.of(
        warning(
            "warningChallenge",
            input.idempotencyKey(),
            input,
            given ->
                new GivingWarnings.Challenge(
                    given.id("ConductWarning", input.warning(), WarningId::new, "warning"),
                    input.grounds(),
                    input.receivedOn(),
                    input.expectedVersion()),
            warnings::challenge));
  }

  @MutationMapping
  WarningPayload warningChallengeDecide(@Argument WarningChallengeDecideInput input) {
    return WarningPayload.of(
        warning(
            "warningChallengeDecide",
            input.idempotencyKey(),
            input,
            given ->
                new GivingWarnings.DecideChallenge(
                    given.id("ConductWarning", input.warning(), WarningId::new, "warning"),
                    input.outcome(),
                    input.reasons(),
                    input.correctedConduct(),
                    input.expectedVersion()),
            warnings::decideChallenge));
  }

  @MutationMapping
  WarningPayload warningChallengeTell(@Argument WarningChallengeTellInput input) {
    return WarningPayload.of(
        warning(
            "warningChallengeTell",
            input.idempotencyKey(),
            input,
            given ->
                new GivingWarnings.TellOutcome(
                    given.id("ConductWarning", input.warning(), WarningId::new, "warning"),
                    input.toldOn(),
                    input.how(),
                    input.expectedVersion()),
            warnings::tellOutcome));
  }

  private <C> Outcome<WarningView> warning(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<WarningView>> doing) {
    return acts.act(name, key, input)
        .<WarningView>on(
            "ConductWarning",
            view -> view.id().value(),
            id -> warnings.find(new WarningId(id)).orElseThrow())
        .about(view -> view.customerId().value())
        .perform(wellFormed(command, doing));
  }

  /** What every act on a monitoring period answers. */
  record MonitoringPayload(
      @Nullable MonitoringView monitoring, List<Refusal> refusals, List<Warning> warnings) {
    static MonitoringPayload of(Outcome<MonitoringView> outcome) {
      return new MonitoringPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  MonitoringPayload monitoringStart(@Argument MonitoringStartInput input) {
    return MonitoringPayload.of(
        monitoring(
            "monitoringStart",
            input.idempotencyKey(),
            input,
            given ->
                new MonitoringConduct.Start(
                    consideration(given, input.consideration()),
                    given.idIfAny("Customer", input.customer(), CustomerId::new, "customer"),
                    input.from(),
                    input.until(),
                    input.watched(),
                    input.whatFollows(),
                    input.howToReachUs(),
                    Set.copyOf(input.ombudsman()),
                    input.planned(),
                    given.language(input.lang(), "lang"),
                    input.expectedVersion()),
            monitoring::start));
  }

  @MutationMapping
  MonitoringPayload monitoringEnd(@Argument MonitoringEndInput input) {
    return MonitoringPayload.of(
        monitoring(
            "monitoringEnd",
            input.idempotencyKey(),
            input,
            given ->
                new MonitoringConduct.End(
                    given.id("Monitoring", input.monitoring(), MonitoringId::new, "monitoring"),
                    input.outcome(),
                    input.reasons(),
                    input.expectedVersion()),
            monitoring::end));
  }

  private <C> Outcome<MonitoringView> monitoring(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<MonitoringView>> doing) {
    return acts.act(name, key, input)
        .<MonitoringView>on(
            "Monitoring",
            view -> view.id().value(),
            id -> monitoring.find(new MonitoringId(id)).orElseThrow())
        .about(view -> view.customerId().value())
        .perform(wellFormed(command, doing));
  }

  /** What recording a strategy meeting answers. */
  record StrategyMeetingPayload(
      @Nullable StrategyMeetingView strategyMeeting,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  @MutationMapping
  StrategyMeetingPayload strategyMeetingRecord(@Argument StrategyMeetingRecordInput input) {
    Outcome<StrategyMeetingView> outcome =
        acts.act("strategyMeetingRecord", input.idempotencyKey(), input)
            .<StrategyMeetingView>on(
                "StrategyMeeting",
                view -> view.id().value(),
                id -> meetings.find(new StrategyMeetingId(id)).orElseThrow())
            .about(view -> view.customerId().value())
            .perform(
                wellFormed(
                    given ->
                        new StrategyMeetings.Record(
                            consideration(given, input.consideration()),
                            given.idIfAny(
                                "StrategyMeeting",
                                input.meeting(),
                                StrategyMeetingId::new,
                                "meeting"),
                            given.areas(input.departments(), "departments"),
                            input.on(),
                            input.approach(),
                            toDo(given, input),
                            input.expectedVersion()),
                    meetings::record));
    return new StrategyMeetingPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private static List<StrategyMeetings.ToDo> toDo(Given given, StrategyMeetingRecordInput input) {
    var actions = new ArrayList<StrategyMeetings.ToDo>();
    for (int i = 0; i < input.actions().size(); i++) {
      String at = Integer.toString(i);
      var action = input.actions().get(i);
      ActorId owner = given.actor(action.owner(), "actions", at, "owner");
      actions.add(
          new StrategyMeetings.ToDo(
              action.what(),
              owner == null ? ActorId.SYSTEM : owner,
              action.ownerRole(),
              given.area(action.service(), "actions", at, "service"),
              action.dueOn()));
    }
    return actions;
  }

  /** What completing an action of a strategy meeting answers. */
  record StrategyActionPayload(
      StrategyMeetingView.@Nullable Action strategyAction,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  @MutationMapping
  StrategyActionPayload strategyActionComplete(@Argument StrategyActionCompleteInput input) {
    Outcome<StrategyMeetingView.Action> outcome =
        acts.act("strategyActionComplete", input.idempotencyKey(), input)
            .<StrategyMeetingView.Action>on(
                "StrategyAction",
                view -> view.id().value(),
                id -> meetings.findAction(new StrategyActionId(id)).orElseThrow())
            .about(this::person)
            .perform(
                wellFormed(
                    given ->
                        new StrategyMeetings.Complete(
                            given.id(
                                "StrategyAction", input.action(), StrategyActionId::new, "action"),
                            input.result(),
                            input.expectedVersion()),
                    meetings::complete));
    return new StrategyActionPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private @Nullable UUID person(StrategyMeetingView.Action action) {
    return meetings.personOf(action.id()).map(CustomerId::value).orElse(null);
  }

  private static ConsiderationId consideration(Given given, String id) {
    return given.id("Consideration", id, ConsiderationId::new, "consideration");
  }

  private static <C, T> Supplier<Outcome<T>> wellFormed(
      Function<Given, C> command, Function<C, Outcome<T>> doing) {
    return () -> {
      var given = new Given();
      C wanted = command.apply(given);
      List<Refusal> malformed = given.refusals();
      return malformed.isEmpty() ? doing.apply(wanted) : Outcome.refused(malformed);
    };
  }
}
