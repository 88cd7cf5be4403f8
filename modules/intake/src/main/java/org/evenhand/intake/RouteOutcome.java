package org.evenhand.intake;

/** What came of a concern on its other route (T19); who did what stays there. */
public enum RouteOutcome {
  ACTION_TAKEN,
  RESOLVED_INFORMALLY,
  NO_ACTION
}
