package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/** Evidence with concerns and incidents, and documents that came with a contact (F7, F13). */
public interface KeepingEvidence {

  /** What is attached to what. */
  record Attach(
      GlobalId subject,
      FileId fileId,
      String what,
      String givenBy,
      @Nullable LocalDate madeOn,
      boolean firstHand) {}

  /**
   * Attaches a file that this actor sent.
   *
   * <p>Refused: a concern, incident or contact that is not there or not theirs to see (NOT_FOUND),
   * a file that cannot be used, a void incident (INCIDENT_VOID), no words, a day to come.
   */
  Outcome<EvidenceView> attach(Attach command, Actor actor, Instant now);

  Optional<EvidenceView> find(EvidenceId id);

  /** With these concerns, incidents or contacts, oldest first. */
  List<EvidenceView> of(Collection<UUID> subjects);
}
