package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The obligation to record one response on the corporate CRM, as it stands now (P4.2).
 *
 * @param subjectType {@code Notice}, or {@code PolicyShare} for a warning given with the policy
 * @param kind lower-case words joined by hyphens, as the CRM is told
 * @param ourReference under which the response is found here
 * @param respondedAt when the response was given; null while it was not sent
 * @param channel how it was given first; null while it was not sent
 * @param attempts how often a connector was asked
 * @param failures how often that failed since it last answered
 * @param nextAttemptAt when a connector is asked next; null while nothing is to be asked
 * @param system id of the record system asked last; null before
 * @param lastFault a code, why it is not recorded yet; null where nothing went wrong
 * @param lastWords what the record system said about that, in its words; null where it said nothing
 */
public record CrmRecordingView(
    CrmRecordingId id,
    int version,
    String subjectType,
    UUID subjectId,
    UUID customerId,
    String kind,
    String ourReference,
    ActorId author,
    LocalDate dueOn,
    @Nullable Instant respondedAt,
    @Nullable Channel channel,
    CrmRecordingState state,
    int attempts,
    int failures,
    @Nullable Instant nextAttemptAt,
    @Nullable String system,
    @Nullable String lastFault,
    @Nullable String lastWords,
    @Nullable String reference,
    @Nullable Instant recordedAt,
    @Nullable ActorId recordedBy) {}
