package org.evenhand.reporting;

import java.util.List;
import org.evenhand.foundation.Actor;

/** Whether the policy meets everybody alike, as far as people said something of themselves. */
public interface Fairness {

  /**
   * For each answer that can be given, in the order of the characteristics, as counted when the
   * report on the quarter was drafted last; none before. For those who answer for the whole; nobody
   * else gets any.
   */
  List<EqualityRate> rates(Quarter quarter, Actor reader);
}
