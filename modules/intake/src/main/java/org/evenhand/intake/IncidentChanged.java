package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * What an incident said is no longer so: whatever was built on it is looked at again (T27).
 * Published in the act's own transaction.
 */
public sealed interface IncidentChanged permits IncidentCorrected, IncidentMoved, IncidentVoided {

  IncidentId incidentId();

  /** Whose it was taken for until now; null for nobody known. */
  @Nullable CustomerId before();

  /** Whether it no longer speaks against whom it was taken for. */
  default boolean gone() {
    return kind() != CorrectionKind.CORRECTED;
  }

  CorrectionKind kind();

  Instant at();

  ActorId by();
}
