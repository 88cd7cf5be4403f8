package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** By whom, when and why an incident was made void (T27). */
public record IncidentVoiding(Instant at, ActorId by, String reason) {}
