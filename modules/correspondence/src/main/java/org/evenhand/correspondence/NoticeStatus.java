package org.evenhand.correspondence;

/** How far a notice has come on its way to the customer (T9). */
public enum NoticeStatus {
  /** Written and signed; nothing recorded about sending it. */
  ISSUED,
  /** Sent, and a day of notification holds, deemed or actual; that day may still lie ahead. */
  SERVED,
  /**
   * It came back or was not accepted: no notification, no clock, until it is served another way.
   */
  RETURNED
}
