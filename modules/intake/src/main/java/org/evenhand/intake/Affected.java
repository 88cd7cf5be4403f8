package org.evenhand.intake;

/** Who was affected by an incident. */
public enum Affected {
  STAFF,
  ELECTED_MEMBER,
  CONTRACTOR,
  ANOTHER_CUSTOMER,
  PUBLIC
}
