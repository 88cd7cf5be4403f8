package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it stands now; the rendered letter is read apart from it.
 *
 * @param reference what the letter is quoted by
 * @param appealable whether the customer may appeal against it (P10.1)
 * @param variant the version of the letter that it is, and that has to arrive (F3, T9)
 * @param digest SHA-256 of the rendered letter, in hexadecimal
 * @param signedByHead whether whoever signed held the post of Head of Customer Services then (T6)
 * @param printedLastAppealDay what the letter says; null where it cannot be appealed
 * @param notification null while there is none
 * @param lastAppealDay never before the printed one; null while there is no notification, or where
 *     the notice cannot be appealed
 * @param service every recorded attempt, oldest first
 */
public record NoticeView(
    NoticeId id,
    int version,
    String reference,
    NoticeKind kind,
    NoticeStatus status,
    UUID customerId,
    String addresseeName,
    @Nullable UUID caseId,
    UUID policyVersionId,
    boolean designates,
    boolean restricts,
    boolean appealable,
    NoticeParts parts,
    PlannedService planned,
    Language lang,
    LetterVariant variant,
    String digest,
    Instant issuedAt,
    ActorId signedBy,
    String signatory,
    boolean signedByHead,
    @Nullable LocalDate printedLastAppealDay,
    @Nullable Notification notification,
    @Nullable LocalDate lastAppealDay,
    List<ServiceEntry> service,
    CrmRecording crm) {
  public NoticeView {
    service = List.copyOf(service);
  }

  /** The moment from which it can have effect, if there is one (F9). */
  public @Nullable Instant notifiedAt() {
    return notification == null ? null : notification.at();
  }
}
