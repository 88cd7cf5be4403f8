package org.evenhand.intake;

import java.util.Map;

/**
 * The customer's contacts of a period, counted as fairness wants them counted (P6.3a): inbound
 * ones, without those by which a right was used (F18).
 *
 * @param total inbound contacts that count
 * @param causedByUs how many of them we caused ourselves
 * @param usingARight inbound contacts that used a right; not part of the total
 * @param byUs contacts that the council began; not part of the total
 * @param minutesSpent on those of the total, as far as it was said
 * @param byCause the total by cause; every cause is there
 */
public record ContactSummary(
    int total,
    int causedByUs,
    int usingARight,
    int byUs,
    int minutesSpent,
    Map<ContactCause, Integer> byCause) {
  public ContactSummary {
    byCause = Map.copyOf(byCause);
  }

  /** The share caused by us in whole per cent, halves up; 0 where there is no contact. */
  public int percentCausedByUs() {
    return total == 0 ? 0 : Math.toIntExact(Math.round(100.0 * causedByUs / total));
  }
}
