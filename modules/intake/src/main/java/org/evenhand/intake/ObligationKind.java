package org.evenhand.intake;

/** What must be reported onward, and by which clock (T18). */
public enum ObligationKind {
  /** After an assault, at once and without consultation (P9.5). */
  POLICE_REPORT,
  /** Hate and inequality incidents; one working day unless configured (P7.2, PR.4). */
  HATE_INCIDENT_REPORT
}
