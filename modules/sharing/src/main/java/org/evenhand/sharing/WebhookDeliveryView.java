package org.evenhand.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing said to a webhook, and how that went.
 *
 * @param id also the {@code webhook-id}, the same however often it is tried
 * @param nextAttemptAt null unless it is open
 * @param lastStatus the other end's answer; null where there was none
 * @param lastFault a code; null where nothing went wrong
 * @param deliveredAt null until the other end said that it has it
 */
public record WebhookDeliveryView(
    UUID id,
    WebhookId webhook,
    WebhookEvent event,
    WebhookState state,
    int attempts,
    Instant openedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastFault,
    @Nullable Instant deliveredAt) {}
