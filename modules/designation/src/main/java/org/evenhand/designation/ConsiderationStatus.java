package org.evenhand.designation;

/** Where a consideration stands. */
public enum ConsiderationStatus {
  /** Behaviour is being considered; nothing has been decided about anybody (P4.2). */
  OPEN,
  /** A person determined it, with reasons; restrictions may rest on it if it allows them. */
  DETERMINED,
  /** Nothing more follows from it. */
  CLOSED
}
