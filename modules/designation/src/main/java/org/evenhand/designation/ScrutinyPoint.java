package org.evenhand.designation;

/** The seven things that a decision had which survived scrutiny, in the order of its life. */
public enum ScrutinyPoint {
  POLICY_FOLLOWED,
  REASONS_TIED_TO_CONDUCT,
  LESS_RESTRICTIVE_ON_RECORD,
  TERM_AND_REVIEW_STATED,
  SERVICE_ROUTE_KNOWN,
  APPEAL_OFFERED_AND_ANSWERED,
  EXTENDED_BY_NEW_LETTER
}
