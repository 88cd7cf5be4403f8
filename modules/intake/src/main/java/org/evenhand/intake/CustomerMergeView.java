package org.evenhand.intake;

import java.time.Instant;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * That two records are about one person, or were held to be.
 *
 * @param kept the record under which the person is kept
 * @param agreeing what agreed on the day of the merge
 * @param endedAt null while the merge holds
 */
public record CustomerMergeView(
    CustomerMergeId id,
    int version,
    CustomerId kept,
    CustomerId merged,
    MergeGround ground,
    Set<AgreeingIdentifier> agreeing,
    Confidence confidence,
    String why,
    @Nullable String evidence,
    Instant mergedAt,
    ActorId mergedBy,
    @Nullable Instant endedAt,
    @Nullable ActorId endedBy,
    @Nullable String endedBecause) {
  public CustomerMergeView {
    agreeing = Set.copyOf(agreeing);
  }
}
