package org.evenhand.foundation.internal;

import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerRecorded;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.StaffNotice.Addressee;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeView;
import org.evenhand.foundation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends staff what waits for them by email: what is due now at once, everything else in one digest
 * on the morning of a working day. An email is claimed before it is sent, so two nodes never send
 * the same one; a node that falls between sending and noting it leaves the claim behind, and when
 * that has run out the email is sent again under the same Message-ID: at least once, rarely twice.
 * What the server does not take is tried again later and later; then it is given up and stands on
 * the due list of the head of customer services.
 */
@Component
public class PostOffice {

  /** The duty to see to an officer's address or the mail server. */
  static final String NOT_DELIVERED = "MAIL_NOT_DELIVERED";

  static final int MOST_ATTEMPTS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

  private static final String AT_ONCE = "IMMEDIATE";
  private static final String DIGEST = "DIGEST";

  private static final List<Duration> LATER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private static final Duration CLAIM = Duration.ofMinutes(5);

  /** What is older than this when emails are switched on waits for the digest. */
  private static final Duration STILL_NEWS = Duration.ofDays(1);

  private static final Duration OLDEST_IN_DIGEST = Duration.ofDays(14);
  private static final int MOST_IN_DIGEST = 1_000;

  private record Waiting(UUID id, Addressee to, boolean personal) {}

  private record Claimed(UUID id, ActorId to, String kind, int attempts) {}

  private enum State {
    SENT,
    NOT_NEEDED,
    GIVEN_UP
  }

  private enum Sent {
    NOTHING_LEFT,
    GONE,
    SERVER_GONE
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Inbox inbox;
  private final PostsSeen postsSeen;
  private final Officers officers;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final MailWords words;
  private final MailTransport transport;
  private final MailSettings settings;
  private final Clock clock;
  private final boolean sweeping;

  PostOffice(
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      Inbox inbox,
      PostsSeen postsSeen,
      Officers officers,
      Duties duties,
      WorkingDays workingDays,
      MailWords words,
      MailTransport transport,
      MailSettings settings,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.inbox = inbox;
    this.postsSeen = postsSeen;
    this.officers = officers;
    this.duties = duties;
    this.workingDays = workingDays;
    this.words = words;
    this.transport = transport;
    this.settings = settings;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Makes the emails that are to go out and sends those whose time has come. */
  public void sweep(Instant now) {
    if (!transport.on()) {
      return;
    }
    while (Boolean.TRUE.equals(transactions.execute(s -> handOn(now)))) {
      // The next notice.
    }
    makeDigests(now);
    while (send(now) == Sent.GONE) {
      // The next email.
    }
  }

  /** One notice that is due now: an email for each person whom it is for. */
  private boolean handOn(Instant now) {
    Optional<Waiting> next =
        jdbc.sql(
                """
                select id, to_actor, to_role, to_areas, kind from foundation.staff_notice
                 where urgency = 'IMMEDIATE' and posted_at is null and settled_at is null
                   and told_at > ?
                 order by told_at limit 1 for update skip locked
                """)
            .param(Timestamp.from(now.minus(STILL_NEWS)))
            .query(
                (row, n) ->
                    new Waiting(
                        row.getObject(1, UUID.class),
                        addressee(
                            row.getString(2),
                            row.getString(3),
                            (String[]) row.getArray(4).getArray()),
                        row.getString(5).equals(StaffNoticeKind.FEEDBACK.name())))
            .optional();
    if (next.isEmpty()) {
      return false;
    }
    Waiting notice = next.get();
    jdbc.sql("update foundation.staff_notice set posted_at = ? where id = ?")
        .params(Timestamp.from(now), notice.id())
        .update();
    for (OfficerView officer : readers(notice, day(now))) {
      link(waitingEmail(officer.actor(), now), List.of(notice.id()));
    }
    return true;
  }

  private static Addressee addressee(
      @Nullable String actor, @Nullable String role, String[] areas) {
    return role == null
        ? new Addressee.Person(new ActorId(java.util.Objects.requireNonNull(actor)))
        : new Addressee.Post(
            Role.valueOf(role),
            Arrays.stream(areas).map(ServiceAreaCode::new).collect(Collectors.toSet()));
  }

  /** Those with an address; of several in a post those who are there today, if any is. */
  private List<OfficerView> readers(Waiting notice, LocalDate today) {
    List<OfficerView> found =
        switch (notice.to()) {
          case Addressee.Person(ActorId actor) ->
              officers.find(actor).stream()
                  .map(o -> notice.personal() ? o : officers.whoAnswers(o.id(), today).orElse(o))
                  .toList();
          case Addressee.Post(Role role, Set<ServiceAreaCode> areas)
              when areas.isEmpty() && (role == Role.OFFICER || role == Role.CONTRACTOR) ->
              List.of();
          case Addressee.Post(Role role, Set<ServiceAreaCode> areas) -> {
            List<OfficerView> all =
                officers.actingAs(postsSeen.whoFills(role, areas, today)).values().stream()
                    .filter(o -> o.worksHere(today))
                    .toList();
            List<OfficerView> there = all.stream().filter(o -> o.isThere(today)).toList();
            yield there.isEmpty() ? all : there;
          }
        };
    return found.stream().filter(o -> o.worksHere(today) && o.email() != null).toList();
  }

  /** The one at once that still waits for this person and is not being sent, or a new one. */
  private UUID waitingEmail(ActorId to, Instant now) {
    return jdbc.sql(
            """
            select id from foundation.staff_email
             where to_actor = ? and kind = 'IMMEDIATE' and state = 'WAITING'
               and claimed_until is null
             limit 1 for update skip locked
            """)
        .param(to.value())
        .query(UUID.class)
        .optional()
        .orElseGet(() -> email(to, AT_ONCE, now));
  }

  private UUID email(ActorId to, String kind, Instant now) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into foundation.staff_email
              (id, to_actor, kind, state, made_at, next_attempt_at)
            values (?, ?, ?, 'WAITING', ?, ?)
            """)
        .params(id, to.value(), kind, Timestamp.from(now), Timestamp.from(now))
        .update();
    return id;
  }

  private void link(UUID email, List<UUID> notices) {
    jdbc.sql(
            """
            insert into foundation.staff_email_notice (email, notice)
            select ?, notice from unnest(?::uuid[]) as notice on conflict do nothing
            """)
        .params(email, notices.toArray(UUID[]::new))
        .update();
  }

  /** Once on a working day for each officer with an address, if there is anything new to them. */
  private void makeDigests(Instant now) {
    ZonedDateTime local = now.atZone(WorkingDays.LONDON);
    LocalDate today = local.toLocalDate();
    if (!workingDays.isWorkingDay(today) || local.toLocalTime().isBefore(settings.digestAt())) {
      return;
    }
    List<String> without =
        jdbc.sql(
                """
                select o.actor from foundation.officer o
                  left join foundation.staff_seen s on s.actor = o.actor
                 where o.email is not null and (o.left_on is null or o.left_on > :today)
                   and (s.digest_on is null or s.digest_on < :today)
                   and not exists (select from foundation.officer_absence a
                                    where a.officer = o.id
                                      and :today between a.first_day and a.last_day)
                 order by o.actor
                """)
            .param("today", today)
            .query(String.class)
            .list();
    for (String actor : without) {
      transactions.executeWithoutResult(s -> digest(new ActorId(actor), today, now));
    }
  }

  private void digest(ActorId officer, LocalDate today, Instant now) {
    int ours =
        jdbc.sql(
                """
                insert into foundation.staff_seen as s (actor, digest_on) values (?, ?)
                on conflict (actor) do update set digest_on = excluded.digest_on
                 where s.digest_on is null or s.digest_on < excluded.digest_on
                """)
            .params(officer.value(), today)
            .update();
    Optional<Actor> reader = ours == 0 ? Optional.empty() : postsSeen.asIfSignedIn(officer, today);
    if (reader.isEmpty()) {
      return;
    }
    List<UUID> news =
        inbox
            .newTo(
                reader.get(),
                now.minus(OLDEST_IN_DIGEST),
                now.minus(STILL_NEWS),
                now,
                MOST_IN_DIGEST)
            .stream()
            .map(StaffNoticeView::id)
            .toList();
    if (!news.isEmpty()) {
      link(email(officer, DIGEST, now), news);
    }
  }

  /** Claims one email, sends it outside any transaction, and notes what came of it. */
  private Sent send(Instant now) {
    Optional<Claimed> claimed = transactions.execute(s -> claim(now));
    if (claimed.isEmpty()) {
      return Sent.NOTHING_LEFT;
    }
    Claimed email = claimed.get();
    OfficerView officer = officers.find(email.to()).orElse(null);
    List<StaffNoticeView> notices = inbox.unreadOf(email.to(), email.id());
    if (officer == null || officer.email() == null || notices.isEmpty()) {
      note(email, State.NOT_NEEDED, null, now);
      return Sent.GONE;
    }
    Optional<InternetAddress> address = MailTransport.address(officer.email());
    if (address.isEmpty()) {
      giveUp(email, officer, "address unusable", now);
      return Sent.GONE;
    }
    try {
      transport.send(
          email.id().toString(),
          address.get(),
          words.of(email.kind(), notices, day(now)),
          Date.from(now));
    } catch (MailException e) {
      return failed(email, officer, e, now);
    }
    transactions.executeWithoutResult(
        s -> {
          note(email, State.SENT, null, now);
          duties.discharge(NOT_DELIVERED, officer.id().value(), null, "delivered", now);
        });
    return Sent.GONE;
  }

  private Optional<Claimed> claim(Instant now) {
    Optional<Claimed> next =
        jdbc.sql(
                """
                select id, to_actor, kind, attempts from foundation.staff_email
                 where state = 'WAITING' and next_attempt_at <= :now
                   and (claimed_until is null or claimed_until <= :now)
                 order by next_attempt_at, id limit 1 for update skip locked
                """)
            .param("now", Timestamp.from(now))
            .query(
                (row, n) ->
                    new Claimed(
                        row.getObject(1, UUID.class),
                        new ActorId(row.getString(2)),
                        row.getString(3),
                        row.getInt(4) + 1))
            .optional();
    next.ifPresent(
        email ->
            jdbc.sql(
                    "update foundation.staff_email set claimed_until = ?, attempts = ? where id = ?")
                .params(Timestamp.from(now.plus(CLAIM)), email.attempts(), email.id())
                .update());
    return next;
  }

  private Sent failed(Claimed email, OfficerView officer, MailException e, Instant now) {
    // The exception's own words would hold the address.
    String fault = e.getClass().getSimpleName();
    LOG.warn("email {} was not taken by the mail server: {}", email.id(), fault);
    if (email.attempts() >= MOST_ATTEMPTS) {
      giveUp(email, officer, fault, now);
      return Sent.GONE;
    }
    jdbc.sql(
            """
            update foundation.staff_email
               set claimed_until = null, next_attempt_at = ?, last_fault = ?
             where id = ? and attempts = ? and state = 'WAITING'
            """)
        .params(
            Timestamp.from(now.plus(LATER.get(email.attempts() - 1))),
            fault,
            email.id(),
            email.attempts())
        .update();
    return Sent.SERVER_GONE;
  }

  private void giveUp(Claimed email, OfficerView officer, String fault, Instant now) {
    transactions.executeWithoutResult(
        s -> {
          note(email, State.GIVEN_UP, fault, now);
          duties.open(
              DutyToOpen.byDay(
                  NOT_DELIVERED,
                  "Officer",
                  officer.id().value(),
                  null,
                  Role.HEAD_OF_CUSTOMER_SERVICES,
                  null,
                  workingDays.plus(day(now), 1)),
              now);
        });
  }

  private void note(Claimed email, State state, @Nullable String fault, Instant now) {
    jdbc.sql(
            """
            update foundation.staff_email
               set state = ?, ended_at = ?, claimed_until = null, last_fault = ?
             where id = ? and attempts = ? and state = 'WAITING'
            """)
        .param(state.name())
        .param(Timestamp.from(now))
        .param(fault)
        .param(email.id())
        .param(email.attempts())
        .update();
  }

  /** Somebody saw to the address; if it is still wrong, the next email says so. */
  @EventListener
  void seenTo(OfficerRecorded recorded) {
    duties.discharge(
        NOT_DELIVERED, recorded.officerId().value(), null, "officer recorded", recorded.at());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
