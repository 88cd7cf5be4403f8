package org.evenhand.restrictions;

import java.time.Instant;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerCameUnderRestriction;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;

/**
 * A restrictive action or a safety measure has effect from a moment, which may lie ahead (T9). It
 * is published again with another moment when an actual delivery replaces a deemed one.
 *
 * @param at the moment from which it has effect
 */
public record RestrictionCameIntoForce(
    RestrictionId restrictionId,
    CustomerId customerId,
    ConsiderationId considerationId,
    TypeId type,
    Nature nature,
    ServiceAreaCode serviceArea,
    Instant at,
    ActorId by)
    implements CustomerCameUnderRestriction {}
