package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * running.
 */
@Component
class NoticeListeners {

  private final ImposedActions actions;
  private final RestrictionDecisions decisions;
  private final FrontDeskWriter frontDesk;
  private final ApplicationEventPublisher events;

  NoticeListeners(
      ImposedActions actions,
      RestrictionDecisions decisions,
      FrontDeskWriter frontDesk,
      ApplicationEventPublisher events) {
    this.actions = actions;
    this.decisions = decisions;
    this.frontDesk = frontDesk;
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
    if (!told.isEmpty()) {
      frontDesk.person(new CustomerId(served.customerId()));
    }
  }

  private void served(ImposedAction action, NoticeServed served) {
    Instant runningSince = action.progress().effectiveFrom();
    boolean alreadyRuns =
        runningSince != null && (action.decided().emergency() || !action.narrows());
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
    decisions.openReviews(saved, served.at());
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
      boolean keepsRunning = action.decided().emergency();
      actions.save(
          action.with(
              keepsRunning
                  ? action
                      .progress()
                      .told(action.progress().status(), null, action.progress().effectiveFrom())
                  : action.progress().told(RestrictionStatus.IMPOSED, null, null)));
    }
    if (!told.isEmpty()) {
      frontDesk.person(new CustomerId(returned.customerId()));
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
