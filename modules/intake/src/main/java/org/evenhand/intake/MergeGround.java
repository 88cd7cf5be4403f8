package org.evenhand.intake;

/** Why two records are held to be about one person (T21). */
public enum MergeGround {
  /** At least two independent identifiers agree; worked out, not stated. */
  IDENTIFIERS_AGREE,
  /** The customer said so, and who they are was checked. */
  CUSTOMER_CONFIRMED,
  /** A document that names both was seen. */
  DOCUMENT_SEEN,
  /** Another system of the council, or another authority, keeps them as one. */
  OTHER_SYSTEM
}
