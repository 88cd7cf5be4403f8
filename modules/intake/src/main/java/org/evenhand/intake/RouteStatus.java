package org.evenhand.intake;

/** How far a concern is on its other route (T19). */
public enum RouteStatus {
  SENT,
  RECEIVED,
  ASSESSED,
  /** Handed on; whoever took it concludes it here all the same. */
  REFERRED,
  CONCLUDED
}
