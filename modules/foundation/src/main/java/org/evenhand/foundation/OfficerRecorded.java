package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An officer was recorded or changed: a new number, an absence, a departure (T14); told inside the
 * transaction.
 */
public record OfficerRecorded(
    OfficerId officerId,
    ActorId actor,
    @Nullable OfficerId deputy,
    @Nullable LocalDate leftOn,
    Instant at,
    ActorId by) {}
