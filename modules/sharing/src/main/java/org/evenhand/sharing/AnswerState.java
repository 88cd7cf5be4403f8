package org.evenhand.sharing;

/** What is said of one field of a form; a form refuses blanks. */
public enum AnswerState {
  KNOWN,
  NOT_KNOWN,
  NOT_APPLICABLE,
  /** It is known and not shared. */
  WITHHELD
}
