package org.evenhand.designation;

/** Why a case is corporate, so that the Head of Customer Services decides it (T5). */
public enum CorporateCause {
  SEVERAL_SERVICES,
  SEVERAL_BUILDINGS,
  WHOLE_COUNCIL,
  ORGANISATION_RISK
}
