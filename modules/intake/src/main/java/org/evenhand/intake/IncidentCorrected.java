package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** Account, day or behaviours of an incident were put right (T27); this is what they are now. */
public record IncidentCorrected(
    IncidentId incidentId,
    @Nullable CustomerId before,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate occurredOn,
    List<String> behaviours,
    Instant at,
    ActorId by)
    implements IncidentChanged {
  @Override
  public CorrectionKind kind() {
    return CorrectionKind.CORRECTED;
  }
}
