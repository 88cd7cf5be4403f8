package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.RepresentativeAuthority;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "representative")
record Representative(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    String name,
    @Nullable String organisation,
    String capacity,
    RepresentativeAuthority authority,
    @Nullable LocalDate authoritySeenOn,
    @Nullable String telephone,
    @Nullable String email,
    LocalDate startsOn,
    @Nullable LocalDate endsOn) {}
