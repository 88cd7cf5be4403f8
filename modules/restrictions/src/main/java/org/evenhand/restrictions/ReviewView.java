package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/**
 * A review that was held (F2).
 *
 * @param nextReviewOn the next one; null where it was lifted
 * @param newestEvidenceOn the day of the newest first-hand incident then (F13); null where there
 *     was none
 */
public record ReviewView(
    UUID id,
    ReviewOutcome outcome,
    String reasons,
    @Nullable LocalDate nextReviewOn,
    ActorId by,
    Role as,
    Instant at,
    @Nullable LocalDate newestEvidenceOn) {}
