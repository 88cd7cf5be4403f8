package org.evenhand.intake;

/**
 * Rights and entitlements. Using one is never counted against anybody and is never an incident (F8,
 * F18, T25).
 */
public enum StatutoryTopic {
  /** An appeal under this policy. */
  APPEAL,
  COMPLAINT,
  OMBUDSMAN,
  INFORMATION_REQUEST,
  SUBJECT_ACCESS_REQUEST,
  COUNCILLOR_OR_MP,
  /** Asking to record a meeting or call, openly. */
  REQUEST_TO_RECORD,
  /** Leaving or declining a voluntary agreement. */
  VOLUNTARY_AGREEMENT,
  REASONABLE_ADJUSTMENT,
  HOMELESSNESS,
  BENEFITS,
  PAYMENTS,
  REPAIRS,
  ELECTIONS,
  PLANNING_OR_LICENSING_REPRESENTATION,
  PUBLIC_MEETING,
  COURT_OR_TRIBUNAL
}
