package org.evenhand.foundation;

/**
 * The posts and functions in which somebody may act (P2, P4). A token's claims give the substantive
 * ones; an {@link ActingAppointment} lends one for a time.
 */
public enum Role {
  /** Front-line and back-office staff. */
  OFFICER,
  /** Decides in the service areas that the token names (P4.2). */
  HEAD_OF_SERVICE,
  /** Owns the policy in practice, decides corporate cases, investigates appeals (P4.1). */
  HEAD_OF_CUSTOMER_SERVICES,
  /** A member of the Corporate Management Team; determines appeals (P4.3). */
  CMT_MEMBER,
  /** An elected member: aggregates only (PR.2). */
  ELECTED_MEMBER,
  /** Takes concerns about elected members acting as such (T19). */
  MONITORING_OFFICER,
  DATA_PROTECTION_OFFICER,
  LEGAL,
  AUDITOR,
  /** Works for the provider of a commissioned service area (P2.1, F6). */
  CONTRACTOR,
  PLUGIN_ADMINISTRATOR,
  /** A machine of a partner agency. */
  INTEGRATOR
}
