package org.evenhand.intake;

/** As what the person acted whom a concern is about (T19). */
public enum SubjectCapacity {
  CUSTOMER,
  /** An elected member acting as one; as a tenant or resident they are a customer. */
  ELECTED_MEMBER,
  STAFF,
  CONTRACTOR,
  /** The head of the service area that the concern names; the head of customer services deals. */
  HEAD_OF_SERVICE,
  /** The head of customer services; the monitoring officer deals, and management sees it. */
  HEAD_OF_CUSTOMER_SERVICES
}
