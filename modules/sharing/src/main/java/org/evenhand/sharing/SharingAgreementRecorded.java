package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.spi.SharingPurpose;

/** An agreement was recorded, or its terms changed. */
public record SharingAgreementRecorded(
    SharingAgreementId agreementId,
    PartnerId partnerId,
    SharingPurpose purpose,
    LocalDate from,
    LocalDate until,
    Instant at,
    ActorId by) {}
