package org.evenhand.intake;

import org.jspecify.annotations.Nullable;

/**
 * What must be weighed before anything is decided about somebody (P8.1, T19). What disability may
 * have to do with it is not here: the adjustment is recorded, not the condition (F3).
 *
 * @param vulnerabilityNote how it shows, for those who decide
 * @param capacityInDoubt whether somebody doubts that the customer can decide for themselves
 */
public record Circumstances(
    boolean vulnerable,
    @Nullable String vulnerabilityNote,
    boolean capacityInDoubt,
    @Nullable String capacityNote) {

  public static final Circumstances NONE_KNOWN = new Circumstances(false, null, false, null);
}
