package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.internal.DutyNotices;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies in whose inbox, when, and until when; as front ends ask for it, from each seat. */
class InboxTests extends FoundationModuleTest {

  private static final String INBOX =
      """
      query ($filter: InboxFilter, $first: Int, $after: String) {
        inbox(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { id kind code text about answeredBy urgency post officer { name }
                         serviceAreas { code } toldAt readAt settledAt } }
        }
      }
      """;

  private static final String READ =
      """
      mutation ($input: InboxReadInput!) {
        inboxRead(input: $input) {
          notices { id readAt }
          refusals { code path }
          warnings { code }
        }
      }
      """;

  @Autowired StaffNotices staffNotices;
  @Autowired Duties duties;
  @Autowired DutyNotices dutyNotices;
  @Autowired AuditTrail auditTrail;
  @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactionManager;

  private UUID tell(StaffNotice notice) {
    UUID about = Ids.next();
    new TransactionTemplate(transactionManager)
        .executeWithoutResult(
            status -> staffNotices.tell(notice.about("Consideration", about), clock.instant()));
    return about;
  }

  private static StaffNotice toHead(String area, StaffNoticeKind kind) {
    return StaffNotice.toPost(
        Role.HEAD_OF_SERVICE, Set.of(new ServiceAreaCode(area)), kind, "DUTY_OPENED");
  }

  private GraphQlTester.Response inboxOf(As reader, UUID about) {
    return ask(reader, INBOX, "filter", Map.of("about", GlobalId.of("Consideration", about)));
  }

  private boolean finds(As reader, UUID about) {
    return inboxOf(reader, about).path("inbox.totalCount").entity(Integer.class).get() == 1;
  }

  private int unread(As reader) {
    return ask(reader, "{ viewer { unreadNotices } }")
        .path("viewer.unreadNotices")
        .entity(Integer.class)
        .get();
  }

  private String officer(String actor, String area, Map<String, Object> more) {
    var input = new java.util.HashMap<String, Object>(more);
    input.putAll(Map.of("actor", actor, "name", "Person " + actor, "post", "Officer"));
    return ask(
            As.headOfCustomerServices(),
            """
            mutation ($input: OfficerRecordInput!) {
              officerRecord(input: $input) { officer { id } refusals { code path } }
            }
            """,
            "input",
            input)
        .path("officerRecord.officer.id")
        .entity(String.class)
        .get();
  }

  private UUID due(
      String kind, Role owner, @Nullable String area, LocalDate on, @Nullable Instant at) {
    UUID subject = Ids.next();
    duties.open(
        new DutyToOpen(
            kind,
            "Consideration",
            subject,
            null,
            owner,
            null,
            area == null ? null : new ServiceAreaCode(area),
            on,
            at),
        clock.instant());
    return subject;
  }

  private List<String> codes(As reader, UUID about) {
    return inboxOf(reader, about).path("inbox.edges[*].node.code").entityList(String.class).get();
  }

  @Test
  @DisplayName(
      "T20: what is for a head of service is found by them and by nobody else, whoever asks")
  void nobodyReadsAnotherInbox() {
    String area = fresh("area");
    UUID about = tell(toHead(area, StaffNoticeKind.ADVICE));

    assertThat(finds(As.headOfService(area), about)).isTrue();
    assertThat(finds(As.headOfService("elsewhere"), about)).isFalse();
    As.everyRole()
        .filter(who -> !who.authentication().getName().equals("integrator-1"))
        .forEach(who -> assertThat(finds(who, about)).as(who.toString()).isFalse());
    ask(As.integrator(), INBOX)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  @Test
  @DisplayName("T20: elected members and contractors find what is theirs, and only that")
  void membersAndContractorsFindOnlyTheirs() {
    String area = fresh("area");
    UUID members =
        tell(
            StaffNotice.toPost(
                Role.ELECTED_MEMBER, Set.of(), StaffNoticeKind.INFORMATION, "DUTY_OPENED"));
    UUID provider =
        tell(
            StaffNotice.toPost(
                Role.CONTRACTOR,
                Set.of(new ServiceAreaCode(area)),
                StaffNoticeKind.DUTY,
                "DUTY_OPENED"));

    assertThat(finds(As.electedMember(), members)).isTrue();
    assertThat(finds(As.electedMember(), provider)).isFalse();
    assertThat(finds(As.contractor(area), provider)).isTrue();
    assertThat(finds(As.contractor("leisure"), provider)).isFalse();
    assertThat(finds(As.contractor(area), members)).isFalse();
  }

  @Test
  @DisplayName(
      "P4.2 The deputy of a colleague who is away finds their notices, but not their feedback")
  void theDeputyStandsIn() {
    String area = fresh("area");
    String away = fresh("away");
    String deputy = fresh("deputy");
    String further = fresh("further");
    String deputyId = officer(deputy, area, Map.of());
    officer(
        away,
        area,
        Map.of(
            "deputy",
            deputyId,
            "absences",
            List.of(Map.of("firstDay", "2026-11-23", "lastDay", "2026-11-24"))));
    officer(further, area, Map.of("deputy", deputyId));
    UUID duty = tell(StaffNotice.toOfficer(new ActorId(away), StaffNoticeKind.DUTY, "DUTY_OPENED"));
    UUID feedback =
        tell(StaffNotice.toOfficer(new ActorId(away), StaffNoticeKind.FEEDBACK, "DUTY_OPENED"));
    UUID present =
        tell(StaffNotice.toOfficer(new ActorId(further), StaffNoticeKind.DUTY, "DUTY_OPENED"));
    As standsIn = As.person(deputy, "Dee Puty", "OFFICER", area);

    assertThat(finds(standsIn, duty)).isTrue();
    assertThat(finds(standsIn, feedback)).isFalse();
    assertThat(finds(standsIn, present)).as("their colleague is there").isFalse();
    assertThat(finds(As.person(away, "A Way", "OFFICER", area), feedback)).isTrue();

    clock.set(Instant.parse("2026-11-25T09:00:00Z"));
    assertThat(finds(standsIn, duty)).as("the colleague is back").isFalse();
  }

  @Test
  @DisplayName("P4.2 Whoever acts in a post finds what is for the post, as long as they act in it")
  void whoeverActsInAPostFindsItsNotices() {
    String area = fresh("area");
    String acting = fresh("acting");
    String id = officer(acting, area, Map.of());
    ask(
            As.headOfCustomerServices(),
            """
            mutation ($input: ServiceAreaRecordInput!) {
              serviceAreaRecord(input: $input) { serviceArea { code } refusals { code } }
            }
            """,
            "input",
            Map.of("code", area, "name", "Area " + area))
        .path("serviceAreaRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    UUID about = tell(toHead(area, StaffNoticeKind.DUTY));
    As standsIn = As.person(acting, "Ann Acting", "OFFICER", area);
    assertThat(finds(standsIn, about)).isFalse();

    ask(
            As.headOfCustomerServices(),
            """
            mutation ($input: ActingAppointmentRecordInput!) {
              actingAppointmentRecord(input: $input) { refusals { code path } }
            }
            """,
            "input",
            Map.of(
                "officer",
                id,
                "post",
                "HEAD_OF_SERVICE",
                "serviceAreas",
                List.of(area),
                "cause",
                "AWAY",
                "firstDay",
                "2026-11-23",
                "lastDay",
                "2026-11-24",
                "reason",
                "Knows the service."))
        .path("actingAppointmentRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(finds(standsIn, about)).isTrue();

    clock.set(Instant.parse("2026-11-25T09:00:00Z"));
    assertThat(finds(standsIn, about)).isFalse();
  }

  @Test
  @DisplayName(
      "P4.1 A duty due today is told at once, any other with the digest; when done it is settled")
  void aDutyIsToldOfAndSettled() {
    String area = fresh("area");
    As head = As.headOfService(area);
    int before = unread(head);
    UUID now = due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, TODAY, NOW);
    UUID later = due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, TODAY.plusDays(9), null);

    var told = inboxOf(head, now);
    told.path("inbox.edges[0].node.urgency").entity(String.class).isEqualTo("IMMEDIATE");
    told.path("inbox.edges[0].node.kind").entity(String.class).isEqualTo("DUTY");
    told.path("inbox.edges[0].node.text")
        .entity(String.class)
        .isEqualTo(
            "To do by 23 November 2026: Email to an officer is not delivered: check their address"
                + " and the mail server.");
    inboxOf(head, later)
        .path("inbox.edges[0].node.urgency")
        .entity(String.class)
        .isEqualTo("DIGEST");
    assertThat(unread(head)).isEqualTo(before + 2);

    duties.discharge("MAIL_NOT_DELIVERED", now, null, null, NOW.plusSeconds(60));
    inboxOf(head, now).path("inbox.edges[0].node.settledAt").hasValue();
    inboxOf(head, later).path("inbox.edges[0].node.settledAt").valueIsNull();
    assertThat(unread(head)).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("P4.1 A duty that moves is told anew, one that is opened again as it was is not")
  void aDutyThatMovesIsToldAnew() {
    String area = fresh("area");
    As head = As.headOfService(area);
    UUID subject = due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, TODAY.plusDays(9), null);
    for (int again = 0; again < 2; again++) {
      duties.open(
          DutyToOpen.byDay(
              "MAIL_NOT_DELIVERED",
              "Consideration",
              subject,
              null,
              Role.HEAD_OF_SERVICE,
              new ServiceAreaCode(area),
              TODAY.plusDays(4)),
          NOW.plusSeconds(60));
    }
    assertThat(codes(head, subject)).containsExactly("DUTY_MOVED", "DUTY_OPENED");
    ask(
            head,
            INBOX,
            "filter",
            Map.of("about", GlobalId.of("Consideration", subject), "unread", true))
        .path("inbox.edges[*].node.code")
        .entityList(String.class)
        .containsExactly("DUTY_MOVED");
  }

  @Test
  @DisplayName(
      "P4.1 The owner is told the working day before a duty is due, and when it is overdue")
  void toldBeforeAndWhenOverdue() {
    String area = fresh("area");
    As head = As.headOfService(area);
    // Due on a Monday: the working day before is the Friday.
    UUID subject =
        due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, LocalDate.of(2026, 11, 30), null);
    UUID done =
        due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, LocalDate.of(2026, 11, 30), null);

    sweepAt("2026-11-26T09:00:00Z");
    assertThat(codes(head, subject)).containsExactly("DUTY_OPENED");
    sweepAt("2026-11-27T09:00:00Z");
    sweepAt("2026-11-28T09:00:00Z");
    assertThat(codes(head, subject)).containsExactly("DUTY_DUE_SOON", "DUTY_OPENED");
    duties.discharge("MAIL_NOT_DELIVERED", done, null, null, clock.instant());
    sweepAt("2026-12-01T00:00:30Z");
    sweepAt("2026-12-02T09:00:00Z");
    assertThat(codes(head, subject))
        .containsExactly("DUTY_OVERDUE", "DUTY_DUE_SOON", "DUTY_OPENED");
    assertThat(codes(head, done)).containsExactly("DUTY_DUE_SOON", "DUTY_OPENED");
    inboxOf(head, subject)
        .path("inbox.edges[0].node.text")
        .entity(String.class)
        .isEqualTo(
            "Overdue since 30 November 2026: Email to an officer is not delivered: check their"
                + " address and the mail server.");
  }

  private void sweepAt(String instant) {
    clock.set(Instant.parse(instant));
    duties.sweep(clock.instant());
    dutyNotices.sweep(clock.instant());
  }

  @Test
  @DisplayName("P9.5 What is due the moment it opens is told once that day and again the next")
  void whatIsDueAtOnceIsOverdueTheNextDay() {
    String area = fresh("area");
    As head = As.headOfService(area);
    UUID subject = due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, TODAY, NOW);

    sweepAt("2026-11-23T09:01:00Z");
    assertThat(codes(head, subject)).containsExactly("DUTY_OPENED");
    sweepAt("2026-11-24T00:01:00Z");
    inboxOf(head, subject)
        .path("inbox.edges[*].node.urgency")
        .entityList(String.class)
        .containsExactly("IMMEDIATE", "IMMEDIATE");
    assertThat(codes(head, subject)).containsExactly("DUTY_OVERDUE", "DUTY_OPENED");
  }

  @Test
  @DisplayName("Two nodes that sweep at once tell of each duty once")
  void twoNodesTellOnce() throws Exception {
    String area = fresh("area");
    var subjects = new ArrayList<UUID>();
    for (int i = 0; i < 20; i++) {
      subjects.add(
          due("MAIL_NOT_DELIVERED", Role.HEAD_OF_SERVICE, area, LocalDate.of(2026, 11, 30), null));
    }
    Instant friday = Instant.parse("2026-11-27T09:00:00Z");
    clock.set(friday);
    try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      var sweeps = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (int i = 0; i < 4; i++) {
        sweeps.add(nodes.submit(() -> dutyNotices.sweep(friday)));
      }
      for (var sweep : sweeps) {
        sweep.get();
      }
    }
    for (UUID subject : subjects) {
      assertThat(codes(As.headOfService(area), subject))
          .containsExactly("DUTY_DUE_SOON", "DUTY_OPENED");
    }
  }

  @Test
  @DisplayName("Reading is each reader's own, leaves a receipt, and counts from the first time")
  void readingIsEachReadersOwn() {
    String area = fresh("area");
    As head = As.headOfService(area);
    As colleague = As.person(fresh("hos"), "Other Head", "HEAD_OF_SERVICE", area);
    UUID about = tell(toHead(area, StaffNoticeKind.ADVICE));
    String id = inboxOf(head, about).path("inbox.edges[0].node.id").entity(String.class).get();
    assertThat(unread(head)).isOne();

    String key = fresh("key");
    Map<String, Object> input = Map.of("idempotencyKey", key, "notices", List.of(id));
    ask(head, READ, "input", input)
        .path("inboxRead.notices[0].readAt")
        .entity(String.class)
        .isEqualTo("2026-11-23T09:00:00.000Z");
    clock.set(NOW.plus(Duration.ofHours(1)));
    ask(head, READ, "input", input)
        .path("inboxRead.notices[*].id")
        .entityList(String.class)
        .containsExactly(id);
    ask(head, READ, "input", Map.of("notices", List.of(id)))
        .path("inboxRead.notices[0].readAt")
        .entity(String.class)
        .isEqualTo("2026-11-23T09:00:00.000Z");

    assertThat(unread(head)).isZero();
    assertThat(unread(colleague)).isOne();
  }

  @Test
  @DisplayName("T20: a notice of another's inbox cannot be read by its id; nothing is written")
  void anothersNoticeIsNotFound() {
    String area = fresh("area");
    UUID about = tell(toHead(area, StaffNoticeKind.ADVICE));
    UUID own = tell(toHead("elsewhere", StaffNoticeKind.ADVICE));
    As other = As.headOfService("elsewhere");
    String foreign =
        inboxOf(As.headOfService(area), about)
            .path("inbox.edges[0].node.id")
            .entity(String.class)
            .get();
    String theirs = inboxOf(other, own).path("inbox.edges[0].node.id").entity(String.class).get();

    var refused =
        ask(other, READ, "input", Map.of("notices", List.of(theirs, foreign, "nonsense")));
    refused
        .path("inboxRead.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NOT_FOUND", "NOT_FOUND");
    refused
        .path("inboxRead.refusals[0].path")
        .entityList(String.class)
        .containsExactly("notices", "1");
    inboxOf(other, own).path("inbox.edges[0].node.readAt").valueIsNull();
    ask(other, READ, "input", Map.of("notices", java.util.Collections.nCopies(101, theirs)))
        .path("inboxRead.refusals[*].code")
        .entityList(String.class)
        .containsExactly("LIST_TOO_LONG");
  }

  @Test
  @DisplayName("T20: whose record a notice touches is logged before the inbox is shown")
  void readsAreLogged() {
    String area = fresh("area");
    UUID person = Ids.next();
    UUID about = tell(toHead(area, StaffNoticeKind.CORRECTION).touching(person));
    inboxOf(As.headOfService(area), about)
        .path("inbox.totalCount")
        .entity(Integer.class)
        .isEqualTo(1);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from foundation.audit_entry
                     where person_id = ? and act = 'inbox' and kind = 'R'
                    """)
                .param(person)
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  @DisplayName("The inbox goes on behind a cursor, latest first")
  void pagesLatestFirst() {
    String area = fresh("area");
    var told = new ArrayList<UUID>();
    for (int i = 0; i < 3; i++) {
      clock.set(NOW.plusSeconds(i));
      told.add(tell(toHead(area, StaffNoticeKind.INFORMATION)));
    }
    As head = As.headOfService(area);
    var first = ask(head, INBOX, "first", 2);
    first
        .path("inbox.edges[*].node.about")
        .entityList(String.class)
        .containsExactly(
            GlobalId.of("Consideration", told.get(2)), GlobalId.of("Consideration", told.get(1)));
    String cursor = first.path("inbox.pageInfo.endCursor").entity(String.class).get();
    ask(head, INBOX, "first", 2, "after", cursor)
        .path("inbox.edges[0].node.about")
        .entity(String.class)
        .isEqualTo(GlobalId.of("Consideration", told.get(0)));
  }
}
