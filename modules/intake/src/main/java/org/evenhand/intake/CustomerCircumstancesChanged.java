package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** What must be weighed about a customer changed (P8.1, T19). */
public record CustomerCircumstancesChanged(CustomerId customerId, Instant at, ActorId by) {}
