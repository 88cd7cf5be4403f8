package org.evenhand.restrictions;

import java.time.LocalDate;
import org.evenhand.intake.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * A request for a review.
 *
 * @param representative who asked for the customer; null where the customer asked
 * @param askedOn the day on which it reached us
 * @param words what the customer said
 */
public record ReviewToRequest(
    RestrictionId id, @Nullable RepresentativeId representative, LocalDate askedOn, String words) {}
