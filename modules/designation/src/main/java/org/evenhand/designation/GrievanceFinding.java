package org.evenhand.designation;

/** The first of the two findings: is the customer's grievance justified? (T1) */
public enum GrievanceFinding {
  JUSTIFIED,
  PARTLY_JUSTIFIED,
  NOT_JUSTIFIED,
  /** The customer pursues none. */
  NO_GRIEVANCE
}
