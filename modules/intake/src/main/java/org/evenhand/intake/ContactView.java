package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a customer, either way.
 *
 * @param causedByUs see {@link ContactCause#causedByUs}; false for our own contacts
 * @param statutoryTopic the right that was used; such a contact is never counted against anybody
 * @param minutesSpent null where nobody said
 * @param version counts up when it is linked or its topic is settled
 * @param topicRecognised the right was recognised in what was said, nobody named it
 * @param notARightBecause why what sounds like a right was none
 * @param speakerAuthority on what footing a representative spoke (T16)
 */
public record ContactView(
    ContactId id,
    CustomerId customerId,
    @Nullable MatterId matterId,
    ServiceAreaCode serviceArea,
    Channel channel,
    ContactDirection direction,
    Instant at,
    ContactCause cause,
    boolean causedByUs,
    @Nullable StatutoryTopic statutoryTopic,
    @Nullable Integer minutesSpent,
    Speaker speaker,
    @Nullable RepresentativeId representativeId,
    @Nullable String speakerAuthority,
    @Nullable String note,
    boolean offersNewInformation,
    boolean disclosedDisability,
    ActorId loggedBy,
    int version,
    boolean topicRecognised,
    @Nullable String notARightBecause) {}
