package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.CorrectionRecipient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody who is to be told what was put right (T27). */
@Table(schema = "intake", name = "correction_telling")
record CorrectionTelling(
    @Id UUID id,
    @Version @Nullable Integer version,
    @Nullable UUID correction,
    @Nullable UUID challenge,
    @Nullable UUID customer,
    @Nullable String serviceArea,
    CorrectionRecipient recipient,
    @Nullable String recipientName,
    String toldThroughType,
    UUID toldThroughId,
    Instant openedAt,
    LocalDate dueOn,
    @Nullable Instant toldAt,
    @Nullable String how,
    @Nullable String notToldBecause,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt) {

  CorrectionTelling answered(
      @Nullable Instant told,
      @Nullable String in,
      @Nullable String because,
      String by,
      Instant at) {
    return new CorrectionTelling(
        id,
        version,
        correction,
        challenge,
        customer,
        serviceArea,
        recipient,
        recipientName,
        toldThroughType,
        toldThroughId,
        openedAt,
        dueOn,
        told,
        in,
        because,
        by,
        at);
  }
}
