package org.evenhand.intake;

/** An assault that must be reported to the police (P9.5, T18). */
public enum Assault {
  PHYSICAL,
  /** A threat, or words that made somebody fear immediate violence. */
  VERBAL
}
