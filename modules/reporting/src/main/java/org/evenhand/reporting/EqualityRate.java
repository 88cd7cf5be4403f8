package org.evenhand.reporting;

import org.evenhand.intake.EqualityCharacteristic;
import org.jspecify.annotations.Nullable;

/**
 * How often people who gave one answer about themselves had a restriction in force, of those of
 * them who had been in touch: whether the policy meets everybody alike. Never anything about one
 * person.
 *
 * @param answer as a code; who said nothing is counted nowhere
 * @param people how many had been in touch or had a restriction, rounded down to a multiple of the
 *     policy's small number; null where withheld
 * @param share with a restriction in force, of one; null where withheld
 * @param low the lower end of its 95 % interval (Wilson); null where withheld
 * @param high the upper end; null where withheld
 */
public record EqualityRate(
    EqualityCharacteristic characteristic,
    String answer,
    @Nullable Integer people,
    @Nullable Double share,
    @Nullable Double low,
    @Nullable Double high) {

  /** Whether it would tell about a few people, or give away a number that does. */
  public boolean withheld() {
    return people == null;
  }
}
