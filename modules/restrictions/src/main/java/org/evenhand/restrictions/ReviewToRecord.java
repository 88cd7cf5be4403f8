package org.evenhand.restrictions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a review decided.
 *
 * @param reasons mandatory for both outcomes (F2, F17)
 * @param nextReviewOn when kept: by when it is looked at again; null for the policy's default
 */
public record ReviewToRecord(
    RestrictionId id,
    @Nullable Integer expectedVersion,
    ReviewOutcome outcome,
    String reasons,
    @Nullable LocalDate nextReviewOn) {}
