package org.evenhand.sharing;

/** How far it is to take one sending to a partner. */
public enum DeliveryState {
  OPEN,
  /** Open, and the last attempt failed. */
  FAILING,
  /** The other end does not take it; a person looks. */
  REJECTED,
  DONE,
  /** The partner acknowledged it before it was taken there. */
  NOT_NEEDED
}
