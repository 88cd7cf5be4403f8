package org.evenhand.foundation;

/** How soon a notice goes out by email; the inbox shows each at once. */
public enum StaffNoticeUrgency {
  /** At once: it is due now. */
  IMMEDIATE,
  /** With everything else that is new, on the morning of the next working day. */
  DIGEST
}
