package org.evenhand.appeals;

/** How an appeal was decided (P10.5). */
public enum AppealOutcome {
  /** Lifts the restrictions of the notice. */
  UPHELD,
  /** Lifts those that the decision names. */
  PARTLY_UPHELD,
  DISMISSED
}
