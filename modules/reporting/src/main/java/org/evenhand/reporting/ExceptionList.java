package org.evenhand.reporting;

/** Lists of what is not as it should be, each for a question that somebody asks. */
public enum ExceptionList {
  /** Is the policy being followed? What is overdue and shows a fault, F1 to F20 (question 15). */
  POLICY_FOLLOWED,
  /** What is due this week, overdue first (question 11). */
  DUE_THIS_WEEK,
  /**
   * Markers past their review or term, not told of, on grounds that were corrected; records past
   * their period on which nobody decided in time, markers among them (question 20, T26).
   */
  MARKERS,
  /** Mandatory reports to the police that are open (question 24). */
  POLICE_REPORTS,
  /** Hate and inequality incidents not reported onward yet (question 25). */
  HATE_REPORTS,
  /** Returns of commissioned services that are due or missing (question 28, PR.3). */
  PROVIDER_RETURNS,
  /** Blocks of other systems without a restriction, and ended ones still enforced (question 32). */
  BLOCKS_ELSEWHERE
}
