package org.evenhand.foundation;

/**
 * How long a record is kept is a matter of what it is (T26). The periods are figures of the policy;
 * they are counted from the day on which the record came to its end.
 */
public enum RecordClass {
  /** An allegation that was not borne out, was made void, or was about somebody else. */
  UNFOUNDED,
  /** One dealing with a customer. */
  CONTACT,
  /** A concern that was taken up, and what happened. */
  INCIDENT,
  /** A consideration and all that follows from it: warnings, restrictions, notices, appeals. */
  DECISION,
  /** A warning to staff for their safety, for as long as its category says. */
  MARKER,
  /** Who somebody is and what they need: kept for as long as anything else of them. */
  CUSTOMER
}
