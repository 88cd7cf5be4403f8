package org.evenhand.appeals;

import org.jspecify.annotations.Nullable;

/** A kind of remedy that an Ombudsman names. */
public enum RemedyKind {
  APOLOGY,
  /** Money to the complainant; the amount is named. */
  PAYMENT,
  DECISION_RECONSIDERED,
  /** A restriction of the customer ends; it is named. */
  RESTRICTION_LIFTED("restrictionLift"),
  /** A restriction of the customer gets other terms; it is named. */
  RESTRICTION_CHANGED("restrictionVary"),
  SERVICE_PROVIDED,
  RECORD_CORRECTED,
  /** A change to how the council works, for everybody. */
  SERVICE_IMPROVEMENT,
  STAFF_TRAINED,
  OTHER;

  private final @Nullable String mutation;

  RemedyKind() {
    this(null);
  }

  RemedyKind(@Nullable String mutation) {
    this.mutation = mutation;
  }

  /** The act of our own by which a person does it; null where there is none. */
  public @Nullable String mutation() {
    return mutation;
  }

  public boolean aboutRestriction() {
    return mutation != null;
  }
}
