package org.evenhand.designation;

/** Where a warning stands. */
public enum WarningStatus {
  GIVEN,
  /** The customer says that a fact in it is wrong; nobody has decided yet. */
  CHALLENGED,
  /** Challenged, and its facts were right. */
  STANDS,
  /** Challenged, and put right; it stands as corrected. */
  CORRECTED,
  /** Challenged, and taken back: it counts no more. */
  WITHDRAWN
}
