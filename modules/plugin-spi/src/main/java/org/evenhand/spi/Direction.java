package org.evenhand.spi;

/** Who began a contact. */
public enum Direction {
  /** The customer, or somebody for them, contacts the council. */
  IN,
  /** The council contacts the customer. */
  OUT
}
