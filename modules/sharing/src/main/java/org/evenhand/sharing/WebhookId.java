package org.evenhand.sharing;

import java.util.UUID;

/** Names a webhook. */
public record WebhookId(UUID value) {}
