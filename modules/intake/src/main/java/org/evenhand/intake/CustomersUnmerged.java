package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** Two records that counted as one person are two people again. */
public record CustomersUnmerged(
    CustomerMergeId mergeId, CustomerId kept, CustomerId merged, Instant at, ActorId by) {}
