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
  REFERENCE
}
