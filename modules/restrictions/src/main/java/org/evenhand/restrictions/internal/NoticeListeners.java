package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeServed;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What serving a notice does to the actions that it imposes (T9, F9). They have effect from the
 * moment at which the customer counts as told, never before; that moment may lie ahead, and the
 * last one recorded counts. Returned, there is no effect but that of safety measures already
 * running, and of what only loosened. A decision takes the place of the earlier one from when it
 * has effect; returned, the earlier one stands again (T10).
 */
@Component
class NoticeListeners {

  private final ImposedActions actions;
  private final RestrictionDecisions decisions;
  private final Endings endings;
  private final ReviewDuties reviewDuties;
  private final FrontDeskWriter frontDesk;
  private final TakenOverKept takenOver;
  private final ApplicationEventPublisher events;

  NoticeListeners(
      ImposedActions actions,
      RestrictionDecisions decisions,
      Endings endings,
      ReviewDuties reviewDuties,
      FrontDeskWriter frontDesk,
      TakenOverKept takenOver,
      ApplicationEventPublisher events) {
    this.actions = actions;
    this.decisions = decisions;
    this.endings = endings;
    this.reviewDuties = reviewDuties;
    this.frontDesk = frontDesk;
    this.takenOver = takenOver;
    this.events = events;
  }

  @EventListener
  void on(NoticeServed served) {
    List<ImposedAction> told = actions.imposedBy(served.noticeId());
    for (ImposedAction action : told) {
      if (!action.progress().status().ended()) {
        served(action, served);
      }
    }
    List<ImposedAction> resumed = actions.resumedBy(served.noticeId());
    for (ImposedAction action : resumed) {
      if (!action.progress().status().ended()) {
        resumed(action, served);
      }
    }
    if (!told.isEmpty() || !resumed.isEmpty()) {
      frontDesk.person(new CustomerId(served.customerId()));
    }
  }

  private void resumed(ImposedAction action, NoticeServed served) {
    ImposedAction saved =
        actions.save(
            action
                .with(action.progress().standing(RestrictionStatus.IN_FORCE))
                .with(action.course().resumed(served.notifiedAt())));
    if (saved.narrows()) {
      events.publishEvent(
          RestrictionDecisions.cameIntoForce(saved, served.notifiedAt(), served.actor()));
    }
  }

  private void served(ImposedAction action, NoticeServed served) {
    Instant runningSince = action.progress().effectiveFrom();
    boolean alreadyRuns =
        runningSince != null
            && (action.decided().emergency()
                || action.succession().loosens()
                || !action.narrows()
                || toldBefore(action) != null);
    Instant from = later(served.notifiedAt(), action.decided().startsOn());
    if (alreadyRuns) {
      from = java.util.Objects.requireNonNull(runningSince);
    }
    RestrictionStatus status =
        action.progress().status() == RestrictionStatus.SUSPENDED
            ? RestrictionStatus.SUSPENDED
            : RestrictionStatus.IN_FORCE;
    ImposedAction saved =
        actions.save(action.with(action.progress().told(status, served.notifiedAt(), from)));
    UUID earlier = action.succession().replacesId();
    if (earlier != null && !alreadyRuns) {
      endings.replace(earlier, from, served.at());
    }
    reviewDuties.open(saved, served.at());
    decisions.openEnding(saved, served.at());
    if (saved.narrows() && !alreadyRuns) {
      events.publishEvent(RestrictionDecisions.cameIntoForce(saved, from, served.actor()));
    }
  }

  @EventListener
  void on(NoticeReturned returned) {
    List<ImposedAction> told = actions.imposedBy(returned.noticeId());
    for (ImposedAction action : told) {
      if (action.progress().status().ended() || !action.narrows()) {
        continue;
      }
      Instant before = toldBefore(action);
      boolean keepsRunning =
          action.decided().emergency() || action.succession().loosens() || before != null;
      actions.save(
          action.with(
              keepsRunning
                  ? action
                      .progress()
                      .told(action.progress().status(), before, action.progress().effectiveFrom())
                  : action.progress().told(RestrictionStatus.IMPOSED, null, null)));
      UUID earlier = action.succession().replacesId();
      if (earlier != null && !keepsRunning) {
        restored(endings.restore(earlier), returned.at());
      }
    }
    List<ImposedAction> resumed = actions.resumedBy(returned.noticeId());
    for (ImposedAction action : resumed) {
      if (!action.progress().status().ended()) {
        actions.save(
            action
                .with(action.progress().standing(RestrictionStatus.SUSPENDED))
                .with(action.course().resumed(null)));
      }
    }
    if (!told.isEmpty() || !resumed.isEmpty()) {
      frontDesk.person(new CustomerId(returned.customerId()));
    }
  }

  /**
   * By what was sent before this register was kept; that stands, whatever becomes of our letter.
   */
  private @Nullable Instant toldBefore(ImposedAction action) {
    if (!action.decided().takenOver()) {
      return null;
    }
    TakenOver before = takenOver.of(List.of(action.id())).get(action.id());
    return before == null ? null : before.notifiedAt();
  }

  private void restored(ImposedAction earlier, Instant now) {
    if (!earlier.progress().status().ended() && earlier.progress().effectiveFrom() != null) {
      reviewDuties.open(earlier, now);
      decisions.openEnding(earlier, now);
    }
  }

  /** Never before notification; a first day that lies further ahead waits for its midnight. */
  private static Instant later(Instant notifiedAt, @Nullable LocalDate startsOn) {
    if (startsOn == null) {
      return notifiedAt;
    }
    Instant first = startsOn.atStartOfDay(WorkingDays.LONDON).toInstant();
    return first.isAfter(notifiedAt) ? first : notifiedAt;
  }
}
