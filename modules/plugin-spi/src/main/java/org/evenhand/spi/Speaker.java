package org.evenhand.spi;

/** Who speaks in a contact (T16). That nobody asked yet is not a value: the fact is unknown. */
public enum Speaker {
  /** The customer in person. */
  SELF,
  /** Somebody for the customer: advocate, relative, councillor, solicitor. */
  REPRESENTATIVE
}
