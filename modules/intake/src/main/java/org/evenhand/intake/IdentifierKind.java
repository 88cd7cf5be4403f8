package org.evenhand.intake;

/** By what somebody can be recognised. One alone never restricts anybody (T21). */
public enum IdentifierKind {
  TELEPHONE,
  EMAIL,
  /** First line and postcode. */
  ADDRESS,
  /** Unique property reference number. */
  UPRN,
  /** The customer's number in another system. */
  REFERENCE,
  /** A registration mark: anybody may drive it, so it proves nothing and restricts nobody. */
  VEHICLE;

  /**
   * Whether it can be one of the two independent identifiers of T21. A place belongs to all who
   * live there, a vehicle to all who drive it.
   */
  public boolean tellsAPerson() {
    return switch (this) {
      case TELEPHONE, EMAIL, REFERENCE -> true;
      case ADDRESS, UPRN, VEHICLE -> false;
    };
  }
}
