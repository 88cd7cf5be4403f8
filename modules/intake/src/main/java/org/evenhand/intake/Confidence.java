package org.evenhand.intake;

/**
 * How sure we are that a means of recognition, or an incident, belongs to this person (F5, T21).
 */
public enum Confidence {
  /** Checked against something independent. */
  CONFIRMED,
  /** Fits, and nothing speaks against it. */
  PROBABLE,
  /** Said once, shared with others, or doubtful. */
  UNCERTAIN
}
