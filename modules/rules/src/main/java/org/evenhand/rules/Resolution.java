package org.evenhand.rules;

/** How two effects that both apply to one contact stand to each other. */
public enum Resolution {
  /** They speak of different things: both stand. */
  BOTH_STAND,
  /** The redirection stands and turns away less than declining would. */
  REDIRECT_STANDS,
  /**
   * The redirection stands unless a rule of at least its own standing turns the customer away where
   * it leads; then the contact is declined.
   */
  REDIRECT_UNLESS_BARRED,
  /** Where both lead to the same kind of place, the one of higher standing; otherwise both. */
  HIGHER_WHERE_SAME_KIND,
  /**
   * All requirements hold together, the stricter number of two, the places common to both; without
   * a common place, those of the higher standing.
   */
  ADD_UP,
  /** The one of higher standing. */
  HIGHER_STANDS,
  /** The earlier day. */
  EARLIER_DAY
}
