package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;

/** A challenge to accuracy was decided (T27). */
public record AccuracyDecided(
    AccuracyChallengeId challengeId,
    CustomerId customerId,
    GlobalId subject,
    AccuracyOutcome outcome,
    Instant at,
    ActorId by) {}
