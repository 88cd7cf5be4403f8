package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A service area as it is written; commissioned exactly where there is a provider. */
@Table(schema = "foundation", name = "service_area")
record ServiceArea(
    @Id UUID id,
    @Version @Nullable Integer version,
    String code,
    String name,
    boolean commissioned,
    @Nullable String provider,
    @Nullable String contractReference,
    @Nullable String telephone,
    @Nullable String email,
    @Nullable LocalDate endedOn) {}
