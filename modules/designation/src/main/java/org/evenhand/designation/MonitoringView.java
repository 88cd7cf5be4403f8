package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which conduct is watched before anything more is done about it.
 *
 * @param watched which conduct, in neutral words
 * @param noticeId the letter that told the customer
 * @param ending null while it runs or waits for its review
 */
public record MonitoringView(
    MonitoringId id,
    int version,
    CustomerId customerId,
    ConsiderationId considerationId,
    LocalDate firstDay,
    LocalDate lastDay,
    String watched,
    NoticeId noticeId,
    Instant startedAt,
    ActorId startedBy,
    @Nullable Ending ending) {

  /** How it ended. */
  public record Ending(MonitoringOutcome outcome, String reasons, ActorId by, Instant at) {}
}
