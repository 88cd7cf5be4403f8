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

  /**
   * What was decided in like cases, service by service, in the year that ends with this quarter; in
   * the order of families, impacts, services and decisions. Numbers about a few cases are withheld.
   * For those who answer for the whole; nobody else gets any.
   */
  List<LikeDecisions> likeDecisions(Quarter last, Actor reader);
}
