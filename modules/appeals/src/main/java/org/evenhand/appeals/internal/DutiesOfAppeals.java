package org.evenhand.appeals.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.PresentedFindings;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyAnswers;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is due about an appeal, from whom and by when. */
@Component
class DutiesOfAppeals implements DutyAnswers {

  static final String PRESENT = "APPEAL_PRESENT";
  static final String ASK_FOR_GROUNDS = "APPEAL_GROUNDS";
  static final String DECIDE_LATENESS = "APPEAL_LATE_DECIDE";
  static final String ACKNOWLEDGE = "APPEAL_ACKNOWLEDGE";
  static final String DETERMINE = "APPEAL_DETERMINE";
  static final String TELL = "APPEAL_TELL";
  static final String WEIGH_CORRECTION = "APPEAL_CORRECTION";

  /**
   * Working days for asking, for acknowledging and for deciding on lateness; the policy names no
   * figure for any.
   */
  private static final int PROMPTLY = 5;

  private final Duties duties;
  private final WorkingDays calendar;

  DutiesOfAppeals(Duties duties, WorkingDays calendar) {
    this.duties = duties;
    this.calendar = calendar;
  }

  /** What is due once an appeal stands as this one does: after lodging, or taking it in late. */
  void takenIn(AppealView appeal, Instant now) {
    open(
        PRESENT,
        appeal,
        Role.HEAD_OF_CUSTOMER_SERVICES,
        investigator(appeal),
        appeal.workTo(),
        now);
    if (appeal.course().acknowledgement() == null) {
      promptly(ACKNOWLEDGE, appeal, now);
    }
  }

  /** The head's, within the days that this module calls promptly. */
  void promptly(String kind, AppealView appeal, Instant now) {
    open(
        kind,
        appeal,
        Role.HEAD_OF_CUSTOMER_SERVICES,
        null,
        calendar.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), PROMPTLY),
        now);
  }

  void open(
      String kind,
      AppealView appeal,
      Role role,
      @Nullable ActorId owner,
      LocalDate dueOn,
      Instant now) {
    duties.open(
        new DutyToOpen(
            kind,
            "Appeal",
            appeal.id().value(),
            appeal.customerId(),
            role,
            owner,
            null,
            dueOn,
            null),
        now);
  }

  /**
   * T27: something was put right; whoever looks into the appeal weighs it, or once it was presented
   * whoever decides it, at once.
   */
  void weighCorrection(AppealView appeal, Instant now) {
    PresentedFindings findings = appeal.course().findings();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    if (findings != null) {
      open(WEIGH_CORRECTION, appeal, Role.CMT_MEMBER, findings.presentedTo(), today, now);
    } else {
      open(
          WEIGH_CORRECTION,
          appeal,
          Role.HEAD_OF_CUSTOMER_SERVICES,
          investigator(appeal),
          today,
          now);
    }
  }

  void discharge(String kind, AppealView appeal, Instant now) {
    duties.discharge(kind, appeal.id().value(), appeal.reference(), null, now);
  }

  /** The local clock for telling the customer (T7). */
  LocalDate tellBy(LocalDate today, Figures figures) {
    return calendar.plus(today, figures.get(FigureKey.APPEAL_TELL));
  }

  void tell(AppealView appeal, LocalDate tellBy, Instant now) {
    open(TELL, appeal, Role.HEAD_OF_CUSTOMER_SERVICES, null, tellBy, now);
  }

  /**
   * Nothing is left to do but to tell the customer: that we have the appeal, if nobody wrote so, is
   * said by the letter with what became of it, which has a clock of its own (T7).
   */
  void over(AppealView appeal, Instant now) {
    List.of(PRESENT, ASK_FOR_GROUNDS, DECIDE_LATENESS, ACKNOWLEDGE, DETERMINE, WEIGH_CORRECTION)
        .forEach(kind -> discharge(kind, appeal, now));
  }

  private static @Nullable ActorId investigator(AppealView appeal) {
    NamedInvestigator named = appeal.course().investigator();
    return named == null ? null : named.person();
  }

  @Override
  public Map<String, Answer> byKind() {
    return Map.of(
        PRESENT, new Answer(StaffNoticeKind.DUTY, "appealFindingsPresent"),
        ASK_FOR_GROUNDS, new Answer(StaffNoticeKind.DUTY, "appealGroundsRecord"),
        DECIDE_LATENESS, new Answer(StaffNoticeKind.DUTY, "appealAcceptLate"),
        ACKNOWLEDGE, new Answer(StaffNoticeKind.DUTY, "appealAcknowledge"),
        DETERMINE, new Answer(StaffNoticeKind.DUTY, "appealDetermine"),
        TELL, new Answer(StaffNoticeKind.DUTY, "appealOutcomeIssue"),
        WEIGH_CORRECTION, new Answer(StaffNoticeKind.CORRECTION, "appealInvestigationRecord"));
  }
}
