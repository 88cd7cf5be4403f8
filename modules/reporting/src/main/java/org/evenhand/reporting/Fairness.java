package org.evenhand.reporting;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Actor;

/** Whether the policy meets everybody alike, as far as people said something of themselves. */
public interface Fairness {

  /**
   * For each answer that anybody gave, in the order of the characteristics. For those who answer
   * for the whole; nobody else gets any.
   */
  List<EqualityRate> rates(Quarter quarter, Actor reader, LocalDate today);
}
