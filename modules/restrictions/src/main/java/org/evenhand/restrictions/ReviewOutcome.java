package org.evenhand.restrictions;

/** What a review decided. Without reasons to keep it, an action is lifted (F2). */
public enum ReviewOutcome {
  LIFT,
  /** Needs reasons, a new notice and a new right to appeal (F2, F4). */
  KEEP
}
