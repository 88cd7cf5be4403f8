package org.evenhand.correspondence.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.Notification;
import org.evenhand.correspondence.ServiceMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A notice without its letter and its service history, which never change once written. */
@Table(schema = "correspondence", name = "notice")
record NoticeRow(
    @Id UUID id,
    @Version @Nullable Integer version,
    String reference,
    NoticeKind kind,
    NoticeStatus status,
    UUID customerId,
    String addressee,
    @Nullable UUID caseId,
    UUID policyVersionId,
    boolean designates,
    boolean restricts,
    boolean appealable,
    ServiceMethod plannedMethod,
    LocalDate plannedSendOn,
    String plannedAddress,
    String lang,
    LetterVariant variant,
    Instant issuedAt,
    String signedBy,
    String signatory,
    boolean signedByHead,
    @Nullable LocalDate printedLastAppealDay,
    @Nullable Instant notifiedAt,
    @Nullable LocalDate notifiedOn,
    @Nullable Boolean notifiedActually,
    @Nullable LocalDate lastAppealDay,
    LocalDate crmDueOn,
    @Nullable String crmReference,
    @Nullable Instant crmRecordedAt,
    @Nullable String crmRecordedBy) {

  NoticeRow served(
      NoticeStatus to, @Nullable Notification notification, @Nullable LocalDate lastDay) {
    return new NoticeRow(
        id,
        version,
        reference,
        kind,
        to,
        customerId,
        addressee,
        caseId,
        policyVersionId,
        designates,
        restricts,
        appealable,
        plannedMethod,
        plannedSendOn,
        plannedAddress,
        lang,
        variant,
        issuedAt,
        signedBy,
        signatory,
        signedByHead,
        printedLastAppealDay,
        notification == null ? null : notification.at(),
        notification == null ? null : notification.on(),
        notification == null ? null : notification.actual(),
        lastDay,
        crmDueOn,
        crmReference,
        crmRecordedAt,
        crmRecordedBy);
  }
}
