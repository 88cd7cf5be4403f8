package org.evenhand.restrictions;

import java.time.Instant;
import org.evenhand.intake.CustomerFreeOfRestriction;
import org.evenhand.intake.CustomerId;

/** The last restrictive action or safety measure of a customer ended. */
public record LastRestrictionEnded(CustomerId customerId, Instant at)
    implements CustomerFreeOfRestriction {}
