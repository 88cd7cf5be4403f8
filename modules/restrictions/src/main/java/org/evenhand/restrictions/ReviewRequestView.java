package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request for a review.
 *
 * @param representative who asked for the customer; null where the customer asked
 * @param answerBy by when it is answered; a local clock
 * @param reviewId the review that answered it; null while none has
 */
public record ReviewRequestView(
    UUID id,
    RestrictionId restrictionId,
    CustomerId customerId,
    @Nullable UUID representative,
    LocalDate askedOn,
    String words,
    LocalDate answerBy,
    @Nullable UUID reviewId,
    ActorId recordedBy,
    Instant recordedAt) {}
