package org.evenhand.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner's machine wants to hear that there is something to fetch.
 *
 * @param oldSecretUntil until when the secret before this one signs too; null where there is none
 * @param endedAt null while it is live
 */
public record WebhookView(
    WebhookId id,
    int version,
    PartnerId partner,
    String url,
    Instant registeredAt,
    @Nullable Instant oldSecretUntil,
    @Nullable Instant endedAt) {}
