package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.designation.ChallengeOutcome;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A warning that was given, and what may become of it: challenged on its facts by the customer, and
 * decided by somebody who had no part in it (P9.2, T6).
 *
 * @param involved whether whoever acts gave it, or has a part in its case that bars them
 */
record GivenWarning(WarningView view, boolean involved) {

  /** The customer says that a fact is wrong. */
  Outcome<WarningView> challenge(GivingWarnings.Challenge command, Actor actor, Instant now) {
    var refusals = guard(AllowedWarningAct.CHALLENGE, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.grounds(), Consideration.LONGEST_TEXT, "grounds"));
    if (command.receivedOn().isAfter(day(now))) {
      refusals.add(Refusal.at("DAY_AHEAD", "receivedOn"));
    }
    if (command.receivedOn().isBefore(day(view.issuedAt()))) {
      refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "receivedOn"));
    }
    return refusals.isEmpty()
        ? Outcome.done(
            with(
                new WarningView.Challenge(
                    command.grounds(), command.receivedOn(), actor.id(), now, null)))
        : Outcome.refused(refusals);
  }

  /** Somebody without a part in it decides whether its facts are right. */
  Outcome<WarningView> decide(GivingWarnings.DecideChallenge command, Actor actor, Instant now) {
    var refusals = guard(AllowedWarningAct.DECIDE_CHALLENGE, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.reasons(), Consideration.LONGEST_TEXT, "reasons"));
    String corrected = command.correctedConduct();
    if (command.outcome() == ChallengeOutcome.CORRECTED) {
      add(
          refusals,
          corrected == null || corrected.isBlank()
              ? Refusal.at("CORRECTION_MISSING", "correctedConduct")
              : Acts.text(corrected, Consideration.LONGEST_TEXT, "correctedConduct"));
    } else if (corrected != null) {
      refusals.add(Refusal.at("CORRECTION_NOT_WANTED", "correctedConduct"));
    }
    WarningView.Challenge challenge = view.challenge();
    if (challenge == null || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var as = actor.actsAs(AllowedWarningAct.DECIDERS).orElseThrow();
    return Outcome.done(
        with(
            new WarningView.Challenge(
                challenge.grounds(),
                challenge.on(),
                challenge.recordedBy(),
                challenge.recordedAt(),
                new WarningView.Decision(
                    command.outcome(), command.reasons(), corrected, actor.id(), as, now, null))));
  }

  /** T27: who challenged it knows what came of that. */
  Outcome<WarningView> tellOutcome(GivingWarnings.TellOutcome command, Actor actor, Instant now) {
    var refusals = guard(AllowedWarningAct.TELL_OUTCOME, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.how(), Consideration.LONGEST_NAME, "how"));
    if (command.toldOn().isAfter(day(now))) {
      refusals.add(Refusal.at("DAY_AHEAD", "toldOn"));
    }
    WarningView.Challenge challenge = view.challenge();
    WarningView.Decision decided = challenge == null ? null : challenge.decision();
    if (decided != null && command.toldOn().isBefore(day(decided.at()))) {
      refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "toldOn"));
    }
    if (challenge == null || decided == null || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return Outcome.done(
        with(
            new WarningView.Challenge(
                challenge.grounds(),
                challenge.on(),
                challenge.recordedBy(),
                challenge.recordedAt(),
                new WarningView.Decision(
                    decided.outcome(),
                    decided.reasons(),
                    decided.correctedConduct(),
                    decided.by(),
                    decided.as(),
                    decided.at(),
                    new WarningView.Told(command.toldOn(), command.how().strip(), actor.id())))));
  }

  List<AvailableAction> availableActions(
      Actor actor, @Nullable LocalDate decideBy, @Nullable LocalDate tellBy) {
    var actions = new ArrayList<AvailableAction>();
    for (AllowedWarningAct act : AllowedWarningAct.values()) {
      actions.add(
          AvailableAction.of(
              act.name(),
              act.mutation(),
              refusals(act, actor),
              switch (act) {
                case CHALLENGE -> null;
                case DECIDE_CHALLENGE -> decideBy;
                case TELL_OUTCOME -> tellBy;
              }));
    }
    return actions;
  }

  private List<Refusal> guard(AllowedWarningAct act, @Nullable Integer expected, Actor actor) {
    var refusals = refusals(act, actor);
    add(refusals, Acts.stale(expected, view.version()));
    return refusals;
  }

  private List<Refusal> refusals(AllowedWarningAct act, Actor actor) {
    var refusals = new ArrayList<>(act.refusals(view.status(), involved, actor));
    if (act == AllowedWarningAct.TELL_OUTCOME && told()) {
      refusals.add(Refusal.of("CHALLENGE_OUTCOME_TOLD"));
    }
    return refusals;
  }

  private boolean told() {
    WarningView.Challenge challenge = view.challenge();
    WarningView.Decision decided = challenge == null ? null : challenge.decision();
    return decided != null && decided.told() != null;
  }

  private WarningView with(WarningView.Challenge challenge) {
    return new WarningView(
        view.id(),
        view.version(),
        view.reference(),
        view.customerId(),
        view.considerationId(),
        view.conduct(),
        view.incidentIds(),
        view.whatFollows(),
        view.policyVersionId(),
        view.noticeId(),
        view.issuedAt(),
        view.issuedBy(),
        challenge);
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
