package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A building was recorded or changed; told inside the transaction. */
public record BuildingRecorded(
    BuildingId buildingId,
    String code,
    String name,
    boolean tenantHomes,
    @Nullable LocalDate closedOn,
    Instant at,
    ActorId by) {}
