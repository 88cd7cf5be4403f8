package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.AccuracyOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A customer's word that something on record is not so (T27). */
@Table(schema = "intake", name = "accuracy_challenge")
record AccuracyChallenge(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    String subjectType,
    UUID subjectId,
    @Nullable String serviceArea,
    String recordedBy,
    String words,
    LocalDate receivedOn,
    String takenBy,
    Instant takenAt,
    LocalDate decideBy,
    @Nullable AccuracyOutcome outcome,
    @Nullable String reasons,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  AccuracyChallenge decided(AccuracyOutcome as, String because, String by, Instant at) {
    return new AccuracyChallenge(
        id,
        version,
        customer,
        subjectType,
        subjectId,
        serviceArea,
        recordedBy,
        words,
        receivedOn,
        takenBy,
        takenAt,
        decideBy,
        as,
        because,
        by,
        at);
  }
}
