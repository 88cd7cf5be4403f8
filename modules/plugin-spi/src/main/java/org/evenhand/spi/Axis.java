package org.evenhand.spi;

/** Which side of contact an action bears on: used to find something less restrictive. */
public enum Axis {
  WHO,
  WHAT,
  WHEN,
  WHERE,
  HOW
}
