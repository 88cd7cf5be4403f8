package org.evenhand.intake;

/** Where a concern stands (P5.1). */
public enum ConcernStatus {
  /** Waits for its owner. */
  REPORTED,
  /** Taken up: a consideration may be opened. */
  ACCEPTED,
  NO_FURTHER_ACTION,
  /** Another route is the right one (T19). */
  ROUTED_ELSEWHERE
}
