package org.evenhand.intake;

/** What can be about a matter (F16). */
public enum LinkedKind {
  CONTACT,
  CONCERN,
  INCIDENT,
  /** Linked by whoever keeps considerations, which this module knows by their id only. */
  CONSIDERATION
}
