package org.evenhand.sharing.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A partner as it is written. */
@Table(schema = "sharing", name = "partner")
record Partner(
    @Id UUID id,
    @Version @Nullable Integer version,
    String name,
    String kind,
    String standing,
    @Nullable String protocolVersion,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate validUntil,
    @Nullable String designatedOfficer,
    @Nullable String secureAddress,
    @Nullable String delivery,
    boolean sandbox) {}
