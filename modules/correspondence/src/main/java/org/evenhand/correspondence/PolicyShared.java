package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;

/** The policy was given to a customer, with or without a warning (P2.2, P8.3.8). */
public record PolicyShared(
    UUID policyShareId,
    UUID customerId,
    UUID policyVersionId,
    boolean withWarning,
    Instant sharedAt,
    Instant at,
    ActorId actor) {}
