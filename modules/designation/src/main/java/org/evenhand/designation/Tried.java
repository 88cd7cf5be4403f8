package org.evenhand.designation;

import java.time.LocalDate;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was tried with somebody: a fact and how it stands, never the story behind it
 * (T20).
 *
 * @param what the kind of action or adjustment by its stable code; null where the kind says it all
 * @param service who did it; null where it is nobody's in particular
 * @param on the day on which it began
 * @param until the day on which it ended or is to end; null where there is none
 * @param standing whether it stands today
 * @param outcome what came of it, by its stable code; null while nothing did
 * @param reference what colleagues call it; null where it has no name
 */
public record Tried(
    TriedKind kind,
    @Nullable String what,
    @Nullable ServiceAreaCode service,
    LocalDate on,
    @Nullable LocalDate until,
    boolean standing,
    @Nullable String outcome,
    @Nullable String reference) {}
