package org.evenhand.designation;

/** The five things of which the council must be satisfied before it designates anybody (P8.0). */
public enum CheckKind {
  /** What the customer asked for was recorded, and is handled under the right policy. */
  RECORDED,
  /** It is being, or was, investigated properly. */
  INVESTIGATED,
  /** Any decision reached is right; never confirmed by the officer whose decision it was (T3). */
  DECISION_RIGHT,
  /** Communication was adequate and expectations were managed. */
  COMMUNICATION,
  /** The customer offers no significant new information. */
  NEW_INFORMATION
}
