package org.evenhand.designation;

/** Why a consideration is closed. */
public enum CloseCause {
  /** Determined, both notices to the Head of Customer Services read, nothing more to follow. */
  CONCLUDED,
  /** It should not have been opened: another person, another route, the same case twice. */
  OPENED_IN_ERROR
}
