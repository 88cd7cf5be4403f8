package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.AssignmentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An assignment as it is written; its subject is another module's, so only its id is kept. */
@Table(schema = "foundation", name = "assignment")
record Assignment(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID officer,
    AssignmentKind kind,
    @Nullable String subjectType,
    @Nullable String subjectId,
    LocalDate firstDay,
    @Nullable LocalDate lastDay) {}
