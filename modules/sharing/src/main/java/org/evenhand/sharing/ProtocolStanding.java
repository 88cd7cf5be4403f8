package org.evenhand.sharing;

/** How a partner stands to the information-sharing protocol (P8.2, T22). */
public enum ProtocolStanding {
  /** Signed the protocol. */
  SIGNATORY,
  /** A hub that the signatories recognise without its own signature. */
  RECOGNISED,
  /** Has not signed. */
  NOT_SIGNATORY,
  /** Signed once, and withdrew. */
  WITHDRAWN;

  /** True for those that anything may be shared with under an agreement. */
  public boolean mayReceive() {
    return this == SIGNATORY || this == RECOGNISED;
  }
}
