package org.evenhand.restrictions;

/** Where an action stands at a moment. What is not in force changes no answer (F2, F9). */
public enum RestrictionStatus {
  /** Decided; the customer has not been told, so it has no effect (F9). */
  IMPOSED,
  /** The customer counts as told from a moment that lies ahead (T9). */
  NOTIFIED,
  IN_FORCE,
  /** Set aside for a time; it has no effect until then. */
  SUSPENDED,
  /** Ended by a person, with a reason. */
  LIFTED,
  /** Ended by itself: its last day passed, or an emergency was not confirmed (F1, F2). */
  LAPSED,
  /** A later decision has its place: it was varied or extended (T10). */
  REPLACED;

  public boolean ended() {
    return this == LIFTED || this == LAPSED || this == REPLACED;
  }
}
