package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One sharing of the policy with a customer; it never changes.
 *
 * @param withWarning whether it came with a warning (P8.3.8)
 * @param whatWillFollow the warning's words; null without one
 */
public record PolicyShareView(
    PolicyShareId id,
    UUID customerId,
    UUID policyVersionId,
    String policyVersionLabel,
    PolicyShareMethod method,
    Instant sharedAt,
    boolean withWarning,
    @Nullable String whatWillFollow,
    Instant recordedAt,
    ActorId recordedBy) {}
