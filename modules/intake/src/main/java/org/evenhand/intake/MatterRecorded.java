package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** A matter in another system was recorded or brought up to date (F16). */
public record MatterRecorded(
    MatterId matterId,
    CustomerId customerId,
    boolean standardMissed,
    boolean concluded,
    Instant at,
    ActorId by) {}
