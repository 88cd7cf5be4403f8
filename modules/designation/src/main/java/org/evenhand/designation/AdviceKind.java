package org.evenhand.designation;

/** The two occasions on which the Head of Customer Services is told (P4.2, T4). */
public enum AdviceKind {
  /** A customer's behaviour is being considered. */
  CONSIDERED,
  /** It has been determined, also when no action follows. */
  DETERMINED
}
