package org.evenhand.intake;

/** Who began a contact. */
public enum ContactDirection {
  /** The customer, or somebody for them. */
  IN,
  /** The council. */
  OUT
}
