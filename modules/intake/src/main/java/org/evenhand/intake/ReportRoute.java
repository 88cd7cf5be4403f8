package org.evenhand.intake;

/** By which route a hate or inequality incident was reported (P4.1, T18). */
public enum ReportRoute {
  POLICE,
  /** The police service's national online facility. */
  NATIONAL_ONLINE,
  /** An organisation that takes reports for people who do not go to the police. */
  THIRD_PARTY_CENTRE,
  /** The community safety partnership. */
  COMMUNITY_SAFETY,
  /** Where staff were the target and the council as employer deals with it. */
  HUMAN_RESOURCES,
  OTHER
}
