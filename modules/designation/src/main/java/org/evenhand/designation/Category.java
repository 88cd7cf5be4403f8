package org.evenhand.designation;

/** What a determination says about the behaviour (P6, T1). */
public enum Category {
  /** One serious incident is enough (P6.1, T2). */
  UNREASONABLE,
  /**
   * An accumulation of linked incidents over time (P6.1), in the light of our own share (P6.3a).
   */
  UNREASONABLY_PERSISTENT,
  /**
   * Much contact, with good cause: help is offered. Restrictive action needs a finding about manner
   * of its own, never about volume (P6.3b).
   */
  PERSISTENT_WITH_CAUSE,
  /** No action; the customer and the Head of Customer Services are told all the same (P4.2, T4). */
  NOT_UNREASONABLE;

  /** Whether behaviour is designated by it, which asks for the five checks and opens an appeal. */
  public boolean designates() {
    return this == UNREASONABLE || this == UNREASONABLY_PERSISTENT;
  }
}
