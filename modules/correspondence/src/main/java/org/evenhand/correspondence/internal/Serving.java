package org.evenhand.correspondence.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.Notification;
import org.evenhand.correspondence.ServiceEntry;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What may be recorded next about serving a notice, and what then holds (P10.3, T9). An attempt
 * that failed leaves no notification; the next one must go another way and be evidenced.
 *
 * @param history what is recorded so far, oldest first
 */
record Serving(
    NoticeStatus status, Instant issuedAt, String plannedAddress, List<ServiceEntry> history) {

  private static final int LONGEST_EVIDENCE = 10_000;
  private static final int LONGEST_ADDRESS = 1_000;

  Serving {
    history = List.copyOf(history);
  }

  /**
   * What a record leads to.
   *
   * @param notification null where there is none (any longer)
   */
  record Step(NoticeStatus status, @Nullable Notification notification, ServiceEntry entry) {}

  /** Which outcomes may be recorded now; the same table guards {@link #record}. */
  List<Refusal> refusalsOf(ServiceOutcome outcome) {
    if (status != NoticeStatus.SERVED) {
      return List.of();
    }
    if (history.getLast().outcome() == ServiceOutcome.DELIVERED) {
      return List.of(Refusal.of("NOTICE_DELIVERY_PROVEN"));
    }
    return outcome == ServiceOutcome.SENT
        ? List.of(Refusal.of("NOTICE_ALREADY_SERVED"))
        : List.of();
  }

  /** What was never sent cannot come back. */
  List<Refusal> refusalsOfReturn() {
    return history.isEmpty() || status == NoticeStatus.RETURNED
        ? List.of(Refusal.of("NOTICE_NOT_UNDER_WAY"))
        : refusalsOf(ServiceOutcome.RETURNED);
  }

  Outcome<Step> record(
      ServiceRecord record, ActorId by, Instant now, Figures figures, WorkingDays calendar) {
    List<Refusal> closed = refusalsOf(record.outcome());
    if (!closed.isEmpty()) {
      return Outcome.refused(closed);
    }
    boolean adds = status == NoticeStatus.SERVED;
    var refusals = new ArrayList<Refusal>();
    if (adds) {
      checkSameAttempt(record, refusals);
    } else {
      checkNewAttempt(record, now, refusals);
    }
    Instant sentAt = adds ? history.getLast().sentAt() : record.sentAt();
    checkDelivery(record, sentAt, now, refusals);
    checkEvidence(record, refusals);
    if (!refusals.isEmpty() || sentAt == null) {
      return Outcome.refused(refusals);
    }
    var entry =
        new ServiceEntry(
            adds ? history.getLast().attempt() : attempts() + 1,
            record.method(),
            adds ? history.getLast().address() : address(record),
            sentAt,
            record.outcome(),
            record.deliveredAt(),
            record.evidence(),
            now,
            by);
    Notification notification = notification(entry, figures, calendar);
    return Outcome.done(
        new Step(
            notification == null ? NoticeStatus.RETURNED : NoticeStatus.SERVED,
            notification,
            entry));
  }

  private @Nullable Notification notification(
      ServiceEntry entry, Figures figures, WorkingDays calendar) {
    return switch (entry.outcome()) {
      case SENT -> Notification.deemed(entry.method(), entry.sentAt(), figures, calendar);
      case DELIVERED -> {
        Instant deliveredAt = entry.deliveredAt();
        yield deliveredAt == null
            ? null
            : Notification.actual(entry.method(), deliveredAt, figures, calendar);
      }
      case RETURNED -> null;
      // Handing over what already came back once: the recorded refusal to take it is service (T9).
      case REFUSED ->
          status == NoticeStatus.RETURNED && entry.method() == ServiceMethod.HAND
              ? Notification.deemed(entry.method(), entry.sentAt(), figures, calendar)
              : null;
    };
  }

  private void checkSameAttempt(ServiceRecord record, List<Refusal> refusals) {
    ServiceEntry last = history.getLast();
    if (record.method() != last.method()) {
      refusals.add(Refusal.at("NOTICE_NO_SUCH_ATTEMPT", "method"));
    }
    if (record.sentAt() != null && !record.sentAt().equals(last.sentAt())) {
      refusals.add(Refusal.at("NOTICE_NO_SUCH_ATTEMPT", "sentAt"));
    }
    if (record.address() != null && !record.address().equals(last.address())) {
      refusals.add(Refusal.at("NOTICE_NO_SUCH_ATTEMPT", "address"));
    }
  }

  private void checkNewAttempt(ServiceRecord record, Instant now, List<Refusal> refusals) {
    Instant sentAt = record.sentAt();
    if (sentAt == null) {
      refusals.add(Refusal.at("NOTICE_SENT_AT_MISSING", "sentAt"));
    } else if (sentAt.isAfter(now)) {
      refusals.add(Refusal.at("NOTICE_SENT_IN_THE_FUTURE", "sentAt"));
    } else if (sentAt.isBefore(issuedAt.truncatedTo(ChronoUnit.MINUTES))) {
      refusals.add(Refusal.at("NOTICE_SENT_BEFORE_ISSUE", "sentAt"));
    } else if (!history.isEmpty() && sentAt.isBefore(history.getLast().sentAt())) {
      refusals.add(Refusal.at("NOTICE_SENT_BEFORE_LAST_ATTEMPT", "sentAt"));
    }
    String address = address(record);
    if (address.isBlank()) {
      refusals.add(Refusal.at("TEXT_MISSING", "address"));
    } else if (address.length() > LONGEST_ADDRESS) {
      refusals.add(tooLong(LONGEST_ADDRESS, "address"));
    }
    boolean triedBefore =
        history.stream()
            .anyMatch(e -> e.method() == record.method() && e.address().equals(address));
    if (triedBefore && record.method() != ServiceMethod.HAND) {
      refusals.add(Refusal.at("NOTICE_NOT_ALTERNATIVE", "method"));
    }
  }

  private static void checkDelivery(
      ServiceRecord record, @Nullable Instant sentAt, Instant now, List<Refusal> refusals) {
    Instant deliveredAt = record.deliveredAt();
    if (record.outcome() != ServiceOutcome.DELIVERED) {
      if (deliveredAt != null) {
        refusals.add(Refusal.at("NOTICE_DELIVERY_TIME_NOT_EXPECTED", "deliveredAt"));
      }
    } else if (deliveredAt == null) {
      refusals.add(Refusal.at("NOTICE_DELIVERY_TIME_MISSING", "deliveredAt"));
    } else if (deliveredAt.isAfter(now)) {
      refusals.add(Refusal.at("NOTICE_DELIVERED_IN_THE_FUTURE", "deliveredAt"));
    } else if (sentAt != null && deliveredAt.isBefore(sentAt)) {
      refusals.add(Refusal.at("NOTICE_DELIVERED_BEFORE_SENT", "deliveredAt"));
    }
  }

  private void checkEvidence(ServiceRecord record, List<Refusal> refusals) {
    String evidence = record.evidence();
    if (evidence != null && evidence.length() > LONGEST_EVIDENCE) {
      refusals.add(tooLong(LONGEST_EVIDENCE, "evidence"));
    }
    boolean needed =
        record.outcome() != ServiceOutcome.SENT
            || record.method() == ServiceMethod.EMAIL
            || status == NoticeStatus.RETURNED;
    if (needed && (evidence == null || evidence.isBlank())) {
      refusals.add(Refusal.at("NOTICE_EVIDENCE_MISSING", "evidence"));
    }
  }

  private int attempts() {
    return history.isEmpty() ? 0 : history.getLast().attempt();
  }

  private String address(ServiceRecord record) {
    return record.address() == null ? plannedAddress : record.address();
  }

  private static Refusal tooLong(int longest, String path) {
    return Refusal.at(
        "TEXT_TOO_LONG", java.util.Map.of("longest", Integer.toString(longest)), path);
  }
}
