package org.evenhand.restrictions;

/** What kind of decision a restriction stands on; each has its own notice and appeal (F4, T10). */
public enum RestrictionDecision {
  /** The first of a chain. */
  IMPOSED,
  /** Other settings, scope or an earlier end, within the same kind of action. */
  VARIED,
  /** Goes on beyond the term of the one before (T10). */
  EXTENDED
}
