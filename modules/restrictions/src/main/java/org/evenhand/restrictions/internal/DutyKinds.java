package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.DutyToOpen;

/** The kinds of duty that this module opens; each has a text {@code duty.<KIND>} in the bundle. */
final class DutyKinds {

  /** What all of them are about. */
  static final String SUBJECT = "Restriction";

  /** The customer has to be told, or nothing takes effect (F9). */
  static final String ISSUE_NOTICE = "ISSUE_RESTRICTION_NOTICE";

  static final String REVIEW = "REVIEW_RESTRICTION";
  static final String REVIEW_IN_28_DAYS = "REVIEW_RESTRICTION_IN_28_DAYS";
  static final String REVIEW_IN_14_DAYS = "REVIEW_RESTRICTION_IN_14_DAYS";

  /** The last day; when it has passed the sweep records the lapse (F2). */
  static final String ENDS = "RESTRICTION_ENDS";

  /** An emergency measure lapses unless confirmed by the full way (F1). */
  static final String CONFIRM_EMERGENCY = "CONFIRM_EMERGENCY_MEASURE";

  /** Everybody told of a restriction is told of its end (F11). */
  static final String TELL_END = "TELL_END_OF_RESTRICTION";

  /** A review kept a restriction: a new notice with a new right to appeal (F2, F4). */
  static final String TELL_REVIEW = "TELL_RESTRICTION_KEPT";

  /** A restriction was set aside: the customer is told. */
  static final String TELL_SUSPENDED = "TELL_RESTRICTION_SUSPENDED";

  /** It is to be taken up again, which has no effect before the customer is told (T9). */
  static final String TELL_RESUMED = "TELL_RESTRICTION_RESUMED";

  /** A customer says that no letter came (F9, T9). */
  static final String NOTICE_NOT_RECEIVED = "CHECK_NOTICE_RECEIVED";

  /** Two records turned out to be one person's: what holds together now is looked at again. */
  static final String LOOK_AFTER_MERGE = "LOOK_AT_RESTRICTIONS_AFTER_MERGE";

  /** After a merge nothing is open to the person any more (P9.3). */
  static final String NO_ROUTE_AFTER_MERGE = "OPEN_A_ROUTE_AFTER_MERGE";

  /** With what was agreed for the person since, nothing is open to them any more (P9.3, F3). */
  static final String NO_ROUTE_AFTER_ADJUSTMENT = "OPEN_A_ROUTE_AFTER_ADJUSTMENT";

  /** What was taken over from an earlier register leaves no way in (P9.3). */
  static final String NO_ROUTE_AFTER_IMPORT = "OPEN_A_ROUTE_AFTER_IMPORT";

  /** No way in is left, whatever brought it about. */
  static final List<String> NO_ROUTE =
      List.of(NO_ROUTE_AFTER_MERGE, NO_ROUTE_AFTER_ADJUSTMENT, NO_ROUTE_AFTER_IMPORT);

  /** An incident that it rests on turned out otherwise (T27). */
  static final String GROUND_CORRECTED = "RESTRICTION_GROUND_CORRECTED";

  /** Nothing that it rests on is left (T27). */
  static final String GROUND_GONE = "RESTRICTION_GROUND_GONE";

  /** A contact was not taken in its set time: the customer gets another (P8.3.2). */
  static final String OFFER_ANOTHER_TIME = "OFFER_ANOTHER_TIME";

  /** As above, for the head of customer services where another head owns it (F2). */
  static final String STEER_REVIEW_IN_28_DAYS = "STEER_RESTRICTION_REVIEW_IN_28_DAYS";

  static final String STEER_REVIEW_IN_14_DAYS = "STEER_RESTRICTION_REVIEW_IN_14_DAYS";

  /** The day of the review has come. */
  static final String STEER_REVIEW_TODAY = "STEER_RESTRICTION_REVIEW_TODAY";

  /** From the day of the review on, for the corporate management team (F2). */
  static final String TEAM_REVIEW = "TEAM_RESTRICTION_REVIEW";

  /** Overdue for review, it keeps its full force: safety, or a court's terms (F2). */
  static final String REVIEW_ESCALATED = "RESTRICTION_REVIEW_ESCALATED";

  /** What it was decided for is no longer so (F2, T14). */
  static final String REVIEW_CUSTOMER_MOVED = "REVIEW_RESTRICTION_CUSTOMER_MOVED";

  static final String REVIEW_OFFICER_LEFT = "REVIEW_RESTRICTION_OFFICER_LEFT";
  static final String REVIEW_BUILDING_CLOSED = "REVIEW_RESTRICTION_BUILDING_CLOSED";
  static final String REVIEW_SERVICE_ENDED = "REVIEW_RESTRICTION_SERVICE_ENDED";

  /** It was not kept to (T10). */
  static final String REVIEW_AFTER_BREACH = "REVIEW_RESTRICTION_AFTER_BREACH";

  /** The customer asked for a review. */
  static final String ANSWER_REVIEW_REQUEST = "ANSWER_REVIEW_REQUEST";

  /** A review meeting wants it changed. */
  static final String AMEND = "AMEND_RESTRICTION";

  static final String HOLD_REVIEW_MEETING = "HOLD_REVIEW_MEETING";

  /** What a review sees to. */
  static final List<String> REVIEWS =
      List.of(
          REVIEW,
          REVIEW_IN_28_DAYS,
          REVIEW_IN_14_DAYS,
          STEER_REVIEW_IN_28_DAYS,
          STEER_REVIEW_IN_14_DAYS,
          STEER_REVIEW_TODAY,
          TEAM_REVIEW,
          REVIEW_ESCALATED,
          REVIEW_CUSTOMER_MOVED,
          REVIEW_OFFICER_LEFT,
          REVIEW_BUILDING_CLOSED,
          REVIEW_SERVICE_ENDED,
          REVIEW_AFTER_BREACH,
          ANSWER_REVIEW_REQUEST,
          GROUND_CORRECTED);

  /** Somebody who was told of a restriction has to know of its end (F11). */
  static final String ACKNOWLEDGE_END = "ACKNOWLEDGE_END_OF_RESTRICTION";

  /** They did not say so in time: it may still be enforced there (F11). */
  static final String END_NOT_ACKNOWLEDGED = "END_OF_RESTRICTION_NOT_ACKNOWLEDGED";

  /** A contact waits for a single point of contact (P8.3.10). */
  static final String ANSWER_AS_CONTACT_OFFICER = "ANSWER_AS_CONTACT_OFFICER";

  /** A point of contact or the deputy leaves, or both are away at once (T14). */
  static final String NAME_A_CONTACT_OFFICER = "NAME_A_CONTACT_OFFICER";

  /** The customer may need somebody independent beside them (P8.3.11). */
  static final String OFFER_AN_ADVOCATE = "OFFER_AN_ADVOCATE";

  /** Another system blocks what nothing is behind, or does not know of a restriction (F9). */
  static final String EXTERNAL_BLOCK = "EXTERNAL_BLOCK_ORPHAN";

  private DutyKinds() {}

  /**
   * Due by the end of a day, from whoever owns the action: its service's head, or the corporate.
   */
  static DutyToOpen toOwner(String kind, ImposedAction action, LocalDate on) {
    return DutyToOpen.byDay(
        kind,
        SUBJECT,
        action.id(),
        action.decided().customerId(),
        RestrictionDecisions.owner(action),
        RestrictionDecisions.area(action),
        on);
  }
}
