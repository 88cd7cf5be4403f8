package org.evenhand.policy;

/**
 * A figure that a council can configure, with its unit, the policy's own value as default, and the
 * bounds within which a version may set it. The upper bounds are fairness's: a council can be
 * stricter with itself, not laxer than the ombudsmen's findings allow.
 */
public enum FigureKey {
  /** Longest term of a restriction unless a longer one is reasoned (F2). */
  MAXIMUM_TERM_MONTHS(FigureUnit.MONTHS, 12, 1, 12),
  /** When a restriction is first reviewed, counted from its start, unless said otherwise (F2). */
  REVIEW_AFTER_MONTHS(FigureUnit.MONTHS, 6, 1, 12),
  /** The latest day on which a restriction may be reviewed, counted from its start (F2). */
  LONGEST_REVIEW_MONTHS(FigureUnit.MONTHS, 12, 1, 12),
  /** When an emergency determination lapses unless confirmed (F1). */
  EMERGENCY_LAPSE(FigureUnit.WORKING_DAYS, 10, 1, 20),
  /** Within what time a request for an adjustment is decided (F3). */
  ADJUSTMENT_DECISION(FigureUnit.WORKING_DAYS, 5, 1, 20),
  /** From the opening of a consideration to its determination (T7). */
  CONSIDERATION_CLOCK(FigureUnit.WORKING_DAYS, 20, 1, 60),
  /** From receiving an appeal to presenting its findings (P10.4, T7). */
  APPEAL_PRESENT(FigureUnit.DAYS, 42, 7, 84),
  /** From presenting the findings to deciding the appeal (T7). */
  APPEAL_DECIDE(FigureUnit.WORKING_DAYS, 10, 1, 40),
  /** From deciding the appeal to telling the customer (T7). */
  APPEAL_TELL(FigureUnit.WORKING_DAYS, 5, 1, 20),
  /** Whether the last day of an appeal moves on to a working day (P10.3). */
  APPEAL_ROLLS_FORWARD(FigureUnit.FLAG, 1, 0, 1),
  /** When a letter sent first class counts as delivered, after posting (P10.3). */
  FIRST_CLASS(FigureUnit.WORKING_DAYS, 2, 1, 10),
  /** When a letter sent second class counts as delivered, after posting (P10.3). */
  SECOND_CLASS(FigureUnit.WORKING_DAYS, 4, 1, 15),
  /**
   * After this time of day, what is handed over or sent online counts from the next one (P10.3).
   */
  NOTIFICATION_CUTOFF(FigureUnit.MINUTE_OF_DAY, 16 * 60 + 30, 12 * 60, 24 * 60 - 1),
  /** Within what time a channel must be usable to count as an open route (P9.3). */
  OPEN_ROUTE(FigureUnit.WORKING_DAYS, 5, 1, 10),
  /** The first review where an allegation is untested (F5). */
  UNTESTED_REVIEW(FigureUnit.DAYS, 28, 1, 28),
  /** Within what time a hate or inequality incident is reported onward (T18). */
  HATE_REPORT(FigureUnit.WORKING_DAYS, 1, 1, 5),
  /** After what time without news it is asked what came of a report onward (P9.5, T18). */
  REPORT_OUTCOME(FigureUnit.WORKING_DAYS, 20, 5, 60),
  /** Within what time a contact of a customer with restrictions has a disposition (F19). */
  CONTACT_DISPOSITION(FigureUnit.WORKING_DAYS, 10, 1, 20),
  /** Within what time everybody told of a restriction acknowledges its end (F11). */
  END_ACKNOWLEDGEMENT(FigureUnit.WORKING_DAYS, 2, 1, 10),
  /** Within what time a customer can normally go to the Ombudsman (F4). */
  OMBUDSMAN_MONTHS(FigureUnit.MONTHS, 12, 12, 24),
  /** Numbers below this are suppressed in aggregates for elected members (PR.2). */
  SMALL_NUMBER(FigureUnit.COUNT, 5, 3, 20),
  /** How long conduct is watched in a monitoring period unless said otherwise. */
  MONITORING_MONTHS(FigureUnit.MONTHS, 3, 1, 12),
  /** From coming into force to the policy's own review (PP.1). */
  POLICY_REVIEW_MONTHS(FigureUnit.MONTHS, 36, 1, 36),
  /**
   * How long an allegation is kept that was not borne out, made void or about somebody else (T26):
   * long enough to answer for it, no longer, since nothing justifies more (UK GDPR, article
   * 5(1)(e)).
   */
  KEEP_UNFOUNDED_MONTHS(FigureUnit.MONTHS, 6, 1, 12),
  /** How long a contact is kept after it (T26): the longest time to the Ombudsman, twice over. */
  KEEP_CONTACT_MONTHS(FigureUnit.MONTHS, 24, 12, 36),
  /**
   * How long a concern and its incidents are kept once dealt with (T26): for as long as somebody
   * hurt may sue (Limitation Act 1980, section 11) and a reportable injury is on record (RIDDOR
   * 2013).
   */
  KEEP_INCIDENT_MONTHS(FigureUnit.MONTHS, 36, 12, 72),
  /**
   * How long a consideration and all that followed from it are kept after the last of it ended
   * (T26): as councils usually keep complaints, by the Limitation Act's six years.
   */
  KEEP_DECISION_MONTHS(FigureUnit.MONTHS, 72, 36, 84),
  /** How long who somebody is stays on record after their last dealing with us (T26). */
  KEEP_CUSTOMER_MONTHS(FigureUnit.MONTHS, 24, 12, 36);

  private final FigureUnit unit;
  private final int standard;
  private final int least;
  private final int most;

  FigureKey(FigureUnit unit, int standard, int least, int most) {
    this.unit = unit;
    this.standard = standard;
    this.least = least;
    this.most = most;
  }

  public FigureUnit unit() {
    return unit;
  }

  /** The policy's own value. */
  public int standard() {
    return standard;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }
}
