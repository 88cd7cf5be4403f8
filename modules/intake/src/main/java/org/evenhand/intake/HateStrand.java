package org.evenhand.intake;

/** What hostility was perceived to be about (P7.2, T18). */
public enum HateStrand {
  DISABILITY,
  RACE,
  RELIGION_OR_BELIEF,
  SEXUAL_ORIENTATION,
  TRANSGENDER_IDENTITY,
  SEX,
  AGE,
  MARRIAGE_OR_CIVIL_PARTNERSHIP,
  PREGNANCY_OR_MATERNITY
}
