package org.evenhand.intake;

/** For what each contact is read, also one that is filed without an answer (T13). */
public enum ReadFor {
  NEW_INFORMATION,
  NEW_MATTER,
  SAFEGUARDING,
  THREAT
}
