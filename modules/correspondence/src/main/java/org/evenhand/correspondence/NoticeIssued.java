package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** A notice was written and signed. Nothing takes effect by this (F9). */
public record NoticeIssued(
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    NoticeKind kind,
    Instant at,
    ActorId actor) {}
