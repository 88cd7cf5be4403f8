package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of work was given to an officer, or its days changed; told inside the transaction. */
public record AssignmentRecorded(
    AssignmentId assignmentId,
    OfficerId officerId,
    AssignmentKind kind,
    @Nullable GlobalId subject,
    LocalDate firstDay,
    @Nullable LocalDate lastDay,
    Instant at,
    ActorId by) {}
