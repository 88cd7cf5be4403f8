package org.evenhand.restrictions;

/**
 * The front-desk projection: what the front line is told about each customer, ready to read. It is
 * written in the transaction of the act that changes it, so that the next check reflects it on
 * every node.
 */
public interface FrontDesk {

  /**
   * Builds the whole projection anew from the modules that own what is in it.
   *
   * @return how many customers it holds
   */
  int rebuild();
}
