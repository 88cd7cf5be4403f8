package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhand.foundation.internal.PostOffice;
import org.evenhandtest.As;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Emails to officers, through a real SMTP server: when, to whom, how often, saying what. */
class StaffEmailTests extends FoundationModuleTest {

  private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T07:30:00Z");

  @Autowired StaffNotices staffNotices;
  @Autowired Duties duties;
  @Autowired PostOffice postOffice;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactionManager;

  @BeforeAll
  static void theServerIsUp() {
    MAIL.start();
  }

  @AfterAll
  static void theServerGoes() {
    MAIL.stop();
  }

  private GraphQlTester.Response record(String actor, Map<String, Object> more) {
    var input = new HashMap<String, Object>(more);
    input.putAll(Map.of("actor", actor, "name", "Person " + actor, "post", "Head"));
    return ask(
        As.headOfCustomerServices(),
        """
        mutation ($input: OfficerRecordInput!) {
          officerRecord(input: $input) { officer { id version } refusals { code path } }
        }
        """,
        "input",
        input);
  }

  /** Somebody with an address at work, and seen in that post. */
  private String officer(String actor, Role role, String area, Map<String, Object> more) {
    var all = new HashMap<String, Object>(more);
    all.putIfAbsent("email", address(actor));
    String id = record(actor, all).path("officerRecord.officer.id").entity(String.class).get();
    ask(As.person(actor, "Person", role.name(), area), "{ viewer { name } }");
    return id;
  }

  private static String address(String actor) {
    return actor + "@council.test";
  }

  private UUID due(String area, LocalDate on) {
    UUID subject = Ids.next();
    duties.open(
        DutyToOpen.byDay(
            "MAIL_NOT_DELIVERED",
            "Consideration",
            subject,
            null,
            Role.HEAD_OF_SERVICE,
            new ServiceAreaCode(area),
            on),
        clock.instant());
    return subject;
  }

  private void tell(StaffNotice notice) {
    new TransactionTemplate(transactionManager)
        .executeWithoutResult(status -> staffNotices.tell(notice, clock.instant()));
  }

  private static StaffNotice now(String actor, StaffNoticeKind kind) {
    return StaffNotice.toOfficer(new ActorId(actor), kind, "DUTY_OPENED").immediate();
  }

  private static List<MimeMessage> received(String actor) {
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(
            m -> {
              try {
                return Arrays.stream(m.getAllRecipients())
                    .anyMatch(r -> r.toString().equals(address(actor)));
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static String part(MimeMessage message, String type)
      throws MessagingException, IOException {
    return part((MimeMultipart) message.getContent(), type);
  }

  private static String part(MimeMultipart parts, String type)
      throws MessagingException, IOException {
    String found = "";
    for (int i = 0; i < parts.getCount(); i++) {
      var part = parts.getBodyPart(i);
      if (part.getContent() instanceof MimeMultipart inner) {
        found = found + part(inner, type);
      } else if (part.isMimeType(type)) {
        found = found + part.getContent();
      }
    }
    return found.replace("\r\n", "\n");
  }

  private void sweepAt(Instant at) {
    clock.set(at);
    postOffice.sweep(at);
  }

  @Test
  @DisplayName(
      "P4.1, P9.5 What is due now goes out at once, once, and says what kind of thing waits")
  void whatIsDueNowGoesOutAtOnce() throws Exception {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    UUID subject = due(area, TODAY);

    postOffice.sweep(NOW);
    postOffice.sweep(NOW.plusSeconds(30));

    MimeMessage email = received(head).getFirst();
    assertThat(received(head)).hasSize(1);
    assertThat(email.getSubject()).isEqualTo("Evenhand: something is due now");
    assertThat(email.getFrom()[0]).hasToString("evenhand@council.test");
    assertThat(email.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(email.getAllRecipients()).hasSize(1);
    assertThat(part(email, "text/plain"))
        .isEqualTo(
            """
            This is due now:

            - To do by 23 November 2026: Email to an officer is not delivered: check their address and the mail server.

            Sign in to see what it is about
            https://evenhand.council.test/sign-in

            You get this email because of your post, or because you stand in for a colleague. It names nobody, on purpose. Replies are not read.
            """);
    assertThat(part(email, "text/html"))
        .startsWith("<!doctype html>\n<html lang=\"en-GB\">")
        .contains("<h1>Evenhand: something is due now</h1>")
        .contains("<li>To do by 23 November 2026:")
        .contains("<a href=\"https://evenhand.council.test/sign-in\">Sign in")
        .doesNotContain(GlobalId.of("Consideration", subject), subject.toString());
  }

  @Test
  @DisplayName("P4.1 Several things due now while one email waits go out in that one")
  void severalGoInOne() throws Exception {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    due(area, TODAY);
    due(area, TODAY);

    postOffice.sweep(NOW);

    assertThat(received(head)).hasSize(1);
    assertThat(part(received(head).getFirst(), "text/plain")).contains("- 2 times: To do by");
  }

  @Test
  @DisplayName("What was read or done before its email went out needs none")
  void whatIsDoneNeedsNoEmail() {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    UUID subject = due(area, TODAY);
    duties.discharge("MAIL_NOT_DELIVERED", subject, null, null, NOW);

    postOffice.sweep(NOW);

    assertThat(received(head)).isEmpty();
  }

  @Test
  @DisplayName("What the server did not take is sent when it is back, after a while, once")
  void triedAgainWhenTheServerIsBack() {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    due(area, TODAY);

    MAIL.stop();
    postOffice.sweep(NOW);
    MAIL.start();
    postOffice.sweep(NOW.plusSeconds(30));
    assertThat(received(head)).isEmpty();

    postOffice.sweep(NOW.plusSeconds(61));
    postOffice.sweep(NOW.plusSeconds(600));
    assertThat(received(head)).hasSize(1);
  }

  @Test
  @DisplayName(
      "An email that cannot be delivered is given up after six times and stands on the due list")
  void givenUpAndOnTheDueList() {
    String area = fresh("area");
    String head = fresh("head");
    String id = officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    due(area, TODAY);

    MAIL.stop();
    Instant at = NOW;
    for (int i = 0; i < 6; i++) {
      assertThat(undelivered(id)).isEmpty();
      // Other tests' emails may stand before it, and one failure ends a sweep.
      for (int again = 0; again < 10; again++) {
        postOffice.sweep(at);
      }
      at = at.plusSeconds(5 * 3600);
    }
    MAIL.start();
    assertThat(undelivered(id)).containsExactly("HEAD_OF_CUSTOMER_SERVICES");
    postOffice.sweep(at);
    assertThat(received(head)).isEmpty();

    clock.set(at);
    record(head, Map.of("email", address(head), "expectedVersion", 0))
        .path("officerRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(undelivered(id)).as("somebody saw to the address").isEmpty();
  }

  private List<String> undelivered(String officer) {
    return ask(
            As.headOfCustomerServices(),
            """
            query ($subject: ID!) {
              dueList(filter: {subject: $subject, kind: "MAIL_NOT_DELIVERED"}) {
                edges { node { ownerRole title } }
              }
            }
            """,
            "subject",
            officer)
        .path("dueList.edges[*].node.ownerRole")
        .entityList(String.class)
        .get();
  }

  @Test
  @DisplayName("Several nodes that sweep at once send each email once")
  void severalNodesSendOnce() throws Exception {
    var heads = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      String head = fresh("head");
      String area = fresh("area");
      officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
      due(area, TODAY);
      heads.add(head);
    }
    try (var nodes = Executors.newFixedThreadPool(4)) {
      var sweeps = new ArrayList<Future<?>>();
      for (int i = 0; i < 4; i++) {
        sweeps.add(nodes.submit(() -> postOffice.sweep(NOW)));
      }
      for (Future<?> sweep : sweeps) {
        sweep.get();
      }
    }
    for (String head : heads) {
      assertThat(received(head)).as(head).hasSize(1);
    }
  }

  @Test
  @DisplayName("What another node is about to send at once is not sent in a digest too")
  void aDigestDoesNotRunAhead() {
    String head = fresh("head");
    String area = fresh("area");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    due(area, TODAY);
    new TransactionTemplate(transactionManager)
        .executeWithoutResult(
            otherNode -> {
              jdbc.sql(
                      "select id from foundation.staff_notice where ? = any(to_areas) for no key update")
                  .param(area)
                  .query(UUID.class)
                  .single();
              try (var node = Executors.newSingleThreadExecutor()) {
                node.submit(() -> postOffice.sweep(NOW)).get();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    assertThat(received(head)).isEmpty();
    postOffice.sweep(NOW);
    assertThat(received(head)).hasSize(1);
  }

  @Test
  @DisplayName("An email that another node has claimed is left alone until its claim has run out")
  void aClaimIsRespectedUntilItRunsOut() {
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, fresh("area"), Map.of());
    tell(now(head, StaffNoticeKind.DUTY));
    MAIL.stop();
    postOffice.sweep(NOW);
    MAIL.start();
    jdbc.sql(
            """
            update foundation.staff_email
               set claimed_until = ?::timestamptz, next_attempt_at = ?::timestamptz
             where to_actor = ?
            """)
        .params("2026-11-23T09:10:00Z", "2026-11-23T09:05:00Z", head)
        .update();

    postOffice.sweep(Instant.parse("2026-11-23T09:09:00Z"));
    assertThat(received(head)).isEmpty();
    postOffice.sweep(Instant.parse("2026-11-23T09:10:00Z"));
    assertThat(received(head)).hasSize(1);
  }

  @Test
  @DisplayName(
      "Header injection: an address that is more than one address is refused, and never used")
  void headerInjectionIsImpossible() {
    String head = fresh("head");
    for (String crooked :
        List.of(
            "a@council.test\r\nBcc: victim@elsewhere.test",
            "a@council.test, victim@elsewhere.test",
            "A <victim@elsewhere.test>")) {
      record(head, Map.of("email", crooked))
          .path("officerRecord.refusals[*].code")
          .entityList(String.class)
          .containsExactly("EMAIL_MALFORMED");
    }
    String id = officer(head, Role.HEAD_OF_SERVICE, fresh("area"), Map.of());
    jdbc.sql("update foundation.officer set email = ? where actor = ?")
        .params("a@council.test\r\nBcc: victim@elsewhere.test", head)
        .update();
    tell(now(head, StaffNoticeKind.DUTY));
    postOffice.sweep(NOW);

    assertThat(undelivered(id)).hasSize(1);
    assertThat(MAIL.getReceivedMessages())
        .allSatisfy(m -> assertThat(m.getAllRecipients()).hasSize(1))
        .noneSatisfy(m -> assertThat(m.getAllRecipients()[0].toString()).contains("victim"));
  }

  @Test
  @DisplayName(
      "P4.1 The digest goes out once on the morning of a working day, with what is new and undone")
  void theDigestHoldsWhatIsNew() throws Exception {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    clock.set(Instant.parse("2026-11-20T15:00:00Z"));
    due(area, LocalDate.of(2026, 12, 4));
    due(area, LocalDate.of(2026, 12, 4));
    UUID done = due(area, LocalDate.of(2026, 12, 11));
    due(area, LocalDate.of(2026, 12, 18));
    duties.discharge("MAIL_NOT_DELIVERED", done, null, null, clock.instant());

    sweepAt(Instant.parse("2026-11-21T09:00:00Z"));
    sweepAt(Instant.parse("2026-11-23T07:29:00Z"));
    assertThat(received(head)).as("neither on a Saturday nor before half past seven").isEmpty();
    sweepAt(Instant.parse("2026-11-23T07:30:00Z"));
    sweepAt(Instant.parse("2026-11-23T12:00:00Z"));
    sweepAt(NEXT_MORNING);

    assertThat(received(head)).hasSize(1);
    MimeMessage digest = received(head).getFirst();
    assertThat(digest.getSubject()).isEqualTo("Evenhand: what is new for you on 23 November 2026");
    assertThat(part(digest, "text/plain"))
        .contains("- 2 times: To do by 4 December 2026:")
        .contains("- To do by 18 December 2026:")
        .doesNotContain("11 December");
  }

  @Test
  @DisplayName("What went out at once is not in the digest again")
  void theDigestDoesNotRepeat() {
    String area = fresh("area");
    String head = fresh("head");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    due(area, TODAY);
    sweepAt(NOW);
    sweepAt(NEXT_MORNING);
    assertThat(received(head)).hasSize(1);
  }

  @Test
  @DisplayName(
      "T20: feedback goes to the reporter alone; what else is theirs to the deputy while they are away")
  void theDeputyGetsTheEmail() {
    String area = fresh("area");
    String deputy = fresh("deputy");
    String away = fresh("away");
    String deputyId = officer(deputy, Role.OFFICER, area, Map.of());
    officer(
        away,
        Role.OFFICER,
        area,
        Map.of(
            "deputy",
            deputyId,
            "absences",
            List.of(Map.of("firstDay", "2026-11-23", "lastDay", "2026-11-23"))));
    tell(now(away, StaffNoticeKind.DUTY));
    sweepAt(NOW);
    assertThat(received(deputy)).hasSize(1);
    assertThat(received(away)).isEmpty();

    tell(now(away, StaffNoticeKind.FEEDBACK));
    sweepAt(NOW.plusSeconds(60));
    assertThat(received(deputy)).hasSize(1);
    assertThat(received(away)).hasSize(1);
  }

  @Test
  @DisplayName(
      "T20: one area's head is not written to about another's, nor every officer about one thing")
  void nobodyElseIsWrittenTo() {
    String area = fresh("area");
    String head = fresh("head");
    String other = fresh("other");
    String officer = fresh("officer");
    officer(head, Role.HEAD_OF_SERVICE, area, Map.of());
    officer(other, Role.HEAD_OF_SERVICE, fresh("area"), Map.of());
    officer(officer, Role.OFFICER, area, Map.of());
    due(area, TODAY);
    tell(
        StaffNotice.toPost(Role.OFFICER, Set.of(), StaffNoticeKind.INFORMATION, "DUTY_OPENED")
            .immediate());
    sweepAt(NOW);
    sweepAt(NEXT_MORNING);
    assertThat(received(head)).hasSize(1);
    assertThat(received(other)).isEmpty();
    assertThat(received(officer)).isEmpty();
  }

  @Test
  @DisplayName("An officer without an address, or whom nobody recorded, has the inbox only")
  void withoutAnAddressThereIsTheInbox() {
    String unrecorded = fresh("unrecorded");
    tell(now(unrecorded, StaffNoticeKind.DUTY));
    postOffice.sweep(NOW);
    assertThat(received(unrecorded)).isEmpty();
    ask(As.person(unrecorded, "New", "OFFICER"), "{ viewer { unreadNotices } }")
        .path("viewer.unreadNotices")
        .entity(Integer.class)
        .satisfies(unread -> assertThat(unread).isPositive());
  }
}
