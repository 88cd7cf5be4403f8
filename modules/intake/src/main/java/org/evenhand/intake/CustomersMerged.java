package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/**
 * From now on two records count as one person: {@link Customers#recordsOf} answers both, and acts
 * belong on the kept one. No record moved.
 */
public record CustomersMerged(
    CustomerMergeId mergeId, CustomerId kept, CustomerId merged, Instant at, ActorId by) {}
