package org.evenhand.sharing;

/** How far a referral is. */
public enum ReferralStatus {
  /** Asked for; nothing is shared. */
  PROPOSED,
  /** Decided against; nothing was shared, and the decision is on record. */
  REFUSED,
  /** The partner was told. */
  SHARED,
  /** The partner was told that it holds no longer. */
  WITHDRAWN
}
