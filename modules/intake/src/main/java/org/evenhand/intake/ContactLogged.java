package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** A contact was logged. */
public record ContactLogged(
    ContactId contactId,
    CustomerId customerId,
    @Nullable MatterId matterId,
    ServiceAreaCode serviceArea,
    Channel channel,
    ContactDirection direction,
    Instant at,
    ContactCause cause,
    boolean causedByUs,
    @Nullable StatutoryTopic statutoryTopic,
    ActorId by) {}
