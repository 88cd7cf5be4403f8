package org.evenhand.appeals;

/** Whose words the appeal is in (P10.2, T16). */
public enum LodgedBy {
  CUSTOMER,
  /** Somebody on record as speaking for the customer, whose authority was seen. */
  REPRESENTATIVE,
  /** The customer's words, written down by an officer as an adjustment. */
  TAKEN_DOWN
}
