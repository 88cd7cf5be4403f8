package org.evenhand.correspondence;

/** Why an address is unsafe for a customer's post. */
public enum UnsafeBecause {
  /** Somebody whom a concern of the case is about, or who raised it, lives or works there. */
  SOMEBODY_OF_THE_CASE_THERE,
  /** The customer would be in danger if somebody there read it. */
  DANGER_TO_CUSTOMER,
  /** Others there open the customer's post. */
  OPENED_BY_OTHERS,
  /** The customer does not live there any more. */
  CUSTOMER_NOT_THERE
}
