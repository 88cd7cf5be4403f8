package org.evenhand.spi;

/**
 * What an action is for. A type says what it can be; the core settles it for each imposition, not
 * the type (P8.3).
 */
public enum Nature {
  /** Helps the customer; may be used at any stage. */
  SUPPORTIVE,
  /** Narrows contact; needs a determination. */
  RESTRICTIVE,
  /** Keeps people safe; may start by an emergency determination, before notice (F1, F9). */
  SAFETY
}
