package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "property")
record VisitedProperty(
    @Id UUID id,
    @Version @Nullable Integer version,
    String uprn,
    String addressLine,
    String postcode,
    @Nullable String accessNote,
    LocalDate recordedOn) {}
