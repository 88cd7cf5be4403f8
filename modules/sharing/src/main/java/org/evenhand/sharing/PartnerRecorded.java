package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/** A partner was recorded, or what is recorded about it changed. */
public record PartnerRecorded(
    PartnerId partnerId,
    ProtocolStanding standing,
    @Nullable LocalDate validUntil,
    Instant at,
    ActorId by) {}
