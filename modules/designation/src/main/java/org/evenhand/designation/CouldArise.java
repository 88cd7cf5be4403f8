package org.evenhand.designation;

/**
 * Whether the conduct could arise from a disability; asked whether or not anything was requested
 * (F3).
 */
public enum CouldArise {
  YES,
  NO,
  /** Asked, and not known; the customer was offered help to say so. */
  NOT_KNOWN
}
