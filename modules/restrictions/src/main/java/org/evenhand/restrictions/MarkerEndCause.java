package org.evenhand.restrictions;

/** Why a marker ended (T17). */
public enum MarkerEndCause {
  /** Somebody with the power to decided so. */
  DECIDED,
  /** A review found no reason to keep it. */
  REVIEW,
  /** An independent answer to the person's challenge. */
  CHALLENGE,
  /** Its last day passed. */
  EXPIRED,
  /** The tenancy that caused it ended. */
  TENANCY_ENDED
}
