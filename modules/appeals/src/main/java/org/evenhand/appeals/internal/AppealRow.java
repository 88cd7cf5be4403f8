package org.evenhand.appeals.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.appeals.AppealChannel;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.LodgedBy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "appeals", name = "appeal")
record AppealRow(
    @Id UUID id,
    @Version @Nullable Integer version,
    String reference,
    UUID noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    @Nullable String serviceAreaCode,
    AppealStatus status,
    LodgedBy lodgedBy,
    @Nullable UUID representativeId,
    @Nullable String adjustment,
    AppealChannel channel,
    LocalDate receivedOn,
    @Nullable LocalDate sentOn,
    @Nullable LocalDate lastDay,
    boolean inTime,
    @Nullable String grounds,
    @Nullable LocalDate groundsReceivedOn,
    LocalDate presentBy,
    LocalDate workTo,
    boolean headConflicted,
    @Nullable Boolean lateAccepted,
    @Nullable String lateReason,
    @Nullable Instant lateDecidedAt,
    @Nullable String lateDecidedBy,
    Instant recordedAt,
    String recordedBy) {

  AppealRow decided(LateDecision decision) {
    return new AppealRow(
        id,
        version,
        reference,
        noticeId,
        customerId,
        caseId,
        serviceAreaCode,
        decision.accepted() ? AppealStatus.LODGED : AppealStatus.OUT_OF_TIME,
        lodgedBy,
        representativeId,
        adjustment,
        channel,
        receivedOn,
        sentOn,
        lastDay,
        inTime,
        grounds,
        groundsReceivedOn,
        presentBy,
        workTo,
        headConflicted,
        decision.accepted(),
        decision.reason(),
        decision.at(),
        decision.by().value(),
        recordedAt,
        recordedBy);
  }

  AppealRow because(String why, LocalDate on) {
    return new AppealRow(
        id,
        version,
        reference,
        noticeId,
        customerId,
        caseId,
        serviceAreaCode,
        status,
        lodgedBy,
        representativeId,
        adjustment,
        channel,
        receivedOn,
        sentOn,
        lastDay,
        inTime,
        why,
        on,
        presentBy,
        workTo,
        headConflicted,
        lateAccepted,
        lateReason,
        lateDecidedAt,
        lateDecidedBy,
        recordedAt,
        recordedBy);
  }
}
