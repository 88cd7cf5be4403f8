package org.evenhand.policy;

import static org.evenhand.policy.Strength.ABSOLUTE;
import static org.evenhand.policy.Strength.ROUTE_GUARANTEED;

/**
 * The topics that every version of the policy protects (F8). A council may add topics of its own
 * and name better routes; it can take none of these away and weaken none.
 */
public enum ProtectedTopic {
  DANGER_TO_LIFE("danger-to-life", ABSOLUTE),
  SAFEGUARDING("safeguarding", ABSOLUTE),
  EMERGENCY_REPAIR("emergency-repair", ABSOLUTE),
  HOMELESS_TONIGHT("homeless-tonight", ABSOLUTE),
  PAYMENTS("payments", ROUTE_GUARANTEED),
  REPAIRS("repairs", ROUTE_GUARANTEED),
  BENEFITS("benefits", ROUTE_GUARANTEED),
  HOMELESSNESS("homelessness", ROUTE_GUARANTEED),
  /** Elections and polling places. */
  ELECTIONS("elections", ROUTE_GUARANTEED),
  /** Planning and licensing representations. */
  PLANNING_AND_LICENSING("planning-and-licensing", ROUTE_GUARANTEED),
  /** Information and data requests. */
  INFORMATION_REQUESTS("information-requests", ROUTE_GUARANTEED),
  /** Complaints about the decision to restrict. */
  COMPLAINT_ABOUT_DECISION("complaint-about-decision", ROUTE_GUARANTEED),
  /** The appeal itself. */
  APPEAL("appeal", ROUTE_GUARANTEED),
  PUBLIC_MEETINGS("public-meetings", ROUTE_GUARANTEED),
  /** Attendance at a court or tribunal. */
  COURTS_AND_TRIBUNALS("courts-and-tribunals", ROUTE_GUARANTEED);

  private final String code;
  private final Strength strength;

  ProtectedTopic(String code, Strength strength) {
    this.code = code;
    this.strength = strength;
  }

  /** The stable code by which rules, checks and front ends name the topic. */
  public String code() {
    return code;
  }

  public Strength strength() {
    return strength;
  }
}
