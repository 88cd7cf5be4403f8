package org.evenhand.correspondence;

/** What is known about one attempt to serve a notice (T9). */
public enum ServiceOutcome {
  /** It left us; the day of notification is deemed. */
  SENT,
  /** The moment it arrived is known and replaces the deemed day. */
  DELIVERED,
  /** It came back, bounced or could not be delivered: no notification. */
  RETURNED,
  /**
   * The customer did not take it: no notification, unless recorded on handing over a second time.
   */
  REFUSED
}
