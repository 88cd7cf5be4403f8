package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * An incident was somebody else's (T27, F5).
 *
 * @param after whose it is; null while that is not known
 * @param concernMoved the concern that went with it, since it holds nothing else about the first;
 *     null where it stays
 */
public record IncidentMoved(
    IncidentId incidentId,
    @Nullable CustomerId before,
    @Nullable CustomerId after,
    @Nullable ConcernId concernMoved,
    Instant at,
    ActorId by)
    implements IncidentChanged {
  @Override
  public CorrectionKind kind() {
    return CorrectionKind.MOVED;
  }
}
