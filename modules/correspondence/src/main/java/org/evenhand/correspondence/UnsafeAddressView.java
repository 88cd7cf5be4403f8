package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * An address, postal or of email, that no letter to this customer goes to.
 *
 * @param note what else there is to know; null for nothing
 * @param clearedAt null while it stands, as the two after it
 */
public record UnsafeAddressView(
    UnsafeAddressId id,
    int version,
    UUID customerId,
    String address,
    UnsafeBecause because,
    @Nullable String note,
    Instant markedAt,
    ActorId markedBy,
    @Nullable Instant clearedAt,
    @Nullable ActorId clearedBy,
    @Nullable String clearedBecause) {}
