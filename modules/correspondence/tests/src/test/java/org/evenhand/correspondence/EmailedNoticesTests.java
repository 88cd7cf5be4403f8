package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.evenhand.correspondence.internal.EmailingNotices;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.DutyView;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhandtest.As;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T9: notices by email through a real SMTP server, each once, and what comes back by IMAP. */
class EmailedNoticesTests extends Story {

  private static final Instant NOW = MONDAY_TEN;

  @Autowired EmailingNotices emailing;
  @Autowired JdbcClient jdbc;
  @Autowired FailingListener failing;

  @BeforeAll
  static void theServersAreUp() {
    MAIL.start();
    MAIL.setUser("returns@council.test", "returns", "secret");
  }

  @AfterAll
  static void theServersGo() {
    MAIL.stop();
  }

  @BeforeEach
  void nothingElseIsDue() {
    jdbc.sql(
            "update correspondence.notice_email set state = 'HELD', ended_at = now() where state = 'WAITING'")
        .update();
  }

  private void sweepAt(Instant at) {
    clock.set(at);
    emailing.sweep(at);
  }

  @Test
  @DisplayName("T9, P10.3, F7: it goes once, as text, page and PDF, and is recorded as sent")
  void sends() throws Exception {
    NoticeView notice = issue("Ema Mailed", "ema@customer.test");
    sweepAt(NOW);
    sweepAt(NOW.plusSeconds(3_600));

    MimeMessage message = only("ema@customer.test");
    assertThat(message.getMessageID())
        .isEqualTo("<notice-" + notice.id().value() + "@council.test>");
    assertThat(message.getSubject()).contains(notice.reference()).doesNotContain("Ema");
    assertThat(message.getHeader("Content-Language")).containsExactly("en-GB");
    assertThat(message.getHeader("Bcc")).isNull();
    Letter letter = notices.letter(notice.id()).orElseThrow();
    List<BodyPart> parts = leaves((MimeMultipart) message.getContent());
    assertThat(parts)
        .extracting(
            part -> part.getContentType().replaceAll(";.*", "").toLowerCase(java.util.Locale.ROOT))
        .containsExactly("text/plain", "text/html", "application/pdf");
    assertThat(parts.get(0).getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(letter.text().strip());
    assertThat(parts.get(2).getFileName()).isEqualTo(notice.reference() + ".pdf");
    assertThat(digest(parts.get(2).getInputStream().readAllBytes()))
        .isEqualTo(notices.document(notice.id(), LetterFormat.PDF).orElseThrow().digest());

    NoticeView served = notices.find(notice.id()).orElseThrow();
    assertThat(served.status()).isEqualTo(NoticeStatus.SERVED);
    assertThat(served.service())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.method()).isEqualTo(ServiceMethod.EMAIL);
              assertThat(entry.sentAt()).isEqualTo(NOW);
              assertThat(entry.recordedBy().value()).isEqualTo("system");
              assertThat(entry.evidence()).contains("notice-" + notice.id().value());
            });
    assertThat(served.notification())
        .isEqualTo(new Notification(NOW, LocalDate.of(2026, 11, 23), false));
  }

  @Test
  @DisplayName("P10.3: not before the morning of the day that it is planned for")
  void waitsForItsDay() {
    NoticeView notice = issue("Tom Tomorrow", "tom@customer.test", LocalDate.of(2026, 11, 24));
    sweepAt(Instant.parse("2026-11-24T08:59:59Z"));
    assertThat(received("tom@customer.test")).isEmpty();
    sweepAt(Instant.parse("2026-11-24T09:00:00Z"));
    assertThat(received("tom@customer.test")).hasSize(1);
    assertThat(notices.find(notice.id()).orElseThrow().status()).isEqualTo(NoticeStatus.SERVED);
  }

  @Test
  @DisplayName(
      "T9: not to an address that is not the customer's in current use; its signatory is asked")
  void onlyToAnAddressInUse() {
    UUID customer = registered("Una Unknown", "una@customer.test");
    NoticeView notice = issue(customer, "other@customer.test", LocalDate.of(2026, 11, 23));
    sweepAt(NOW);
    assertThat(received("other@customer.test")).isEmpty();
    assertThat(notices.find(notice.id()).orElseThrow().status()).isEqualTo(NoticeStatus.ISSUED);
    assertThat(openDuties(notice)).contains("NOTICE_SERVE_ANOTHER_WAY");
    assertThat(fault(notice)).isEqualTo("ADDRESS_NOT_IN_USE");
  }

  @Test
  @DisplayName("T9: a bounce ends the notification, asks the signatory, and stops that address")
  void bounces() throws Exception {
    NoticeView notice = issue("Bo Bounced", "bo@customer.test");
    sweepAt(NOW);
    deliverReport("failed", "5.1.1", notice);
    sweepAt(NOW.plusSeconds(60));

    NoticeView returned = notices.find(notice.id()).orElseThrow();
    assertThat(returned.status()).isEqualTo(NoticeStatus.RETURNED);
    assertThat(returned.notification()).isNull();
    assertThat(returned.service()).hasSize(2);
    assertThat(returned.service().getLast().evidence()).contains("5.1.1");
    assertThat(openDuties(notice)).contains("NOTICE_SERVE_ANOTHER_WAY");

    deliverReport("failed", "5.1.1", notice);
    sweepAt(NOW.plusSeconds(120));
    assertThat(notices.find(notice.id()).orElseThrow().service()).hasSize(2);

    NoticeView next = issue(notice.customerId(), "bo@customer.test", LocalDate.of(2026, 11, 23));
    sweepAt(NOW.plusSeconds(180));
    assertThat(received("bo@customer.test")).hasSize(1);
    assertThat(fault(next)).isEqualTo("ADDRESS_CAME_BACK");

    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND,
                                NOW,
                                ServiceOutcome.DELIVERED,
                                NOW,
                                "Handed over at the counter."))));
    assertThat(openDuties(notice)).doesNotContain("NOTICE_SERVE_ANOTHER_WAY");
  }

  @Test
  @DisplayName("T9: a delay is no bounce, and neither is a report about somebody else's letter")
  void aDelayIsNoBounce() throws Exception {
    NoticeView notice = issue("Del Delayed", "del@customer.test");
    sweepAt(NOW);
    deliverReport("delayed", "4.4.1", notice);
    deliver(report("failed", "5.1.1", "<someone-else@council.test>"));
    sweepAt(NOW.plusSeconds(60));
    assertThat(notices.find(notice.id()).orElseThrow().status()).isEqualTo(NoticeStatus.SERVED);
  }

  @Test
  @DisplayName("killed after sending: the copy in our mailbox says so; it does not go again")
  void killedBetweenSendAndNote() throws Exception {
    NoticeView notice = issue("Kit Killed", "kit@customer.test");
    failing.arm(notice.id().value());
    assertThatThrownBy(() -> sweepAt(NOW)).isInstanceOf(FailingListener.Killed.class);
    assertThat(received("kit@customer.test")).hasSize(1);
    assertThat(notices.find(notice.id()).orElseThrow().status()).isEqualTo(NoticeStatus.ISSUED);

    sweepAt(NOW.plusSeconds(60));
    assertThat(notices.find(notice.id()).orElseThrow().status())
        .as("another node holds it")
        .isEqualTo(NoticeStatus.ISSUED);
    sweepAt(NOW.plusSeconds(901));
    assertThat(received("kit@customer.test")).hasSize(1);
    assertThat(notices.find(notice.id()).orElseThrow().service()).hasSize(1);
    sweepAt(NOW.plusSeconds(9_000));
    assertThat(received("kit@customer.test")).hasSize(1);
  }

  @Test
  @DisplayName(
      "killed after claiming: no copy, so it did not go; it goes once the claim has run out")
  void killedBetweenClaimAndSend() {
    NoticeView notice = issue("Cal Claimed", "cal@customer.test");
    jdbc.sql(
            """
            update correspondence.notice_email
               set attempts = 1, uncertain = true, claimed_until = ? where notice_id = ?
            """)
        .params(Timestamp.from(NOW.plusSeconds(900)), notice.id().value())
        .update();
    sweepAt(NOW);
    assertThat(received("cal@customer.test")).isEmpty();
    sweepAt(NOW.plusSeconds(901));
    assertThat(received("cal@customer.test")).hasSize(1);
    assertThat(notices.find(notice.id()).orElseThrow().service()).hasSize(1);
  }

  @Test
  @DisplayName("a server that is away costs a delay; then it goes once")
  void theServerIsAway() {
    NoticeView notice = issue("Ava Away", "ava@customer.test");
    MessageDeliveryHandler usual = MAIL.getUserManager().getMessageDeliveryHandler();
    MAIL.getUserManager()
        .setMessageDeliveryHandler(
            (message, address) -> {
              throw new UserException("out of order");
            });
    try {
      sweepAt(NOW);
    } finally {
      MAIL.getUserManager().setMessageDeliveryHandler(usual);
    }
    assertThat(fault(notice)).isEqualTo("SERVER_DOES_NOT_TAKE_IT");
    sweepAt(NOW.plusSeconds(59));
    assertThat(notices.find(notice.id()).orElseThrow().status()).isEqualTo(NoticeStatus.ISSUED);
    sweepAt(NOW.plusSeconds(60));
    assertThat(received("ava@customer.test")).hasSize(1);
  }

  @Test
  @DisplayName("what was served by hand before it went is not sent")
  void servedOtherwise() {
    NoticeView notice = issue("Han Handed", "han@customer.test");
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND, NOW, ServiceOutcome.SENT, null, null))));
    sweepAt(NOW);
    assertThat(received("han@customer.test")).isEmpty();
  }

  private UUID registered(String name, String email) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                CustomerKind.INDIVIDUAL,
                                name,
                                null,
                                false,
                                List.of(
                                    new RegisteringCustomers.IdentifierGiven(
                                        IdentifierKind.EMAIL, email, null, Confidence.CONFIRMED)),
                                Circumstances.NONE_KNOWN,
                                null,
                                null,
                                List.of()),
                            currentActor.get(),
                            clock.instant()))
                    .id()
                    .value());
  }

  private NoticeView issue(String name, String email) {
    return issue(name, email, LocalDate.of(2026, 11, 23));
  }

  private NoticeView issue(String name, String email, LocalDate on) {
    return issue(registered(name, email), email, on);
  }

  private NoticeView issue(UUID customer, String email, LocalDate on) {
    NoticeToIssue n =
        Samples.about(customer, UUID.randomUUID(), policyVersion(), on, ServiceMethod.EMAIL);
    var toIssue =
        new NoticeToIssue(
            n.kind(),
            n.customerId(),
            n.addresseeName(),
            n.caseId(),
            n.policyVersionId(),
            n.designates(),
            n.restricts(),
            n.parts(),
            new PlannedService(ServiceMethod.EMAIL, on, email),
            n.signedBy(),
            n.lang());
    return As.headOfService("housing").call(() -> done(() -> notices.issue(toIssue)));
  }

  private List<String> openDuties(NoticeView notice) {
    return duties.openFor(notice.id().value()).stream().map(DutyView::kind).toList();
  }

  private String fault(NoticeView notice) {
    return jdbc.sql("select last_fault from correspondence.notice_email where notice_id = ?")
        .param(notice.id().value())
        .query(String.class)
        .single();
  }

  private static List<MimeMessage> received(String address) {
    return MAIL.findReceivedMessages(user -> user.getEmail().equals(address), message -> true)
        .toList();
  }

  private static MimeMessage only(String address) {
    List<MimeMessage> found = received(address);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<BodyPart> leaves(MimeMultipart parts) throws MessagingException, IOException {
    var found = new ArrayList<BodyPart>();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.getContent() instanceof MimeMultipart inner) {
        found.addAll(leaves(inner));
      } else {
        found.add(part);
      }
    }
    return found;
  }

  private static String digest(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static void deliverReport(String action, String status, NoticeView notice)
      throws MessagingException {
    deliver(report(action, status, "<notice-" + notice.id().value() + "@council.test>"));
  }

  private static void deliver(String raw) throws MessagingException {
    var message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
    MAIL.getUserManager().getUser("returns").deliver(message);
  }

  /** As a mail server writes it (RFC 3464). */
  private static String report(String action, String status, String messageId) {
    return """
    From: MAILER-DAEMON@mx.test
    To: returns@council.test
    Message-ID: <%s@mx.test>
    Subject: Delivery report
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain

    Your message was handled as told below.
    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.test

    Final-Recipient: rfc822; somebody@customer.test
    Action: %s
    Status: %s
    --b1
    Content-Type: text/rfc822-headers

    From: evenhand@council.test
    Message-ID: %s
    Subject: A letter
    --b1--
    """
        .formatted(UUID.randomUUID(), action, status, messageId)
        .replace("\n", "\r\n");
  }
}
