package org.evenhand.restrictions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review meeting as it was held.
 *
 * @param attendance who was there, by name or post; at least one besides whoever holds it
 */
public record MeetingToHold(LocalDate heldOn, List<String> attendance, List<Decision> decisions) {

  public MeetingToHold {
    attendance = List.copyOf(attendance);
    decisions = List.copyOf(decisions);
  }

  /**
   * What was decided on one restriction.
   *
   * @param reason why; also for what continues
   * @param nextReviewOn by when what continues is reviewed; null for the policy's default
   */
  public record Decision(
      RestrictionId id,
      @Nullable Integer expectedVersion,
      MeetingOutcome outcome,
      String reason,
      @Nullable LocalDate nextReviewOn) {}
}
