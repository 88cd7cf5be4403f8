package org.evenhand.reporting;

/** Why somebody on the staff should not look at a record. */
public enum InterestKind {
  /** It is their own. */
  OWN_RECORD,
  /** It is of somebody of their family. */
  FAMILY,
  /** It is of somebody who lives at their address. */
  SAME_ADDRESS,
  /** It is of somebody who is close to them in another way. */
  CLOSE
}
