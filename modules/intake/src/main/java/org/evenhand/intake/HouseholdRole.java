package org.evenhand.intake;

/** What somebody is to another person of the same household (F14). */
public enum HouseholdRole {
  PARTNER,
  CHILD,
  /** A parent or guardian. */
  PARENT,
  /** Looks after the other. */
  CARER,
  /** Is looked after by the other. */
  CARED_FOR,
  RELATIVE,
  /** Lives in the same home. */
  RESIDENT;

  /** What the other is to them. */
  public HouseholdRole inverse() {
    return switch (this) {
      case CHILD -> PARENT;
      case PARENT -> CHILD;
      case CARER -> CARED_FOR;
      case CARED_FOR -> CARER;
      case PARTNER, RELATIVE, RESIDENT -> this;
    };
  }
}
