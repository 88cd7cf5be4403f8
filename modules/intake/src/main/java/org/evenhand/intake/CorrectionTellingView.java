package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be told what was put right or decided (T27).
 *
 * @param correctionId null where it is a challenge's outcome that they are told
 * @param challengeId null where it is a correction
 * @param customerId whose record it is about; null for nobody's
 * @param name as far as it helps to find them
 * @param toldThrough what they were told by before
 * @param toldAt null until told
 * @param notToldBecause why nobody told them, where that is so
 */
public record CorrectionTellingView(
    CorrectionTellingId id,
    int version,
    @Nullable UUID correctionId,
    @Nullable AccuracyChallengeId challengeId,
    @Nullable CustomerId customerId,
    @Nullable ServiceAreaCode serviceArea,
    CorrectionRecipient recipient,
    @Nullable String name,
    GlobalId toldThrough,
    LocalDate dueOn,
    @Nullable Instant toldAt,
    @Nullable String how,
    @Nullable String notToldBecause,
    @Nullable ActorId answeredBy,
    @Nullable Instant answeredAt) {}
