package org.evenhand.appeals;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/**
 * Whether a late appeal is taken in, decided by a person with a reason (T8).
 *
 * @param accepted true to take it in, false to leave it out of time
 */
public record LateDecision(boolean accepted, String reason, Instant at, ActorId by) {}
