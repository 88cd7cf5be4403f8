package org.evenhand.intake;

/** As what the person acted whom a concern is about (T19). */
public enum SubjectCapacity {
  CUSTOMER,
  /** An elected member acting as one; as a tenant or resident they are a customer. */
  ELECTED_MEMBER,
  STAFF,
  CONTRACTOR
}
