package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A session that was held, or something done to promote the scheme (P4.1).
 *
 * @param serviceArea for whose staff; null for all
 * @param attended officers, by the subjects of their tokens
 */
public record TrainingSessionView(
    TrainingSessionId id,
    TrainingKind kind,
    String title,
    LocalDate heldOn,
    @Nullable ServiceAreaCode serviceArea,
    List<ActorId> attended,
    ActorId recordedBy,
    Instant recordedAt) {
  public TrainingSessionView {
    attended = List.copyOf(attended);
  }
}
