package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of a review, and when (F2): whoever owns the restriction and the head of customer
 * services 28 and 14 days ahead and on the day, from that day on the corporate management team.
 * What keeps its full force though it is overdue, safety and a court's terms, is escalated.
 */
@Component
class ReviewDuties implements DutyHandler {

  /** The meeting on all live restrictions is about none of them in particular. */
  static final UUID REGISTER = new UUID(0, 1);

  /** Twice a year. */
  static final int MEETING_MONTHS = 6;

  private final ImposedActions actions;
  private final Duties duties;
  private final WorkingDays workingDays;

  ReviewDuties(ImposedActions actions, Duties duties, WorkingDays workingDays) {
    this.actions = actions;
    this.duties = duties;
    this.workingDays = workingDays;
  }

  void open(ImposedAction action, Instant now) {
    LocalDate today = today(now);
    LocalDate on = action.progress().reviewOn();
    Role owner = RestrictionDecisions.owner(action);
    ServiceAreaCode area = RestrictionDecisions.area(action);
    open(DutyKinds.REVIEW, action, owner, area, on, null, now);
    if (today.isBefore(on.minusDays(28))) {
      open(DutyKinds.REVIEW_IN_28_DAYS, action, owner, area, on.minusDays(28), null, now);
    }
    if (today.isBefore(on.minusDays(14))) {
      open(DutyKinds.REVIEW_IN_14_DAYS, action, owner, area, on.minusDays(14), null, now);
    }
    if (action.narrows()) {
      steer(action, today, on, now);
    }
  }

  private void steer(ImposedAction action, LocalDate today, LocalDate on, Instant now) {
    Role head = Role.HEAD_OF_CUSTOMER_SERVICES;
    if (!action.decided().corporate()) {
      if (today.isBefore(on.minusDays(28))) {
        open(DutyKinds.STEER_REVIEW_IN_28_DAYS, action, head, null, on.minusDays(28), null, now);
      }
      if (today.isBefore(on.minusDays(14))) {
        open(DutyKinds.STEER_REVIEW_IN_14_DAYS, action, head, null, on.minusDays(14), null, now);
      }
    }
    Instant day = on.atStartOfDay(WorkingDays.LONDON).toInstant();
    open(DutyKinds.STEER_REVIEW_TODAY, action, head, null, on, day, now);
    if (duties.openFor(REGISTER).isEmpty()) {
      openMeeting(today.plusMonths(MEETING_MONTHS), now);
    }
  }

  void openMeeting(LocalDate by, Instant now) {
    duties.open(
        DutyToOpen.byDay(
            DutyKinds.HOLD_REVIEW_MEETING,
            "ReviewMeeting",
            REGISTER,
            null,
            Role.HEAD_OF_CUSTOMER_SERVICES,
            null,
            by),
        now);
  }

  private void open(
      String kind,
      ImposedAction action,
      Role owner,
      @Nullable ServiceAreaCode area,
      LocalDate on,
      @Nullable Instant at,
      Instant now) {
    duties.open(
        new DutyToOpen(
            kind,
            DutyKinds.SUBJECT,
            action.id(),
            action.decided().customerId(),
            owner,
            null,
            area,
            on,
            at),
        now);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DutyKinds.STEER_REVIEW_TODAY, DutyKinds.REVIEW);
  }

  @Override
  public void fellDue(DutyView duty, Instant now) {
    actions
        .findById(duty.subject())
        .filter(action -> action.narrows() && !Standing.at(action, now).ended())
        .ifPresent(
            action -> {
              if (duty.kind().equals(DutyKinds.STEER_REVIEW_TODAY)) {
                open(
                    DutyKinds.TEAM_REVIEW,
                    action,
                    Role.CMT_MEMBER,
                    null,
                    action.progress().reviewOn(),
                    null,
                    now);
              } else if (keepsItsForce(action)) {
                open(
                    DutyKinds.REVIEW_ESCALATED,
                    action,
                    Role.HEAD_OF_CUSTOMER_SERVICES,
                    null,
                    workingDays.plus(today(now), 1),
                    null,
                    now);
              }
            });
  }

  private static boolean keepsItsForce(ImposedAction action) {
    return action.decided().nature() == Nature.SAFETY
        || StoredForm.rules(action.decided().rules()).rules().stream()
            .anyMatch(rule -> rule.source() == RuleSource.COURT);
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
