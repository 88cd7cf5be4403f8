package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on one day (P6.1).
 *
 * @param customerId null while it is not known who it was
 * @param serviceArea null where the concern named none
 * @param behaviours codes of the catalogue, in its order
 * @param otherBehaviour what OTHER stands for here
 * @param rightBeingUsed the right that was being used when it happened; the right itself is no part
 *     of the incident (F18)
 * @param customerDistressed opens support; never counts as hindrance (T25)
 * @param account what happened, in facts
 * @param tested whether the allegation was tested (F5)
 * @param assault null where there was none
 * @param voided null while it stands; a void incident counts nowhere (T27)
 */
public record IncidentView(
    IncidentId id,
    int version,
    ConcernId concernId,
    @Nullable CustomerId customerId,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate occurredOn,
    @Nullable LocalTime occurredAt,
    Channel channel,
    List<String> behaviours,
    @Nullable String otherBehaviour,
    @Nullable StatutoryTopic rightBeingUsed,
    Set<Affected> affected,
    @Nullable String affectedNote,
    Impact impact,
    boolean customerDistressed,
    String account,
    SourceGrade sourceGrade,
    Confidence identityConfidence,
    boolean tested,
    @Nullable Assault assault,
    Set<HateStrand> hateStrands,
    @Nullable PerceivedBy hatePerceivedBy,
    ActorId recordedBy,
    Instant recordedAt,
    @Nullable IncidentVoiding voided) {
  public IncidentView {
    behaviours = List.copyOf(behaviours);
    affected = Set.copyOf(affected);
    hateStrands = Set.copyOf(hateStrands);
  }

  /** Whether it may be counted. */
  public boolean stands() {
    return voided == null;
  }
}
