package org.evenhand.intake;

/** Whose perception makes it a hate or inequality incident; either is enough (T18). */
public enum PerceivedBy {
  VICTIM,
  WITNESS,
  BOTH
}
