package org.evenhand.correspondence;

/** Why a notice did not reach the customer (T9). */
public enum ReturnReason {
  /** The envelope came back, marked by the post. */
  RETURN_TO_SENDER,
  /** The customer does not live there, or not any more. */
  GONE_AWAY,
  /** There is no such address, or it cannot be delivered to. */
  UNDELIVERABLE,
  /** An email server did not take it. */
  BOUNCED
}
