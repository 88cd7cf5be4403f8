package org.evenhand.sharing;

/** What a webhook says. */
public enum WebhookEvent {
  /** There is something behind the partner's cursor. */
  REFERRAL_CHANGED,
  /** The partner asked for a try. */
  TEST
}
