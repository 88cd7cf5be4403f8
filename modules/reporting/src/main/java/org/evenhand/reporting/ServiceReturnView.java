package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a commissioned service reports on one quarter, for inclusion in the council's report (PR.3).
 *
 * @param provider who ran the service when the quarter was over
 * @param dueOn the last day on which it is in time
 * @param answer null while it was not received
 */
public record ServiceReturnView(
    ServiceReturnId id,
    int version,
    ServiceAreaCode serviceArea,
    String provider,
    Quarter quarter,
    LocalDate dueOn,
    @Nullable Answer answer) {

  /**
   * The numbers as the provider counts them, and what they say.
   *
   * @param policyAdopted whether the provider works by the council's policy (P2.1, F6)
   */
  public record Answer(
      int contacts,
      int contactsCausedByUs,
      int incidents,
      int warnings,
      int restrictions,
      int appeals,
      boolean policyAdopted,
      String words,
      ActorId by,
      Instant at) {}

  /** Whether it should have been here by that day. */
  public boolean missing(LocalDate today) {
    return answer == null && today.isAfter(dueOn);
  }
}
