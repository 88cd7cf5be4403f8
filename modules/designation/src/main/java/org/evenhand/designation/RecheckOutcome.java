package org.evenhand.designation;

/** What looking at a determination again came to (T27). */
public enum RecheckOutcome {
  /** It stands on what is left. */
  STANDS,
  /** It does not: nothing may be imposed on it any more. */
  FALLS
}
