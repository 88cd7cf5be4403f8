package org.evenhand.intake;

/** What a customer can be (P2.1). */
public enum CustomerKind {
  INDIVIDUAL,
  /** Several people who act together; each member answers only for their own conduct (T15). */
  GROUP,
  /** Also one that receives services from the council. */
  ORGANISATION,
  /** A part of the council, or one of its people, served by another part. */
  INTERNAL
}
