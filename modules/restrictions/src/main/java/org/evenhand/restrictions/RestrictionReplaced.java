package org.evenhand.restrictions;

import java.time.Instant;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;

/**
 * A restriction was varied or extended: a later decision takes the place of an earlier one (T10).
 * It says nothing of when; {@link RestrictionCameIntoForce} does.
 */
public record RestrictionReplaced(
    RestrictionId restrictionId,
    RestrictionId earlier,
    RestrictionDecision decision,
    CustomerId customerId,
    ConsiderationId considerationId,
    TypeId type,
    Nature nature,
    ServiceAreaCode serviceArea,
    Instant at,
    ActorId by) {}
