package org.evenhand.restrictions.internal;

/** Why a decision is proposed; some rules are for first decisions only. */
enum Occasion {
  /** The first decision on an action. */
  NEW,
  /** One that takes the place of an earlier one: the case behind it may be closed by now. */
  FOLLOWING,
  /** As above, by an appeal, whose own decision is the authority (P10.5). */
  APPEAL,
  /**
   * Decided before this register was kept: taken as it stands, and what it lacks is found, not
   * refused.
   */
  TAKEN_OVER
}
