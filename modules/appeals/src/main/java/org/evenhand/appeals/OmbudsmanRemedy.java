package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/**
 * Something to put right.
 *
 * @param ordered whether the Housing Ombudsman ordered it; recommended otherwise
 * @param amountPence of a payment; null for any other kind
 * @param restriction which one it is about; null for any other kind
 * @param owner who sees to it; null while it is the Head of Customer Services
 * @param completion null until done
 */
public record OmbudsmanRemedy(
    UUID id,
    RemedyKind kind,
    boolean ordered,
    String what,
    @Nullable Integer amountPence,
    @Nullable RestrictionId restriction,
    @Nullable ActorId owner,
    @Nullable String ownerName,
    LocalDate dueOn,
    @Nullable RemedyCompletion completion) {

  public boolean overdue(LocalDate today) {
    return completion == null && dueOn.isBefore(today);
  }
}
