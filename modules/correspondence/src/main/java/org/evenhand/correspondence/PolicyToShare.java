package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The policy as it was given to a customer (P2.2, P8.3.8).
 *
 * @param policyVersionId null for the version in force at that moment
 * @param whatWillFollow the warning: what follows if the conduct goes on; null for sharing without
 */
public record PolicyToShare(
    UUID customerId,
    @Nullable UUID policyVersionId,
    PolicyShareMethod method,
    Instant sharedAt,
    @Nullable String whatWillFollow) {}
