package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "obligation")
record Obligation(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID incident,
    ObligationKind kind,
    Instant openedAt,
    Instant dueAt,
    ObligationStatus status,
    @Nullable String reportedTo,
    @Nullable Instant reportedAt,
    @Nullable String reference,
    @Nullable String notReportedBecause,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt) {

  Obligation reported(String to, Instant when, String under, String by, Instant at) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        dueAt,
        ObligationStatus.REPORTED,
        to,
        when,
        under,
        null,
        by,
        at);
  }

  Obligation notReported(String because, String by, Instant at) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        dueAt,
        ObligationStatus.NOT_REPORTED,
        null,
        null,
        null,
        because,
        by,
        at);
  }
}
