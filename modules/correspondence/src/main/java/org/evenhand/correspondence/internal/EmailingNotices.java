package org.evenhand.correspondence.internal;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeStatus;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.correspondence.UnsafeAddresses;
import org.evenhand.correspondence.internal.NoticeEmailRows.Claimed;
import org.evenhand.correspondence.internal.NoticeEmailRows.State;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.MailNotTakenException;
import org.evenhand.foundation.MailToSend;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.OutgoingMail;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IdentifierKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends notices that are planned to go by email, each once, and hears of those that come back (T9).
 *
 * <p>A notice is claimed in a transaction, sent outside any, and recorded as sent in another. Each
 * sending leaves a copy in a mailbox of ours, in the same hand-over to the mail server: where a
 * node fell in between, the copy says that the letter went out and when, and its absence that it
 * did not. While that mailbox cannot be read, nothing that may have gone out is sent again.
 */
@Component
public class EmailingNotices {

  private static final Logger LOG = LoggerFactory.getLogger(EmailingNotices.class);

  /** Longer than the mail server takes to put the copy into the mailbox. */
  private static final Duration CLAIM = Duration.ofMinutes(15);

  /** From when on the day that it is planned for. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final List<Duration> LATER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private final NoticeEmailRows rows;
  private final Notices notices;
  private final UnsafeAddresses unsafeAddresses;
  private final Customers customers;
  private final LetterRenderer letters;
  private final OutgoingMail mail;
  private final ReturnMailbox mailbox;
  private final UnservedNotices unserved;
  private final AuditTrail auditTrail;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  EmailingNotices(
      NoticeEmailRows rows,
      Notices notices,
      UnsafeAddresses unsafeAddresses,
      Customers customers,
      LetterRenderer letters,
      OutgoingMail mail,
      ReturnMailbox mailbox,
      UnservedNotices unserved,
      AuditTrail auditTrail,
      PlatformTransactionManager transactionManager,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.rows = rows;
    this.notices = notices;
    this.unsafeAddresses = unsafeAddresses;
    this.customers = customers;
    this.letters = letters;
    this.mail = mail;
    this.mailbox = mailbox;
    this.unserved = unserved;
    this.auditTrail = auditTrail;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @EventListener
  void on(NoticeIssued issued) {
    NoticeView notice = notices.find(new NoticeId(issued.noticeId())).orElseThrow();
    if (notice.planned().method() != ServiceMethod.EMAIL) {
      return;
    }
    Instant morning =
        notice.planned().sendOn().atTime(MORNING).atZone(WorkingDays.LONDON).toInstant();
    rows.open(
        issued.noticeId(),
        notice.planned().address(),
        morning.isAfter(issued.at()) ? morning : issued.at());
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Reads what came back, then sends what is due; safe to repeat and safe on several nodes. */
  public void sweep(Instant now) {
    if (!mail.on() || !mailbox.on()) {
      return;
    }
    boolean mailboxRead = readMailbox(now);
    while (send(now, mailboxRead)) {
      // The next one.
    }
  }

  private boolean readMailbox(Instant now) {
    String name = mailbox.settings().address() + "/" + mailbox.settings().folder();
    try {
      mailbox.read(
          new ReturnMailbox.Reader() {
            @Override
            public long lastSeen(long validity) {
              return rows.lastSeen(name, validity);
            }

            @Override
            public void arrived(ReturnMailbox.Arrived message) {
              transactions.executeWithoutResult(
                  s -> {
                    if (rows.seen(name, message.validity(), message.uid())) {
                      take(message, now);
                    }
                  });
            }
          });
      return true;
    } catch (MessagingException e) {
      LOG.warn("the return mailbox could not be read: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private void take(ReturnMailbox.Arrived message, Instant now) {
    switch (message.content()) {
      case Returned.Copy(String messageId) ->
          ours(messageId).ifPresent(notice -> rows.copySeen(notice, message.at()));
      case Returned.Bounce(String messageId, String status) ->
          ours(messageId).ifPresent(notice -> bounced(notice, status, now));
      case Returned.Other() -> {}
    }
  }

  private static String messageName(NoticeId notice) {
    return "notice-" + notice.value();
  }

  /** A Message-ID of ours is made of the notice's id. */
  private static Optional<UUID> ours(String messageId) {
    int at = messageId.indexOf('@');
    if (!messageId.startsWith("<notice-") || at < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(messageId.substring("<notice-".length(), at)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No notification, any earlier one is gone, and a person finds another way (T9). */
  private void bounced(UUID id, String status, Instant now) {
    Optional<NoticeView> notice = notices.find(new NoticeId(id));
    if (notice.isEmpty() || !rows.bounced(id, status, now)) {
      return;
    }
    boolean known = notice.get().status() == NoticeStatus.SERVED;
    cameBack(notice.get(), known ? null : now, evidence("bounced", status));
    auditTrail.recordSystemAct("noticeBounced", "Notice", id, notice.get().customerId(), now);
  }

  private void cameBack(NoticeView notice, @Nullable Instant sentAt, String evidence) {
    Outcome<NoticeView> outcome =
        notices.recordService(
            notice.id(),
            new ServiceRecord(
                ServiceMethod.EMAIL, sentAt, ServiceOutcome.RETURNED, null, evidence));
    if (outcome instanceof Outcome.Refused<NoticeView>) {
      // Meanwhile it was served another way, or its arrival was proven: that stands.
      LOG.info("notice {} came back by email; what is recorded of it stands", notice.id().value());
    }
  }

  private boolean send(Instant now, boolean mailboxRead) {
    Optional<Claimed> claimed = transactions.execute(s -> rows.claim(now, CLAIM));
    if (claimed.isEmpty()) {
      return false;
    }
    Claimed email = claimed.get();
    NoticeView notice = notices.find(new NoticeId(email.notice())).orElseThrow();
    if (notice.status() != NoticeStatus.ISSUED) {
      transactions.executeWithoutResult(s -> rows.end(email, State.NOT_NEEDED, null, now));
      return true;
    }
    if (email.uncertain()) {
      Instant seen = email.copySeenAt();
      if (seen != null) {
        wentOut(email, notice, between(notice.issuedAt(), seen, now), now);
        return true;
      }
      if (!mailboxRead) {
        rows.tryAgain(email, now.plus(LATER.getFirst()), true, "MAILBOX_NOT_READ");
        return true;
      }
    }
    Optional<String> unfit = unfit(notice, email.address());
    if (unfit.isPresent()) {
      hold(email, notice, unfit.get(), now);
      return true;
    }
    try {
      mail.send(letter(notice, email.address(), now));
    } catch (MailNotTakenException e) {
      notTaken(email, notice, e, now);
      return true;
    }
    wentOut(email, notice, now, now);
    return true;
  }

  /** Only to an address in current use from which nothing came back (T9). */
  private Optional<String> unfit(NoticeView notice, String address) {
    if (notice.variant().madeElsewhere()) {
      return Optional.of("VERSION_MADE_ELSEWHERE");
    }
    if (!mail.usable(address)) {
      return Optional.of("ADDRESS_UNUSABLE");
    }
    if (unsafeAddresses.unsafe(notice.customerId(), address)) {
      return Optional.of("ADDRESS_UNSAFE");
    }
    if (rows.cameBackFrom(address)) {
      return Optional.of("ADDRESS_CAME_BACK");
    }
    Optional<String> plain = IdentifierForm.email(address);
    boolean current =
        customers.find(customers.recordsOf(new CustomerId(notice.customerId()))).stream()
            .flatMap(customer -> customer.identifiers().stream())
            .anyMatch(
                identifier ->
                    identifier.kind() == IdentifierKind.EMAIL
                        && plain.filter(identifier.value()::equals).isPresent());
    return current ? Optional.empty() : Optional.of("ADDRESS_NOT_IN_USE");
  }

  private MailToSend letter(NoticeView notice, String address, Instant now) {
    Letter letter = notices.letter(notice.id()).orElseThrow();
    var files = new ArrayList<MailToSend.Attachment>();
    Optional<LetterDocument> pdf = notices.document(notice.id(), LetterFormat.PDF);
    pdf.ifPresent(
        document ->
            files.add(
                new MailToSend.Attachment(
                    notice.reference() + "." + LetterFormat.PDF.extension(),
                    LetterFormat.PDF.mediaType(),
                    document.content())));
    MailboxSettings returning = mailbox.settings();
    return new MailToSend(
        messageName(notice.id()),
        address,
        letters.say(notice.lang(), "email.subject", notice.reference()),
        letter.text(),
        letter.html(),
        Locale.forLanguageTag(notice.lang().tag()),
        now,
        returning.address(),
        returning.address(),
        returning.replyTo().isBlank() ? null : returning.replyTo(),
        files);
  }

  private void wentOut(Claimed email, NoticeView notice, Instant sentAt, Instant now) {
    transactions.executeWithoutResult(
        s -> {
          if (!rows.end(email, State.SENT, null, now)) {
            return;
          }
          Outcome<NoticeView> outcome =
              notices.recordService(
                  notice.id(),
                  new ServiceRecord(
                      ServiceMethod.EMAIL,
                      sentAt,
                      ServiceOutcome.SENT,
                      null,
                      evidence("sent", messageName(notice.id()))));
          if (outcome instanceof Outcome.Refused<NoticeView>
              && notices.find(notice.id()).orElseThrow().status() == NoticeStatus.ISSUED) {
            // Undone, so that the copy tells of it at the next look; nothing is lost.
            throw new IllegalStateException("a notice that went out was not recorded as sent");
          }
          auditTrail.recordSystemAct(
              "noticeEmailed", "Notice", notice.id().value(), notice.customerId(), now);
        });
  }

  private void notTaken(Claimed email, NoticeView notice, MailNotTakenException e, Instant now) {
    LOG.warn("notice {} was not taken by the mail server: {}", email.notice(), e.getMessage());
    if (e.addressRefused()) {
      transactions.executeWithoutResult(
          s -> {
            if (rows.end(email, State.BOUNCED, "ADDRESS_REFUSED", now)) {
              cameBack(notice, now, evidence("refused"));
              auditTrail.recordSystemAct(
                  "noticeBounced", "Notice", notice.id().value(), notice.customerId(), now);
            }
          });
    } else if (email.attempts() > LATER.size()) {
      hold(email, notice, "SERVER_DOES_NOT_TAKE_IT", now);
    } else {
      rows.tryAgain(
          email, now.plus(LATER.get(email.attempts() - 1)), false, "SERVER_DOES_NOT_TAKE_IT");
    }
  }

  private void hold(Claimed email, NoticeView notice, String fault, Instant now) {
    transactions.executeWithoutResult(
        s -> {
          if (rows.end(email, State.HELD, fault, now)) {
            unserved.notSent(notice, now);
          }
        });
  }

  private String evidence(String what, Object... values) {
    return letters.say(Language.ENGLISH, "email.evidence." + what, values);
  }

  private static Instant between(Instant first, Instant moment, Instant last) {
    if (moment.isBefore(first)) {
      return first;
    }
    return moment.isAfter(last) ? last : moment;
  }
}
