package org.evenhand.designation;

/** What has been tried with somebody, in kinds (question 5). */
public enum TriedKind {
  POLICY_SHARED,
  WARNING,
  MONITORING,
  STRATEGY_MEETING,
  ADJUSTMENT,
  SUPPORTIVE_ACTION,
  RESTRICTIVE_ACTION,
  SAFETY_MEASURE,
  APPEAL
}
