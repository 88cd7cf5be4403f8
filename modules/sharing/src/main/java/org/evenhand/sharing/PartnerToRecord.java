package org.evenhand.sharing;

import java.time.LocalDate;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A partner as it shall stand.
 *
 * @param id null to record a new one
 * @param expectedVersion the version that was read; null to record a new one
 * @param sandbox whether it is there to try out a machine; null as it was, or not
 * @param delivery by which way sealed data are taken to it; null where its machine fetches them
 */
public record PartnerToRecord(
    @Nullable PartnerId id,
    @Nullable Integer expectedVersion,
    String name,
    PartnerKind kind,
    ProtocolStanding standing,
    @Nullable String protocolVersion,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate validUntil,
    @Nullable String designatedOfficer,
    @Nullable String secureAddress,
    @Nullable TypeId delivery,
    @Nullable Boolean sandbox) {}
