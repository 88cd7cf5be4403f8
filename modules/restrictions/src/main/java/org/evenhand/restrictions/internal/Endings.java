package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.LastRestrictionEnded;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionLapsed;
import org.evenhand.restrictions.RestrictionLifted;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.spi.TypeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How an action ends: lifted by a person, or lapsed by itself. Its time alone settles that a passed
 * action changes no answer; what is recorded here afterwards is that it was so (F2).
 */
@Component
class Endings implements DutyHandler {

  private final ImposedActions actions;
  private final FrontDeskWriter frontDesk;
  private final Duties duties;
  private final Policies policies;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;

  Endings(
      ImposedActions actions,
      FrontDeskWriter frontDesk,
      Duties duties,
      Policies policies,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events) {
    this.actions = actions;
    this.frontDesk = frontDesk;
    this.duties = duties;
    this.policies = policies;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
  }

  @Override
  public java.util.Set<String> kinds() {
    return java.util.Set.of(DutyKinds.ENDS, DutyKinds.CONFIRM_EMERGENCY);
  }

  /** The last day has passed, or an emergency was not confirmed in time (F1, F2). */
  @Override
  public void fellDue(DutyView duty, Instant now) {
    actions
        .findById(duty.subject())
        .filter(action -> !action.progress().status().ended())
        .filter(action -> Standing.at(action, now) == RestrictionStatus.LAPSED)
        .ifPresent(action -> lapse(action, duty.kind(), now));
  }

  private void lapse(ImposedAction action, String because, Instant now) {
    ImposedAction saved = end(action, RestrictionStatus.LAPSED, because, ActorId.SYSTEM, now);
    auditTrail.recordSystemAct(
        "restrictionLapse", DutyKinds.SUBJECT, saved.id(), saved.decided().customerId(), now);
    events.publishEvent(
        new RestrictionLapsed(
            new RestrictionId(saved.id()),
            new CustomerId(saved.decided().customerId()),
            new ConsiderationId(saved.decided().considerationId()),
            TypeId.of(saved.decided().typeId()),
            saved.decided().nature(),
            saved.leadService(),
            now,
            ActorId.SYSTEM));
  }

  /** P10.5: as below, by the decision on an appeal, which imposing the same again would undo. */
  ImposedAction liftOnAppeal(ImposedAction action, UUID appeal, String reason, Instant now) {
    return lift(action.with(action.course().liftedOn(appeal)), reason, now);
  }

  /**
   * Ends an action by a person's decision, and with it what was to take its place and was not told.
   */
  ImposedAction lift(ImposedAction action, String reason, Instant now) {
    ActorId by = currentActor.get().id();
    for (ImposedAction waiting : actions.waitingAfter(action.id())) {
      end(waiting, RestrictionStatus.LIFTED, reason, by, now);
      events.publishEvent(lifted(waiting, by, now));
    }
    ImposedAction saved = end(action, RestrictionStatus.LIFTED, reason, by, now);
    events.publishEvent(lifted(saved, by, now));
    return saved;
  }

  private static RestrictionLifted lifted(ImposedAction action, ActorId by, Instant now) {
    return new RestrictionLifted(
        new RestrictionId(action.id()),
        new CustomerId(action.decided().customerId()),
        new ConsiderationId(action.decided().considerationId()),
        TypeId.of(action.decided().typeId()),
        action.decided().nature(),
        action.leadService(),
        now,
        by);
  }

  /** Ends an action: no more duties but to tell everybody who was told of it (F11). */
  ImposedAction end(
      ImposedAction action, RestrictionStatus as, String reason, ActorId by, Instant now) {
    boolean wasTold = action.progress().notifiedAt() != null || action.decided().emergency();
    ImposedAction saved = actions.save(action.with(action.progress().ended(as, now, by, reason)));
    closeDuties(saved, as.name(), now);
    if (wasTold && saved.narrows()) {
      LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
      int days =
          policies
              .inForce(now)
              .map(p -> p.figures().get(FigureKey.END_ACKNOWLEDGEMENT))
              .orElse(FigureKey.END_ACKNOWLEDGEMENT.standard());
      duties.open(DutyKinds.toOwner(DutyKinds.TELL_END, saved, workingDays.plus(today, days)), now);
    }
    CustomerId customer = new CustomerId(saved.decided().customerId());
    boolean last =
        actions.ofCustomer(customer.value()).stream()
            .noneMatch(a -> a.narrows() && !Standing.at(a, now).ended());
    if (last && saved.narrows()) {
      events.publishEvent(new LastRestrictionEnded(customer, now));
    }
    frontDesk.person(customer);
    return saved;
  }

  /**
   * From a moment on a later decision has its place (T10); the later one's notice tells of that. An
   * action whose last day comes first ends by that.
   */
  void replace(UUID earlier, Instant from, Instant now) {
    ImposedAction action = actions.findById(earlier).orElseThrow();
    Instant over = Standing.end(action.decided().endsOn(), action.progress().lapsesAt());
    if (action.progress().status().ended()) {
      return;
    }
    if (over == null || from.isBefore(over)) {
      actions.save(action.with(action.course().replaced(from)));
      closeDuties(action, RestrictionStatus.REPLACED.name(), now);
    } else if (action.course().replacedFrom() != null) {
      actions.save(action.with(action.course().replaced(null)));
    }
  }

  /** The later decision was not told after all: the earlier one stands as before (T9). */
  ImposedAction restore(UUID earlier) {
    ImposedAction action = actions.findById(earlier).orElseThrow();
    return action.course().replacedFrom() == null
        ? action
        : actions.save(action.with(action.course().replaced(null)));
  }

  /** Nothing more is due about an action itself. */
  void closeDuties(ImposedAction action, String because, Instant now) {
    for (String kind : DutyKinds.REVIEWS) {
      duties.discharge(kind, action.id(), action.decided().reference(), because, now);
    }
    for (String kind :
        List.of(
            DutyKinds.ISSUE_NOTICE,
            DutyKinds.ENDS,
            DutyKinds.CONFIRM_EMERGENCY,
            DutyKinds.TELL_REVIEW,
            DutyKinds.TELL_SUSPENDED,
            DutyKinds.TELL_RESUMED,
            DutyKinds.LOOK_AFTER_MERGE,
            DutyKinds.NO_ROUTE_AFTER_MERGE,
            DutyKinds.NO_ROUTE_AFTER_ADJUSTMENT,
            DutyKinds.NO_ROUTE_AFTER_IMPORT,
            DutyKinds.AMEND,
            DutyKinds.GROUND_GONE,
            DutyKinds.OFFER_ANOTHER_TIME,
            DutyKinds.NAME_A_CONTACT_OFFICER)) {
      duties.discharge(kind, action.id(), action.decided().reference(), because, now);
    }
  }
}
