package org.evenhand.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A notice came back or was not accepted: there is no notification, any earlier one is gone, and
 * nothing but a safety measure has effect until it is served another way (T9).
 */
public record NoticeReturned(
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    NoticeKind kind,
    Instant at,
    ActorId actor) {}
