package org.evenhand.restrictions;

import org.evenhand.foundation.Outcome;

/** Reviewing restrictions: when due, when asked for, or all of them in a meeting (F2). */
public interface ReviewingRestrictions {

  /**
   * Records what a review decided (F2), and answers whoever asked for it. Without reasons to keep
   * it the action is lifted; keeping it moves the review date and has to be told with a new right
   * to appeal (F4). Refused: {@code REVIEW_STEPS_MISSING} while new information was not asked about
   * again (T3), {@code NOTHING_LEFT_TO_REST_ON} (T27), {@code REVIEW_TOO_LATE}.
   */
  Outcome<RestrictionView> review(ReviewToRecord review);

  /**
   * The customer, or somebody with authority to speak for them, asks that a restriction is looked
   * at again, at any time. Refused: {@code WRONG_STATUS} where the customer was not told or it has
   * ended, {@code REVIEW_REQUEST_OPEN} while one waits for its answer, {@code ASKED_IN_THE_FUTURE},
   * {@code NO_AUTHORITY_TO_SPEAK} (T16).
   */
  Outcome<ReviewRequestView> request(ReviewToRequest request);

  /**
   * Holds the meeting that looks at all live restrictions. Each decision is a review or a lifting
   * of its own; what was not decided stays due. Refused whole, with every reason of every decision,
   * at its place in the list; {@code ATTENDANCE_MISSING}, {@code HELD_IN_THE_FUTURE}, {@code
   * DECIDED_TWICE}.
   */
  Outcome<ReviewMeetingView> hold(MeetingToHold meeting);
}
