package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.SubjectCapacity;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "concern")
record Concern(
    @Id UUID id,
    @Version @Nullable Integer version,
    String reference,
    @Nullable UUID customer,
    @Nullable String unknownPerson,
    @Nullable SubjectCapacity subjectCapacity,
    @Nullable String serviceArea,
    Role ownerRole,
    @Nullable String summary,
    String reportedBy,
    Role reportedAs,
    Instant reportedAt,
    ConcernStatus status,
    @Nullable Instant triagedAt,
    @Nullable String triagedBy,
    @Nullable String reason,
    @Nullable ConcernRoute route,
    @Nullable String feedback,
    @Nullable String subjectActor) {

  Concern triaged(
      ConcernStatus as,
      @Nullable UUID about,
      @Nullable SubjectCapacity capacity,
      @Nullable ConcernRoute to,
      @Nullable String because,
      String told,
      String by,
      Instant at) {
    return new Concern(
        id,
        version,
        reference,
        about,
        unknownPerson,
        capacity,
        serviceArea,
        ownerRole,
        summary,
        reportedBy,
        reportedAs,
        reportedAt,
        as,
        at,
        by,
        because,
        to,
        told,
        subjectActor);
  }

  /** About somebody else (T27). */
  Concern about(@Nullable UUID whose, @Nullable String unknown) {
    return new Concern(
        id,
        version,
        reference,
        whose,
        unknown,
        subjectCapacity,
        serviceArea,
        ownerRole,
        summary,
        reportedBy,
        reportedAs,
        reportedAt,
        status,
        triagedAt,
        triagedBy,
        reason,
        route,
        feedback,
        subjectActor);
  }
}
