package org.evenhand.restrictions;

/** What gives court terms their force. */
public enum CourtOrderKind {
  INJUNCTION,
  /** A promise that the person gave to a court. */
  UNDERTAKING,
  BAIL_CONDITION,
  CRIMINAL_BEHAVIOUR_ORDER,
  RESTRAINING_ORDER,
  OTHER
}
