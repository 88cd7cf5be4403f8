package org.evenhand.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Issuing notices and recording how they reached the customer. Call within an act. */
public interface Notices {

  /**
   * Renders and keeps a notice, works out the last day to appeal for the planned way, and opens the
   * obligation to record it on the CRM (P9.2, F4, P4.2). Publishes {@link NoticeIssued}.
   *
   * <p>Refused with {@code NOTICE_PARTS_MISSING} while a mandatory part is missing, {@code
   * NOTICE_WORDS_NOT_NEUTRAL}, {@code NOTICE_LANGUAGE_WITHOUT_WORDING}, {@code
   * NOTICE_PLANNED_IN_THE_PAST}, {@code NOTICE_PLANNED_TOO_FAR_AHEAD}, {@code
   * NOTICE_CHANNEL_UNUSABLE} (F3), {@code TEXT_TOO_LONG}, {@code NOT_FOUND} for the customer or the
   * policy version. Figures are those of the version decided under.
   */
  Outcome<NoticeView> issue(NoticeToIssue notice);

  /**
   * Every reason why {@link #issue} would refuse; empty when it would not. Writes nothing: for a
   * preview.
   */
  List<Refusal> problems(NoticeToIssue notice);

  /**
   * The letter in each form as {@link #issue} would write it now; writes nothing. Refused as that
   * is.
   */
  Outcome<LetterPreview> preview(NoticeToIssue notice);

  /**
   * Records what is known about serving a notice, and works out the notification (P10.3, T9).
   * Publishes {@link NoticeServed} or {@link NoticeReturned}.
   *
   * <p>Refused out of order: {@code NOTICE_SENT_BEFORE_ISSUE}, {@code NOTICE_SENT_IN_THE_FUTURE},
   * {@code NOTICE_DELIVERED_IN_THE_FUTURE}, {@code NOTICE_DELIVERED_BEFORE_SENT}, {@code
   * NOTICE_ALREADY_SERVED}, {@code NOTICE_DELIVERY_PROVEN}, {@code NOTICE_EVIDENCE_MISSING} and
   * more.
   */
  Outcome<NoticeView> recordService(
      NoticeId id, @Nullable Integer expectedVersion, ServiceRecord record);

  /** As above for a caller that has just read the notice itself. */
  default Outcome<NoticeView> recordService(NoticeId id, ServiceRecord record) {
    return recordService(id, null, record);
  }

  /**
   * Records that the notice under way came back: there is no notification any longer, nothing but a
   * safety measure has effect, and it is due to go another way, with evidence, by the next working
   * day (T9). Publishes {@link NoticeReturned}.
   *
   * <p>Refused: {@code NOTICE_NOT_UNDER_WAY}, {@code NOTICE_DELIVERY_PROVEN}, {@code
   * NOTICE_EVIDENCE_MISSING}, {@code STALE}.
   *
   * @param evidence the returned envelope, the bounce, who said so
   */
  Outcome<NoticeView> recordReturn(
      NoticeId id, @Nullable Integer expectedVersion, ReturnReason reason, String evidence);

  Optional<NoticeView> find(NoticeId id);

  /** Those that exist, by id, in one statement. */
  Map<NoticeId, NoticeView> find(Collection<NoticeId> ids);

  /** The notices of a case, oldest first. */
  List<NoticeView> ofCase(UUID caseId);

  /** The notices of a customer, oldest first. */
  List<NoticeView> ofCustomer(UUID customerId);

  /** The letter as it was issued. */
  Optional<Letter> letter(NoticeId id);

  /**
   * The letter as it was issued, in one form, byte for byte: what is sent, printed or handed out.
   * Empty where there is no such notice.
   */
  Optional<LetterDocument> document(NoticeId id, LetterFormat format);
}
