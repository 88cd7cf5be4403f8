package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.evenhand.intake.Assault;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.PerceivedBy;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "incident")
record Incident(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID concern,
    @Nullable UUID customer,
    @Nullable String serviceArea,
    LocalDate occurredOn,
    @Nullable LocalTime occurredAt,
    Channel channel,
    @Nullable UUID contact,
    List<String> behaviours,
    @Nullable String otherBehaviour,
    @Nullable StatutoryTopic rightBeingUsed,
    List<String> affected,
    @Nullable String affectedNote,
    @Nullable Integer minutesSpent,
    boolean stress,
    boolean hinderedPerformance,
    boolean distress,
    @Nullable String impactNote,
    boolean customerDistressed,
    String account,
    SourceGrade sourceGrade,
    Confidence identityConfidence,
    boolean tested,
    @Nullable Assault assault,
    List<String> hateStrands,
    @Nullable PerceivedBy hatePerceivedBy,
    String recordedBy,
    Instant recordedAt,
    @Nullable Instant voidedAt,
    @Nullable String voidedBy,
    @Nullable String voidReason) {

  Incident of(UUID whose) {
    return of(whose, contact);
  }

  /** Somebody else's; the contact in which it was logged is not theirs. */
  Incident moved(@Nullable UUID whose) {
    return of(whose, null);
  }

  Incident voided(Instant at, String by, String because) {
    return new Incident(
        id,
        version,
        concern,
        customer,
        serviceArea,
        occurredOn,
        occurredAt,
        channel,
        contact,
        behaviours,
        otherBehaviour,
        rightBeingUsed,
        affected,
        affectedNote,
        minutesSpent,
        stress,
        hinderedPerformance,
        distress,
        impactNote,
        customerDistressed,
        account,
        sourceGrade,
        identityConfidence,
        tested,
        assault,
        hateStrands,
        hatePerceivedBy,
        recordedBy,
        recordedAt,
        at,
        by,
        because);
  }

  private Incident of(@Nullable UUID whose, @Nullable UUID inContact) {
    return new Incident(
        id,
        version,
        concern,
        whose,
        serviceArea,
        occurredOn,
        occurredAt,
        channel,
        inContact,
        behaviours,
        otherBehaviour,
        rightBeingUsed,
        affected,
        affectedNote,
        minutesSpent,
        stress,
        hinderedPerformance,
        distress,
        impactNote,
        customerDistressed,
        account,
        sourceGrade,
        identityConfidence,
        tested,
        assault,
        hateStrands,
        hatePerceivedBy,
        recordedBy,
        recordedAt,
        voidedAt,
        voidedBy,
        voidReason);
  }
}
