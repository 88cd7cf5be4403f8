package org.evenhand.designation;

/** Somebody besides the customer on whom action would bite (F14). */
public enum AffectedKind {
  CHILD,
  CARER,
  TENANT,
  RESIDENT,
  OTHER
}
