package org.evenhand.reporting;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody on the staff has an interest in a record, by their own word.
 *
 * @param withdrawnAt null while it stands
 */
public record InterestView(
    InterestId id,
    int version,
    ActorId actor,
    CustomerId customer,
    InterestKind kind,
    Instant declaredAt,
    @Nullable Instant withdrawnAt) {}
