package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A customer's word that something on record is not so, and the decision on it (T27).
 *
 * @param subject what is challenged
 * @param recordedBy who recorded that, and so does not decide
 * @param words the customer's own
 * @param decideBy one calendar month after it was received
 * @param outcome null until decided, as are the three that follow
 */
public record AccuracyChallengeView(
    AccuracyChallengeId id,
    int version,
    CustomerId customerId,
    GlobalId subject,
    @Nullable ServiceAreaCode serviceArea,
    ActorId recordedBy,
    String words,
    LocalDate receivedOn,
    ActorId takenBy,
    Instant takenAt,
    LocalDate decideBy,
    @Nullable AccuracyOutcome outcome,
    @Nullable String reasons,
    @Nullable ActorId decidedBy,
    @Nullable Instant decidedAt) {}
