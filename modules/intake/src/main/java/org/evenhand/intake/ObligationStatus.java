package org.evenhand.intake;

/** Whether an incident was reported onward. */
public enum ObligationStatus {
  OPEN,
  REPORTED,
  /** A named officer recorded why not (T18). */
  NOT_REPORTED,
  /** Nothing had to be reported: what was watched for did not happen. */
  SETTLED
}
