package org.evenhand.intake;

/** What came of a challenge to accuracy (T27). */
public enum AccuracyOutcome {
  CORRECTED,
  /** The record stays; the customer's words stand beside it. */
  NOTED_BESIDE,
  NOT_CHANGED
}
