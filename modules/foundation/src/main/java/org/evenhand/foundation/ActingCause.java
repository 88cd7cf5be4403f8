package org.evenhand.foundation;

/** Why somebody stands in for a post (T11). */
public enum ActingCause {
  /** Nobody holds it. */
  VACANT,
  /** Its holder is away. */
  AWAY
}
