package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;

/** The customer said why they disagree, after lodging without grounds (P10.2, T7). */
public record AppealGroundsReceived(
    UUID appealId, UUID noticeId, UUID customerId, Instant at, ActorId actor) {}
