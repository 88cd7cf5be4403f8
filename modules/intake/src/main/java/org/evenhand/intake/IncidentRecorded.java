package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** Something that happened was recorded (P6.1). */
public record IncidentRecorded(
    IncidentId incidentId,
    ConcernId concernId,
    @Nullable CustomerId customerId,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate occurredOn,
    Channel channel,
    List<String> behaviours,
    SourceGrade sourceGrade,
    @Nullable Assault assault,
    Set<HateStrand> hateStrands,
    Instant at,
    ActorId by) {}
