package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.MatterKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "matter")
record Matter(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    String reference,
    String system,
    @Nullable String subject,
    String serviceArea,
    @Nullable LocalDate standardDue,
    boolean standardMissed,
    @Nullable LocalDate decisionReachedOn,
    @Nullable String decidedBy,
    @Nullable LocalDate closingLetterSentOn,
    MatterKind kind) {}
