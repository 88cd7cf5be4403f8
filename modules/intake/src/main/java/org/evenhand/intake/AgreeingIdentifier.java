package org.evenhand.intake;

/**
 * What two records may have in common that tells a person from others (T21). An address, a property
 * and a vehicle are no such thing.
 */
public enum AgreeingIdentifier {
  NAME,
  DATE_OF_BIRTH,
  TELEPHONE,
  EMAIL,
  /** A number of the same person in another system. */
  REFERENCE
}
