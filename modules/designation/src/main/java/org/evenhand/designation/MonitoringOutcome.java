package org.evenhand.designation;

/** What a monitoring period showed. */
public enum MonitoringOutcome {
  /** The conduct did not come back, or no longer matters. */
  SETTLED,
  /** It went on: incidents of the period show it. */
  CONTINUED,
  /** There is no reason to go on watching, before the last day. */
  ENDED_EARLY
}
