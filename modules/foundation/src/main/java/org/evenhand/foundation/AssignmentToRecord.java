package org.evenhand.foundation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it shall stand.
 *
 * @param id null for a new one; for a recorded one only its days may differ
 * @param expectedVersion null for a new one, else the version that was read
 */
public record AssignmentToRecord(
    @Nullable AssignmentId id,
    @Nullable Integer expectedVersion,
    OfficerId officer,
    AssignmentKind kind,
    @Nullable GlobalId subject,
    LocalDate firstDay,
    @Nullable LocalDate lastDay) {}
