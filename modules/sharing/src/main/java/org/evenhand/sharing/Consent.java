package org.evenhand.sharing;

/** Whether the person agreed that something is shared (T22). */
public enum Consent {
  GIVEN,
  /** The person was asked and said no. */
  DECLINED,
  /** Nobody asked; there is a reason why not. */
  NOT_ASKED
}
