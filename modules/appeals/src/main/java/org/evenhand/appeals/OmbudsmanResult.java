package org.evenhand.appeals;

/** What a finding comes to, whichever scheme made it. */
public enum OmbudsmanResult {
  UPHELD,
  NOT_UPHELD,
  /** The scheme did not decide whether the council was right. */
  NOT_DECIDED
}
