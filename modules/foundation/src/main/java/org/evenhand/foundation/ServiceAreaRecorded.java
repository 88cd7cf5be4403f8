package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A service area was recorded or changed; told inside the transaction. */
public record ServiceAreaRecorded(
    ServiceAreaId serviceAreaId,
    ServiceAreaCode code,
    boolean commissioned,
    @Nullable LocalDate endedOn,
    Instant at,
    ActorId by) {}
