package org.evenhand.policy;

/** What a figure counts. */
public enum FigureUnit {
  /** Working days in England, Europe/London. */
  WORKING_DAYS,
  /** Calendar days. */
  DAYS,
  /** Calendar months, by the corresponding date. */
  MONTHS,
  /** A number of things. */
  COUNT,
  /** 1 for yes, 0 for no. */
  FLAG,
  /** Minutes since midnight, Europe/London. */
  MINUTE_OF_DAY
}
