package org.evenhand.appeals;

/** What was put right about a customer's records while their appeal was open (T27). */
public enum AppealCorrectionKind {
  /** The account of an incident. */
  INCIDENT_CORRECTED,
  /** Whose an incident is. */
  INCIDENT_MOVED,
  /** That there was no such incident. */
  INCIDENT_VOIDED,
  /** Two records turned out to be about one person. */
  RECORDS_MERGED,
  /** Records that counted as one person's turned out to be two people's. */
  RECORDS_UNMERGED
}
