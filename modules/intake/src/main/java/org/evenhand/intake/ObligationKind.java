package org.evenhand.intake;

/** What must be reported onward, and by which clock (T18). */
public enum ObligationKind {
  /**
   * After an assault, at once and without consultation (P9.5); for harassment by repeated contact
   * after the head of service or of customer services was consulted (P9.4).
   */
  POLICE_REPORT,
  /** Hate and inequality incidents; one working day unless configured (P7.2, PR.4). */
  HATE_INCIDENT_REPORT,
  /** The reference of the record under the harassment, assault and threat policy (P3.2, P8.3.1). */
  HAT_RECORD,
  /** Whether somebody hurt at work is still unable to work on the eighth day. */
  RIDDOR_WATCH,
  /** An injury or death to report to the regulator of health and safety. */
  RIDDOR_REPORT,
  /** A child or an adult at risk, to the safeguarding lead, at once. */
  SAFEGUARDING_REFERRAL
}
