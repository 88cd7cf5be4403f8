package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.RouteOutcome;
import org.evenhand.intake.RouteStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A concern on its other route (T19). */
@Table(schema = "intake", name = "concern_route")
record RoutedConcern(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID concern,
    ConcernRoute route,
    RouteStatus status,
    Instant sentAt,
    @Nullable Instant receivedAt,
    @Nullable String receivedBy,
    @Nullable String assessment,
    @Nullable Instant assessedAt,
    @Nullable String assessedBy,
    @Nullable String referredTo,
    @Nullable String referralReason,
    @Nullable Instant referredAt,
    @Nullable String referredBy,
    @Nullable RouteOutcome outcome,
    @Nullable String conclusion,
    @Nullable Instant concludedAt,
    @Nullable String concludedBy) {

  static RoutedConcern sent(UUID concern, ConcernRoute route, Instant now) {
    return new RoutedConcern(
        Ids.next(),
        null,
        concern,
        route,
        RouteStatus.SENT,
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  RoutedConcern received(String by, Instant now) {
    return new RoutedConcern(
        id,
        version,
        concern,
        route,
        RouteStatus.RECEIVED,
        sentAt,
        now,
        by,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  RoutedConcern assessed(String words, String by, Instant now) {
    return new RoutedConcern(
        id,
        version,
        concern,
        route,
        RouteStatus.ASSESSED,
        sentAt,
        receivedAt,
        receivedBy,
        words,
        now,
        by,
        referredTo,
        referralReason,
        referredAt,
        referredBy,
        null,
        null,
        null,
        null);
  }

  RoutedConcern referred(String to, String why, String by, Instant now) {
    return new RoutedConcern(
        id,
        version,
        concern,
        route,
        RouteStatus.REFERRED,
        sentAt,
        receivedAt,
        receivedBy,
        assessment,
        assessedAt,
        assessedBy,
        to,
        why,
        now,
        by,
        null,
        null,
        null,
        null);
  }

  RoutedConcern concluded(RouteOutcome how, String words, String by, Instant now) {
    return new RoutedConcern(
        id,
        version,
        concern,
        route,
        RouteStatus.CONCLUDED,
        sentAt,
        receivedAt,
        receivedBy,
        assessment,
        assessedAt,
        assessedBy,
        referredTo,
        referralReason,
        referredAt,
        referredBy,
        how,
        words,
        now,
        by);
  }

  int known() {
    return version == null ? 0 : version;
  }
}
