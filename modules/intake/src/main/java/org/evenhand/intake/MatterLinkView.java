package org.evenhand.intake;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * That something is about a matter (F16).
 *
 * @param linked what is about it, of that kind
 * @param unlinkedAt null while it is linked
 * @param unlinkReason why it is not about the matter after all
 */
public record MatterLinkView(
    UUID id,
    MatterId matterId,
    LinkedKind kind,
    UUID linked,
    Instant linkedAt,
    ActorId linkedBy,
    @Nullable Instant unlinkedAt,
    @Nullable ActorId unlinkedBy,
    @Nullable String unlinkReason) {}
