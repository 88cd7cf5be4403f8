package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** It became known whose incident it was. */
public record IncidentAttributed(
    IncidentId incidentId, CustomerId customerId, Instant at, ActorId by) {}
