package org.evenhand.rules;

/** Whom a rule binds (T16). */
public enum Bound {
  /** The customer the contact is about; somebody who speaks for them is not turned away by it. */
  CUSTOMER,
  /** The person who speaks for the customer; the customer's own contact is untouched by it. */
  REPRESENTATIVE
}
