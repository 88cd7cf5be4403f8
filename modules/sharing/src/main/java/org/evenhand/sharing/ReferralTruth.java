package org.evenhand.sharing;

/** Whether what a partner was told is still true, and nothing more (question 23). */
public enum ReferralTruth {
  VALID,
  /** There is a later version. */
  CORRECTED,
  WITHDRAWN,
  /** The day until which it may be used has passed. */
  EXPIRED
}
