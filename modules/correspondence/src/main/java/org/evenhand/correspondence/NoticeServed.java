package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A day of notification holds for a notice (T9). It may lie ahead (post), and it is published again
 * with other dates when an actual delivery replaces a deemed one: the last one counts.
 *
 * @param notifiedAt the moment from which the notice can have effect (F9)
 * @param notifiedOn the day of notification, Europe/London
 * @param lastAppealDay the last day to appeal; null where the notice cannot be appealed
 * @param actual whether the day is an actual one
 */
public record NoticeServed(
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    NoticeKind kind,
    Instant notifiedAt,
    LocalDate notifiedOn,
    @Nullable LocalDate lastAppealDay,
    boolean actual,
    Instant at,
    ActorId actor) {}
