package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.intake.CorrectionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Something put right about an incident (T27). */
@Table(schema = "intake", name = "correction")
record Correction(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID incident,
    CorrectionKind kind,
    String reason,
    @Nullable UUID customerBefore,
    @Nullable UUID customerAfter,
    String byActor,
    Instant at) {}
