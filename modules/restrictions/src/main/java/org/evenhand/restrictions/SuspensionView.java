package org.evenhand.restrictions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last time that a restriction was set aside.
 *
 * @param onAppeal the appeal for which; null otherwise
 * @param resumeDecidedAt when it was decided to take it up again; null while it was not
 * @param resumeReason why; null as above
 * @param resumedFrom from when it has effect again; null until the customer is told (T9)
 */
public record SuspensionView(
    Instant at,
    String reason,
    @Nullable UUID onAppeal,
    @Nullable Instant resumeDecidedAt,
    @Nullable String resumeReason,
    @Nullable Instant resumedFrom) {}
