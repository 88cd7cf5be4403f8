package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.ImposingRestrictions;
import org.evenhand.restrictions.LiftingRestrictions;
import org.evenhand.restrictions.RestrictionCameIntoForce;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.Judging.Judged;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imposing, confirming and lifting actions. */
@Service
class RestrictionDecisions implements ImposingRestrictions, LiftingRestrictions {

  private static final int LONGEST = 10_000;

  private final ImposedActions actions;
  private final ReadingRestrictions reading;
  private final Judging judging;
  private final StoringActions storing;
  private final Considerations considerations;
  private final Customers customers;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final Endings endings;
  private final ReviewDuties reviewDuties;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RestrictionDecisions(
      ImposedActions actions,
      ReadingRestrictions reading,
      Judging judging,
      StoringActions storing,
      Considerations considerations,
      Customers customers,
      Policies policies,
      FrontDeskWriter frontDesk,
      Endings endings,
      ReviewDuties reviewDuties,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events,
      Clock clock) {
    this.actions = actions;
    this.reading = reading;
    this.judging = judging;
    this.storing = storing;
    this.considerations = considerations;
    this.customers = customers;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.endings = endings;
    this.reviewDuties = reviewDuties;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Outcome<RestrictionPreviewView> preview(RestrictionToImpose proposed) {
    Instant now = clock.instant();
    return switch (judging.judge(proposed, now)) {
      case Outcome.Refused<Judged>(List<Refusal> refusals) -> Outcome.refused(refusals);
      case Outcome.Done<Judged>(Judged judged, List<Warning> warnings) ->
          Outcome.done(judged.proposal().shown(judged.proposal().refusals()), warnings);
    };
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> impose(RestrictionToImpose proposed) {
    Instant now = clock.instant();
    return switch (judging.judge(proposed, now)) {
      case Outcome.Refused<Judged>(List<Refusal> refusals) -> Outcome.refused(refusals);
      case Outcome.Done<Judged>(Judged judged, List<Warning> warnings) -> {
        if (!judged.proposal().refusals().isEmpty()
            || judged.proposal().decidesAs() == null
            || judged.installed() == null) {
          yield Outcome.refused(judged.proposal().refusals());
        }
        yield Outcome.done(impose(proposed, judged, judged.proposal().decidesAs(), now), warnings);
      }
    };
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> confirm(
      RestrictionId id, @Nullable Integer expectedVersion, String reasons) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals = guard(AllowedAct.CONFIRM, action, expectedVersion, now);
    add(refusals, Acts.text(reasons, LONGEST, "reasons"));
    ImposingBasis basis = considerations.basis(considerationId(action)).orElseThrow();
    if (basis.category() == null) {
      refusals.add(
          new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("DETERMINATION")));
    } else if (!basis.restrictiveAllowed()) {
      refusals.add(
          Refusal.of(
              "DETERMINATION_ALLOWS_SUPPORT_ONLY", Map.of("category", basis.category().name())));
    } else if (basis.mannerOnly() && action.decided().answering() != Answering.MANNER) {
      refusals.add(Refusal.of("NEVER_ABOUT_VOLUME"));
    }
    List<String> unguarded = unguarded(action, now);
    if (!unguarded.isEmpty()) {
      refusals.add(new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", unguarded));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    ImposedAction saved =
        actions.save(
            action.with(action.progress().confirmed(now, currentActor.get().id().value())));
    duties.discharge(DutyKinds.CONFIRM_EMERGENCY, id.value(), null, reasons, now);
    openEnding(saved, now);
    frontDesk.person(new CustomerId(saved.decided().customerId()));
    return Outcome.done(view(saved));
  }

  /** T19: an emergency passes the gate for a child or doubtful capacity; staying does not. */
  private List<String> unguarded(ImposedAction action, Instant now) {
    boolean needed =
        customers.find(customers.recordsOf(new CustomerId(action.decided().customerId()))).stream()
            .anyMatch(
                record -> record.childOn(today(now)) || record.circumstances().capacityInDoubt());
    return needed
        ? Proposal.safeguardingMissing(
            considerations
                .find(considerationId(action))
                .map(ConsiderationView::protection)
                .orElse(null))
        : List.of();
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> lift(
      RestrictionId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = guard(AllowedAct.LIFT, found.get(), expectedVersion, now);
    add(refusals, Acts.text(reason, LONGEST, "reason"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return Outcome.done(view(endings.lift(found.get(), reason, now)));
  }

  // Imposing

  private RestrictionView impose(
      RestrictionToImpose proposed, Judged judged, Role as, Instant now) {
    Surroundings around = judged.around();
    ImposedAction saved =
        storing.store(
            proposed,
            judged,
            as,
            ImposedAction.Succession.FIRST,
            begun(proposed, judged, now),
            now);
    openDuties(saved, now);
    events.publishEvent(
        new RestrictionImposed(
            new RestrictionId(saved.id()),
            around.customer().id(),
            around.basis().considerationId(),
            proposed.type(),
            proposed.nature(),
            around.basis().leadService(),
            now,
            around.actor().id()));
    if (proposed.emergency()) {
      events.publishEvent(cameIntoForce(saved, now, around.actor().id()));
    }
    frontDesk.person(around.customer().id());
    return view(saved);
  }

  private ImposedAction.Progress begun(RestrictionToImpose proposed, Judged judged, Instant now) {
    Surroundings around = judged.around();
    var begun =
        ImposedAction.Progress.begun(RestrictionStatus.IMPOSED, judged.proposal().reviewOn());
    if (proposed.emergency()) {
      LocalDate lastDay =
          workingDays.plus(
              around.today(), around.policy().figures().get(FigureKey.EMERGENCY_LAPSE));
      return begun.inForceFrom(
          now, lastDay.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant());
    }
    return proposed.nature() == Nature.SUPPORTIVE
        ? begun.inForceFrom(startOrNow(proposed.startsOn(), now), null)
        : begun;
  }

  static RestrictionCameIntoForce cameIntoForce(ImposedAction action, Instant from, ActorId by) {
    return new RestrictionCameIntoForce(
        new RestrictionId(action.id()),
        new CustomerId(action.decided().customerId()),
        considerationId(action),
        TypeId.of(action.decided().typeId()),
        action.decided().nature(),
        action.leadService(),
        from,
        by);
  }

  private void openDuties(ImposedAction action, Instant now) {
    var decided = action.decided();
    LocalDate today = today(now);
    if (decided.emergency() && decided.noticeDueOn() != null) {
      duties.open(
          DutyToOpen.byDay(
              DutyKinds.ISSUE_NOTICE,
              DutyKinds.SUBJECT,
              action.id(),
              decided.customerId(),
              owner(action),
              area(action),
              decided.noticeDueOn()),
          now);
      Instant lapses = action.progress().lapsesAt();
      if (lapses != null) {
        duties.open(
            new DutyToOpen(
                DutyKinds.CONFIRM_EMERGENCY,
                DutyKinds.SUBJECT,
                action.id(),
                decided.customerId(),
                owner(action),
                null,
                area(action),
                today(lapses.minusSeconds(1)),
                lapses),
            now);
      }
    } else if (decided.nature() != Nature.SUPPORTIVE) {
      duties.open(
          DutyToOpen.byDay(
              DutyKinds.ISSUE_NOTICE,
              DutyKinds.SUBJECT,
              action.id(),
              decided.customerId(),
              owner(action),
              area(action),
              workingDays.plus(today, 5)),
          now);
    }
    if (action.progress().status() == RestrictionStatus.IN_FORCE) {
      reviewDuties.open(action, now);
      openEnding(action, now);
    }
  }

  void openEnding(ImposedAction action, Instant now) {
    LocalDate endsOn = action.decided().endsOn();
    if (endsOn != null) {
      open(DutyKinds.ENDS, action, endsOn, now);
    }
  }

  private void open(String kind, ImposedAction action, LocalDate on, Instant now) {
    duties.open(DutyKinds.toOwner(kind, action, on), now);
  }

  static Role owner(ImposedAction action) {
    return action.decided().corporate() ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
  }

  static @Nullable ServiceAreaCode area(ImposedAction action) {
    return action.decided().corporate() ? null : action.leadService();
  }

  private List<Refusal> guard(
      AllowedAct act, ImposedAction action, @Nullable Integer expectedVersion, Instant now) {
    var refusals =
        new ArrayList<Refusal>(
            act.refusals(
                AllowedAct.Case.of(action, false, now), currentActor.get(), policies.inForce(now)));
    add(refusals, Acts.stale(expectedVersion, action.version() == null ? 0 : action.version()));
    return refusals;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private RestrictionView view(ImposedAction action) {
    return reading.find(new RestrictionId(action.id())).orElseThrow();
  }

  static ConsiderationId considerationId(ImposedAction action) {
    return new ConsiderationId(action.decided().considerationId());
  }

  private static Instant startOrNow(@Nullable LocalDate startsOn, Instant now) {
    if (startsOn == null) {
      return now;
    }
    Instant start = startsOn.atStartOfDay(WorkingDays.LONDON).toInstant();
    return start.isBefore(now) ? now : start;
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
