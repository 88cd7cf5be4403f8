package org.evenhand.designation;

/**
 * At which stage a check was answered. Whether there is new information is asked again at each: an
 * answer given at one does not count for the next (T3).
 */
public enum CheckStage {
  WARNING,
  DECISION,
  /** Something is refused: to register a complaint, to lift a restriction. */
  REFUSAL,
  /** A restriction in force is reviewed. */
  REVIEW
}
