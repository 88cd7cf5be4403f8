package org.evenhand.intake;

/** What can be searched for. */
public enum SearchKind {
  CUSTOMER,
  CONCERN,
  CASE
}
