package org.evenhand.reporting.internal;

/** What a fact says; its day is the day on which that happened. */
enum FactKind {
  INCIDENT,
  /** An incident with at least one strand. */
  HATE_INCIDENT,
  /** Flagged where we caused it. */
  CONTACT,
  /** Flagged where it is corporate. */
  CASE,
  DETERMINATION,
  CLOSING,
  WARNING,
  RESTRICTION,
  /** The earlier restriction is the related one. */
  REPLACEMENT,
  /** From its day until the day before {@code until}. */
  IN_FORCE,
  ENDING,
  /** Flagged where it was in time. */
  APPEAL,
  /** Flagged where it was in time. */
  PRESENTATION,
  APPEAL_DETERMINATION,
  WITHDRAWAL,
  ADJUSTMENT,
  ADJUSTMENT_DECISION,
  /** Flagged where it was done in time; without a flag while it is open. */
  DUTY,
  /** Flagged where it was reported. */
  ONWARD_REPORT,
  /** An act that was refused. */
  REFUSAL,
  /** A restriction with a fault, from its day until it was put right. */
  FINDING
}
