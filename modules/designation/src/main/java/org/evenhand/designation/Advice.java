package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The Head of Customer Services was told, and has read it or not yet (P4.2, T4).
 *
 * @param note what was said beyond the fact itself; may be null
 * @param acknowledgedBy who has read it; null until then
 * @param acknowledgedAt when; null until then
 */
public record Advice(
    AdviceKind kind,
    @Nullable String note,
    ActorId by,
    Instant at,
    @Nullable ActorId acknowledgedBy,
    @Nullable Instant acknowledgedAt) {

  public boolean acknowledged() {
    return acknowledgedAt != null;
  }
}
