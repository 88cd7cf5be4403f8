package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One step in hearing the customer (F5).
 *
 * @param on the day on which it happened
 * @param byDate for an invitation the day to answer by; where hearing was dispensed with, the day
 *     by which it is made good; otherwise null
 * @param account the customer's own account, or how they were asked; null where silence or a reason
 *     says it all
 * @param reason why hearing was dispensed with; otherwise null
 * @param by who recorded it
 */
public record Representation(
    RepresentationKind kind,
    LocalDate on,
    @Nullable LocalDate byDate,
    @Nullable String account,
    @Nullable String reason,
    ActorId by,
    Instant at) {}
