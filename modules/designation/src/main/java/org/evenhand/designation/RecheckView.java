package org.evenhand.designation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A determination to be looked at again, or looked at again, since something that it rests on
 * turned out otherwise (T27).
 *
 * @param missing what the findings need and have no more, as codes of steps; of the day on which it
 *     is asked
 * @param outcome null until decided, as are the three that follow
 */
public record RecheckView(
    UUID id,
    int version,
    ConsiderationId considerationId,
    Instant openedAt,
    List<String> missing,
    @Nullable RecheckOutcome outcome,
    @Nullable String reasons,
    @Nullable ActorId by,
    @Nullable Instant decidedAt) {
  public RecheckView {
    missing = List.copyOf(missing);
  }
}
