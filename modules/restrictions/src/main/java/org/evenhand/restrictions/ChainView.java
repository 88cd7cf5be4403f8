package org.evenhand.restrictions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a decision stands in the chain of decisions on one restriction (T10).
 *
 * @param first the first of the chain; itself for that one
 * @param replaces the one whose place it takes; null for the first
 * @param waiting a later one that the customer has not been told of; null where there is none
 * @param loosens whether it only loosened, and so began before the customer was told (T9)
 * @param onAppeal the appeal that decided it; null otherwise
 * @param evidence what an extension rests on (F13); null for any other
 * @param replacedFrom from when a later one has its place; null while none has
 */
public record ChainView(
    RestrictionDecision decision,
    RestrictionId first,
    @Nullable RestrictionId replaces,
    @Nullable RestrictionId waiting,
    boolean loosens,
    @Nullable UUID onAppeal,
    @Nullable NewEvidence evidence,
    @Nullable Instant replacedFrom) {}
