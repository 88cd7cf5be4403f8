package org.evenhand.correspondence;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a notice's service history; lines are only ever added.
 *
 * @param attempt counts from 1; lines with the same number tell of the same attempt
 */
public record ServiceEntry(
    int attempt,
    ServiceMethod method,
    String address,
    Instant sentAt,
    ServiceOutcome outcome,
    @Nullable Instant deliveredAt,
    @Nullable String evidence,
    Instant recordedAt,
    ActorId recordedBy) {}
