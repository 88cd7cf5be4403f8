package org.evenhand.sharing;

/** What a partner's key is for; no key is for both. */
public enum KeyUse {
  /** What we send is encrypted to it, so that nobody but the partner can read it. */
  ENCRYPTION,
  /** The partner signs with it what it sends back, such as a receipt. */
  SIGNATURE
}
