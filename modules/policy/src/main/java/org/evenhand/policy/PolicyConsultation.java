package org.evenhand.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;

/**
 * A consultation that was held on a version (PP.1).
 *
 * @param on the day the answer came, Europe/London
 * @param answer what the consultee said, in short
 */
public record PolicyConsultation(
    Consultee consultee, LocalDate on, String answer, Instant recordedAt, ActorId recordedBy) {}
