package org.evenhand.intake;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's concern about behaviour (P5.1).
 *
 * @param reference ours: {@code K-4TQX-9H2M}
 * @param customerId null while it is not known who it is
 * @param unknownPerson how to recognise somebody we could not name
 * @param subjectCapacity null until it is stated
 * @param serviceArea null where the concern named none
 * @param ownerRole who deals with it: the head of the service area, or the head of customer
 *     services
 * @param reportedAs the role in which it was reported
 * @param reason why it was not taken up here
 * @param feedback what the reporter was told
 * @param subjectActor the officer or member whom it is about, who never sees or decides it (T19)
 */
public record ConcernView(
    ConcernId id,
    int version,
    String reference,
    @Nullable CustomerId customerId,
    @Nullable String unknownPerson,
    @Nullable SubjectCapacity subjectCapacity,
    @Nullable ServiceAreaCode serviceArea,
    Role ownerRole,
    @Nullable String summary,
    ActorId reportedBy,
    Role reportedAs,
    Instant reportedAt,
    ConcernStatus status,
    @Nullable Instant triagedAt,
    @Nullable ActorId triagedBy,
    @Nullable String reason,
    @Nullable ConcernRoute route,
    @Nullable String feedback,
    @Nullable ActorId subjectActor) {

  /** About nobody whom the council employs or elected by name. */
  public ConcernView(
      ConcernId id,
      int version,
      String reference,
      @Nullable CustomerId customerId,
      @Nullable String unknownPerson,
      @Nullable SubjectCapacity subjectCapacity,
      @Nullable ServiceAreaCode serviceArea,
      Role ownerRole,
      @Nullable String summary,
      ActorId reportedBy,
      Role reportedAs,
      Instant reportedAt,
      ConcernStatus status,
      @Nullable Instant triagedAt,
      @Nullable ActorId triagedBy,
      @Nullable String reason,
      @Nullable ConcernRoute route,
      @Nullable String feedback) {
    this(
        id,
        version,
        reference,
        customerId,
        unknownPerson,
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
        null);
  }
}
