package org.evenhand.sharing;

/** Whose safety is at stake when something is shared (P8.2, T22). */
public enum SafetyLimb {
  /** The council or a partner as a whole. */
  WIDER_ORGANISATION,
  /** The customer. */
  PERSON,
  COMMUNITY
}
