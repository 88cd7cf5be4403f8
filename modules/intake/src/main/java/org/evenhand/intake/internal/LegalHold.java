package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "legal_hold")
record LegalHold(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    String reason,
    LocalDate reviewOn,
    Instant placedAt,
    String placedBy,
    Role placedAs,
    @Nullable Instant reviewedAt,
    @Nullable String reviewedBy,
    @Nullable Instant releasedAt,
    @Nullable String releasedBy,
    @Nullable String releaseReason) {

  LegalHold standingUntil(LocalDate day, Instant at, String by) {
    return new LegalHold(
        id, version, customer, reason, day, placedAt, placedBy, placedAs, at, by, null, null, null);
  }

  LegalHold released(String because, Instant at, String by) {
    return new LegalHold(
        id,
        version,
        customer,
        reason,
        reviewOn,
        placedAt,
        placedBy,
        placedAs,
        reviewedAt,
        reviewedBy,
        at,
        by,
        because);
  }
}
