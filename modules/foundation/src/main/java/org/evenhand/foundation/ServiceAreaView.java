package org.evenhand.foundation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the council that deals with customers (P4.2, P5.1).
 *
 * @param version counts up with each change
 * @param commissioned whether a provider runs it for the council (PR.3, F6); then {@code provider}
 *     is there
 * @param endedOn the first day on which it no longer exists; null while it does
 */
public record ServiceAreaView(
    ServiceAreaId id,
    int version,
    ServiceAreaCode code,
    String name,
    boolean commissioned,
    @Nullable String provider,
    @Nullable String contractReference,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable LocalDate endedOn) {

  /** Whether it exists on that day. */
  public boolean exists(LocalDate on) {
    return endedOn == null || on.isBefore(endedOn);
  }
}
