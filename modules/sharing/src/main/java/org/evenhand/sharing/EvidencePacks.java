package org.evenhand.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The file of a case as one archive that proves itself: index, timeline, letters with proof of
 * service, policy, checks, evidence, audit proof, and a signed list of all that is in it (F7,
 * question 31).
 */
public interface EvidencePacks {

  /** What is asked for, and by whom. */
  record PackToMake(
      ConsiderationId caseId,
      EvidencePackPurpose purpose,
      String recipient,
      String requestedBy,
      @Nullable String reference) {}

  /**
   * Makes the archive and keeps it as it was handed on. Call within an act; each person in it is
   * logged as read before anything is written.
   *
   * <p>Refused: no such case (NOT_FOUND), no recipient or nobody who asked (TEXT_MISSING), text
   * that is too long.
   */
  Outcome<EvidencePackView> make(PackToMake command, Actor actor, Instant now);

  Optional<EvidencePackView> find(EvidencePackId id);

  /** Of a case, oldest first. */
  List<EvidencePackView> of(ConsiderationId caseId);
}
