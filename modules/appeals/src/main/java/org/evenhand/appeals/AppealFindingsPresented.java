package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * Findings went to a member of the Corporate Management Team (P10.4).
 *
 * @param inTime whether within the council's six weeks (T7)
 */
public record AppealFindingsPresented(
    UUID appealId,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    boolean inTime,
    Instant at,
    ActorId actor) {}
