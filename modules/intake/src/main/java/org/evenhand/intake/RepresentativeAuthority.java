package org.evenhand.intake;

/** On what footing somebody speaks for a customer (T16). */
public enum RepresentativeAuthority {
  /** Said so, nothing seen yet: may be listened to, may not be told anything. */
  NONE_SEEN,
  WRITTEN_AUTHORITY,
  LASTING_POWER_OF_ATTORNEY,
  COURT_OF_PROTECTION_DEPUTY,
  PARENT_OR_GUARDIAN,
  LITIGATION_FRIEND,
  INDEPENDENT_ADVOCATE,
  SOLICITOR,
  ELECTED_REPRESENTATIVE
}
