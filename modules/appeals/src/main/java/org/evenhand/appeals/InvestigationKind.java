package org.evenhand.appeals;

/** A step in looking into an appeal. */
public enum InvestigationKind {
  /** What is going to be done; the latest counts. */
  PLAN,
  /** Somebody was spoken with. */
  INTERVIEW,
  /** Something was looked at. */
  EVIDENCE,
  /** Whether there is significant new information (T3). */
  NEW_INFORMATION
}
