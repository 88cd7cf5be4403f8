package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The obligation to record a notice on the corporate CRM (P4.2). It stays open until a reference
 * closes it.
 */
public record CrmRecording(
    LocalDate dueOn,
    @Nullable String reference,
    @Nullable Instant recordedAt,
    @Nullable ActorId recordedBy) {}
