package org.evenhand.intake;

/** What kind of case a matter is in the system that keeps it (P3.2, F16). */
public enum MatterKind {
  COMPLAINT,
  REQUEST,
  TENANCY,
  PLANNING_CASE,
  ANTI_SOCIAL_BEHAVIOUR_CASE,
  /** Something else that has a number there. */
  OTHER
}
