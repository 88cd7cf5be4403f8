package org.evenhand.sharing;

/** How far it is to say something to a webhook. */
public enum WebhookState {
  OPEN,
  /** Open, and the last attempt failed. */
  FAILING,
  DONE,
  /** Given up; the partner may have it said again, and misses nothing by its absence. */
  DEAD
}
