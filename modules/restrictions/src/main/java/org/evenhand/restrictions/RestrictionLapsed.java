package org.evenhand.restrictions;

import java.time.Instant;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;

/** An action ended by itself: its last day passed, or an emergency was not confirmed (F1, F2). */
public record RestrictionLapsed(
    RestrictionId restrictionId,
    CustomerId customerId,
    ConsiderationId considerationId,
    TypeId type,
    Nature nature,
    ServiceAreaCode serviceArea,
    Instant at,
    ActorId by) {}
