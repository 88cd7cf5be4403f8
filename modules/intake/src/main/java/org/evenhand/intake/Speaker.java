package org.evenhand.intake;

/** Who spoke (T16). */
public enum Speaker {
  SELF,
  /** Somebody for the customer, with the authority that is stated beside it. */
  REPRESENTATIVE,
  UNKNOWN
}
