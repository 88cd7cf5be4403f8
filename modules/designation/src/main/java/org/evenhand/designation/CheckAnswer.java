package org.evenhand.designation;

/** The answer to one of the five checks (P8.0). */
public enum CheckAnswer {
  SATISFIED,
  NOT_SATISFIED,
  /** With the reason why the question does not arise. */
  NOT_APPLICABLE
}
