package org.evenhand.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * An approval that was given to a version (PP.1).
 *
 * @param by who gave it: a person, a post or a body
 * @param on the day it was given, Europe/London
 * @param reference a minute or decision number; null for none
 */
public record PolicyApproval(
    ApprovalStep step,
    String by,
    LocalDate on,
    @Nullable String reference,
    Instant recordedAt,
    ActorId recordedBy) {}
