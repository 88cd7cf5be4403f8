package org.evenhand.spi;

/** What kind of place a contact in person happens at. */
public enum PlaceKind {
  COUNCIL_BUILDING,
  CUSTOMER_HOME,
  /** Street, park or any other place that is neither the council's building nor the home. */
  PUBLIC
}
