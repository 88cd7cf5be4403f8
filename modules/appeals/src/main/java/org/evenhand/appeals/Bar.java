package org.evenhand.appeals;

/** A part in a decision, or in the appeal itself, that keeps somebody from acting on it (T6). */
public enum Bar {
  /** Considered the case. */
  CONSIDERED,
  /** Gave advice on its substance. */
  ADVISED,
  /** Signed the notice, determined the case, or decided or reviewed what the notice tells of. */
  DECIDED,
  /** Is the direct line manager of whoever decided. */
  DECIDERS_LINE_MANAGER,
  /** Declared a conflict of their own; it is not taken back. */
  DECLARED,
  /** Looked into the appeal: whoever presents does not decide. */
  INVESTIGATED
}
