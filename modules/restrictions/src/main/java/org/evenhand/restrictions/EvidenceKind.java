package org.evenhand.restrictions;

/** What speaks for going on beyond a term (F13). */
public enum EvidenceKind {
  /** An incident somebody saw or heard themselves, on or after the first day of the term. */
  FIRST_HAND_INCIDENT,
  POLICE,
  COURT,
  /** None could happen, for the reason that the head of customer services gives. */
  NONE_POSSIBLE
}
