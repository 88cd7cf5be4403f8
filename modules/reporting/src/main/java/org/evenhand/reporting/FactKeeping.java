package org.evenhand.reporting;

/** Keeps the facts that figures are counted from. */
public interface FactKeeping {

  /**
   * Throws all facts away and makes them again from what was noted. The numbers are the same
   * afterwards; whoever asks meanwhile gets the old ones.
   *
   * @return how many facts there are
   */
  int rebuild();
}
