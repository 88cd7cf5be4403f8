package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;

/**
 * A review meeting that was held.
 *
 * @param nextDueOn by when the next one is held
 */
public record ReviewMeetingView(
    UUID id,
    LocalDate heldOn,
    List<String> attendance,
    List<Item> decisions,
    LocalDate nextDueOn,
    ActorId heldBy,
    Instant recordedAt) {

  public ReviewMeetingView {
    attendance = List.copyOf(attendance);
    decisions = List.copyOf(decisions);
  }

  /** What was decided on one restriction. */
  public record Item(RestrictionId restrictionId, MeetingOutcome outcome, String reason) {}
}
