package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** Name, date of birth or identifiers of a customer are no longer what they were. */
public record CustomerIdentityChanged(CustomerId customerId, Instant at, ActorId by) {}
