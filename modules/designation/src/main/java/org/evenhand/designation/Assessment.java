package org.evenhand.designation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.AboutOthers;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * What was weighed about the person and those around them, beside the conduct (P8.1, F3, F14). A
 * new assessment replaces the one before, which is kept.
 *
 * @param couldArise whether the conduct could arise from a disability (F3)
 * @param circumstances what is known about circumstances and which adjustments were considered
 * @param affected who else is affected; empty if nobody is
 * @param othersAffected what action would mean for them, or how it is known that nobody is affected
 *     (F14); null until answered
 * @param warningDispensedBecause why a warning for the same conduct is not called for, as after a
 *     serious threat (F20); null where one is required
 * @param unrelatedMatters unfinished matters of the customer that the conduct has nothing to do
 *     with, each with the reason (F16)
 */
public record Assessment(
    CouldArise couldArise,
    String circumstances,
    Set<AffectedKind> affected,
    @AboutOthers @Nullable String othersAffected,
    @Nullable String warningDispensedBecause,
    List<UnrelatedMatter> unrelatedMatters,
    ActorId by,
    Instant at) {

  /** A matter set aside for this case, with the reason. */
  public record UnrelatedMatter(MatterId matterId, String reason) {}

  public Assessment {
    affected = Set.copyOf(affected);
    unrelatedMatters = List.copyOf(unrelatedMatters);
  }
}
