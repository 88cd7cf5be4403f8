package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;

/** A customer challenged the accuracy of something on record (T27). */
public record AccuracyChallenged(
    AccuracyChallengeId challengeId,
    CustomerId customerId,
    GlobalId subject,
    Instant at,
    ActorId by) {}
