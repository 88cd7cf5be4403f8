package org.evenhand.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter of a concern was told, and when.
 *
 * @param words what the owner wrote to them; null where the outcome was told alone
 */
public record FeedbackView(
    ConcernId concernId, Instant at, FeedbackCode code, @Nullable String words) {}
