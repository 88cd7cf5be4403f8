package org.evenhand.intake;

/** Where an account comes from (F13). */
public enum SourceGrade {
  FIRST_HAND,
  SECOND_HAND,
  /** From the provider of a commissioned service. */
  PROVIDER,
  ANONYMOUS
}
