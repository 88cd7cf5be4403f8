package org.evenhand.designation.internal;

/**
 * What becomes due in the course of a case; the name is the duty's kind. The days are this
 * council's own, where the policy names none.
 */
public enum CaseDuty {
  /** Tell the Head of Customer Services that behaviour is being considered (P4.2). */
  ADVISE_CONSIDERED(true),
  /** Read that it is. */
  ACKNOWLEDGE_CONSIDERED(true),
  /** Determine, within the local clock (T7). */
  CONSIDERATION_CLOSE(true),
  /** Hear a customer whom safety did not allow to be heard before (F5). */
  HEAR_AFTERWARDS(true),
  /** Tell the Head of Customer Services what was determined, no action included (T4). */
  ADVISE_DETERMINED(true),
  /** Read that it was. */
  ACKNOWLEDGE_DETERMINED(true),
  /** Give the customer the findings with reasons, no action included (P4.2). */
  TELL_CUSTOMER(false);

  /** Decide a challenge to a warning on its facts (P9.2, T6). */
  static final String DECIDE_WARNING_CHALLENGE = "DECIDE_WARNING_CHALLENGE";

  /** Tell the customer what came of a challenge to a warning (T27). */
  static final String TELL_CHALLENGE_OUTCOME = "TELL_WARNING_CHALLENGE_OUTCOME";

  /** Review a monitoring period on its last day. */
  static final String REVIEW_MONITORING = "REVIEW_MONITORING";

  /** Do what a strategy meeting agreed (P8.3.9). */
  static final String STRATEGY_ACTION = "STRATEGY_ACTION";

  static final int WORKING_DAYS_TO_DECIDE_A_CHALLENGE = 10;

  static final int WORKING_DAYS_TO_ADVISE = 2;
  static final int WORKING_DAYS_TO_READ = 2;
  static final int WORKING_DAYS_TO_TELL = 5;

  private final boolean endsWithTheCase;

  CaseDuty(boolean endsWithTheCase) {
    this.endsWithTheCase = endsWithTheCase;
  }

  /** Whether closing the case ends it; the customer is told in any event. */
  boolean endsWithTheCase() {
    return endsWithTheCase;
  }
}
