package org.evenhand.correspondence;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A notice that somebody is writing: what the writer says in it. What was decided is taken from the
 * case each time, so that a draft cannot promise what no longer holds.
 *
 * @param version counts up with each change
 * @param ombudsman whom the writer names besides those that the case's matters ask for
 * @param variant null for the version that the agreed adjustments ask for
 */
public record NoticeDraftView(
    NoticeDraftId id,
    int version,
    UUID caseId,
    UUID customerId,
    String why,
    String howToReachUs,
    Set<Ombudsman> ombudsman,
    PlannedService planned,
    Language lang,
    @Nullable LetterVariant variant,
    Instant savedAt,
    ActorId savedBy) {
  public NoticeDraftView {
    ombudsman = Collections.unmodifiableSortedSet(new TreeSet<>(ombudsman));
  }
}
