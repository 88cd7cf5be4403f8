package org.evenhand.correspondence;

/** How the policy was given to a customer (P2.2). */
public enum PolicyShareMethod {
  HANDED_OVER,
  POST,
  EMAIL,
  PORTAL,
  /** The address of the public copy was given. */
  LINK,
  /** Gone through in words, in person or by telephone. */
  EXPLAINED
}
