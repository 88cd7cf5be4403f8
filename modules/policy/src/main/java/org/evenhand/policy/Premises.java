package org.evenhand.policy;

/** Whose building a decision touches, where it touches one (F15). */
public enum Premises {
  /** No building in particular, or any. */
  ANY,
  /** A building of the deciding service alone. */
  OWN,
  /** A building that services share, or that is no one service's. */
  SHARED
}
