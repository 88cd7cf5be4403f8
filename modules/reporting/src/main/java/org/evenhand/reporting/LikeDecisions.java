package org.evenhand.reporting;

import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a service decided in cases that are alike, beside the rest of the council: the same family
 * of conduct with the same gravest impact, in a year. Whether like cases are treated alike; never
 * anything about one person or one officer.
 *
 * @param family of conduct, as a code; a case with several is among each
 * @param impact the gravest of what it did, as a code
 * @param decided what was determined, as a code; {@code RESTRICTED} where restrictive action
 *     followed
 * @param cases of the service that were determined; null where withheld
 * @param share of these cases that were decided so, of one; null where withheld
 * @param low the lower end of its 95 % interval (Wilson); null where withheld
 * @param high the upper end; null where withheld
 * @param elsewhere the same share in the rest of the council; null where withheld
 * @param differs whether the rest of the council lies outside the interval
 */
public record LikeDecisions(
    String family,
    String impact,
    ServiceAreaCode serviceArea,
    String decided,
    @Nullable Integer cases,
    @Nullable Double share,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double elsewhere,
    boolean differs) {

  /** Whether it would tell about a few cases. */
  public boolean withheld() {
    return cases == null;
  }
}
