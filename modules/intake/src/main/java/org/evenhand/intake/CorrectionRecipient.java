package org.evenhand.intake;

/** Who was told something that turned out otherwise (T27). */
public enum CorrectionRecipient {
  /** The customer whom it was about. */
  CUSTOMER,
  /** Whoever reported it. */
  REPORTER,
  POLICE,
  /** The route by which hate and inequality incidents are reported. */
  HATE_INCIDENT_ROUTE,
  /** Whoever keeps the record under the harassment, assault and threat policy. */
  HAT_RECORD,
  HEALTH_AND_SAFETY_REGULATOR,
  SAFEGUARDING_LEAD,
  HEAD_OF_CUSTOMER_SERVICES,
  /** The front line and others who were told of a restriction. */
  STAFF,
  /** Another agency. */
  PARTNER
}
