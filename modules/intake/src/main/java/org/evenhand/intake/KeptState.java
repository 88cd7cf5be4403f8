package org.evenhand.intake;

/** How it stands with something that is kept (T26). */
public enum KeptState {
  /** Something of it goes on, or is still to be done. */
  STILL_OPEN,
  /** Its period is not over. */
  NOT_DUE_YET,
  /** Its period is over, and something that is kept rests on it. */
  STILL_NEEDED,
  /** Its period is over and nothing rests on it: a person decides whether it is erased. */
  DUE
}
