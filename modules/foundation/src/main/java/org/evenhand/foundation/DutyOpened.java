package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something became due, or the day or owner of what was due already is another one; the last one
 * heard holds. Null fields as in {@link DutyToOpen}.
 */
public record DutyOpened(
    UUID dutyId,
    String kind,
    UUID subject,
    @Nullable UUID person,
    Role ownerRole,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate dueOn,
    Instant at) {}
