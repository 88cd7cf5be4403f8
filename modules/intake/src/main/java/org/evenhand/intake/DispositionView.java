package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The answer that an inbound contact of a managed customer needs, and what became of it (F19).
 *
 * @param dueOn the last day for a disposition
 * @param outcome null while there is none
 * @param routedTo to whom, for {@link DispositionOutcome#ROUTED}
 * @param answerOn the promised day, for {@link DispositionOutcome#TO_BE_ANSWERED}
 * @param readFor for what it was read before it was filed
 * @param found what of that it held
 */
public record DispositionView(
    ContactId contactId,
    int version,
    Instant openedAt,
    LocalDate dueOn,
    @Nullable DispositionOutcome outcome,
    @Nullable String reason,
    @Nullable String routedTo,
    @Nullable LocalDate answerOn,
    Set<ReadFor> readFor,
    Set<ReadFor> found,
    @Nullable ActorId disposedBy,
    @Nullable Instant disposedAt) {
  public DispositionView {
    readFor = Set.copyOf(readFor);
    found = Set.copyOf(found);
  }

  /** Whether nothing more is to come: a promise is still to be kept. */
  public boolean settled() {
    return outcome != null && outcome != DispositionOutcome.TO_BE_ANSWERED;
  }
}
