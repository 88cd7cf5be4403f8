package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What an incident said before, and in which period that was believed (T27, F7). Whose it was taken
 * for is not part of it (T20).
 *
 * @param endedBy who changed it
 */
public record IncidentVersion(
    IncidentId incidentId,
    int version,
    LocalDate occurredOn,
    @Nullable LocalTime occurredAt,
    Channel channel,
    List<String> behaviours,
    @Nullable String otherBehaviour,
    String account,
    SourceGrade sourceGrade,
    Confidence identityConfidence,
    boolean tested,
    Instant knownFrom,
    Instant knownUntil,
    ActorId endedBy) {
  public IncidentVersion {
    behaviours = List.copyOf(behaviours);
  }
}
