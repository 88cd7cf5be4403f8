package org.evenhand.intake;

import org.jspecify.annotations.Nullable;

/**
 * What an incident did to those who were there for the council (P6.2). The customer's own distress
 * is no part of it (T25).
 *
 * @param minutesSpent working time it took; null where nobody said
 */
public record Impact(
    @Nullable Integer minutesSpent,
    boolean stress,
    boolean hinderedPerformance,
    boolean distress,
    @Nullable String note) {

  public static final Impact NOT_SAID = new Impact(null, false, false, false, null);
}
