package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What the Corporate Management Team recommended on a report (P4.3).
 *
 * @param ownerRole who sees to it: a head of service or the head of customer services
 * @param serviceArea whose head; null where it is the head of customer services
 * @param closing null while it is open
 */
public record RecommendationView(
    RecommendationId id,
    int version,
    QuarterlyReportId report,
    Quarter quarter,
    String words,
    Role ownerRole,
    @Nullable ServiceAreaCode serviceArea,
    LocalDate dueOn,
    ActorId madeBy,
    Instant madeAt,
    @Nullable Closing closing) {

  /** What came of it. */
  public record Closing(boolean done, String words, ActorId by, Instant at) {}
}
