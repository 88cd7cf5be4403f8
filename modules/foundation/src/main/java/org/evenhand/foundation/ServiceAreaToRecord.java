package org.evenhand.foundation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service area as it shall stand.
 *
 * @param expectedVersion null to record a new one, else the version that was read
 * @param provider who runs it, where it is commissioned; null where the council does
 */
public record ServiceAreaToRecord(
    @Nullable Integer expectedVersion,
    String code,
    String name,
    @Nullable String provider,
    @Nullable String contractReference,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable LocalDate endedOn) {}
