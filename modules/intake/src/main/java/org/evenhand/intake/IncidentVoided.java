package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** An incident should never have stood: it stays readable and counts nowhere (T27). */
public record IncidentVoided(
    IncidentId incidentId, @Nullable CustomerId before, Instant at, ActorId by)
    implements IncidentChanged {
  @Override
  public CorrectionKind kind() {
    return CorrectionKind.VOIDED;
  }
}
