package org.evenhand.restrictions;

/** What about the contact an action answers (P6.3b, T1). */
public enum Answering {
  /** How the customer behaves: abuse, threats, offensive words. */
  MANNER,
  /** How much or how often. Never where the customer has good cause (P6.3b). */
  VOLUME,
  /** Both of these. */
  MANNER_AND_VOLUME
}
