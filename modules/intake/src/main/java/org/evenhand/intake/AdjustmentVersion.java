package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * What an adjustment said at a time, and until when that was believed (F3, F7).
 *
 * @param knownBy who wrote it so
 */
public record AdjustmentVersion(
    AdjustmentId id,
    int version,
    AdjustmentCode what,
    @Nullable String description,
    AdjustmentStatus status,
    @Nullable String reason,
    Instant knownFrom,
    Instant knownUntil,
    ActorId knownBy) {}
