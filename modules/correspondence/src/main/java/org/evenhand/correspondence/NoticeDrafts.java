package org.evenhand.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Notices that are being written (P9.2): one for each customer of a case, kept with every earlier
 * version until the notice is issued. Call within an act.
 */
public interface NoticeDrafts {

  /**
   * What is to stand in a draft.
   *
   * @param expectedVersion of the draft that was read; null for a new one
   */
  record DraftToSave(
      UUID caseId,
      UUID customerId,
      @Nullable Integer expectedVersion,
      String why,
      String howToReachUs,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang,
      @Nullable LetterVariant variant) {
    public DraftToSave {
      ombudsman = Set.copyOf(ombudsman);
    }
  }

  /**
   * Saves a draft, or changes the one that there is.
   *
   * <p>Refused: another version than the present one, also where there is a draft and none was
   * expected (STALE); TEXT_TOO_LONG.
   */
  Outcome<NoticeDraftView> save(DraftToSave draft);

  Optional<NoticeDraftView> find(NoticeDraftId id);

  Optional<NoticeDraftView> of(UUID caseId, UUID customerId);

  /** Of several cases, in one statement. */
  List<NoticeDraftView> ofCases(Collection<UUID> caseIds);

  /** The notice was issued: its draft goes, its history stays. Does nothing where there is none. */
  void discard(UUID caseId, UUID customerId);
}
