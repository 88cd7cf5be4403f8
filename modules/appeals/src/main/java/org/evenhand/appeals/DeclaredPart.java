package org.evenhand.appeals;

/** What somebody says of their own part in the decision appealed against (T6). */
public enum DeclaredPart {
  /** None at all. */
  NONE,
  CONSIDERED,
  ADVISED,
  DECIDED,
  /** Is the direct line manager of whoever decided. */
  DECIDERS_LINE_MANAGER,
  /** Knows the customer or somebody in the case, or has an interest in it. */
  PERSONAL
}
