package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.STAFF_NOTICE;
import static org.evenhand.foundation.internal.jooq.Tables.STAFF_NOTICE_READ;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeUrgency;
import org.evenhand.foundation.StaffNoticeView;
import org.evenhand.foundation.WorkingDays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has been told: what is theirs by name, what is for a post that they fill now, and
 * what is for a colleague whom they stand in for today. Nobody reads anybody else's.
 */
@Component
public class Inbox {

  /**
   * Which notices; null narrows nothing.
   *
   * @param unread only those neither read by the reader nor settled
   */
  public record Wanted(boolean unread, @Nullable StaffNoticeKind kind, @Nullable GlobalId about) {}

  /** Several notices that somebody read at once. */
  public record Reading(UUID receipt, List<StaffNoticeView> notices) {
    public Reading {
      notices = List.copyOf(notices);
    }
  }

  private final DSLContext sql;
  private final JdbcClient jdbc;

  Inbox(DSLContext sql, JdbcClient jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  public Page<StaffNoticeView> page(
      Actor reader, Wanted wanted, Instant now, Page.Request request) {
    Condition which = theirs(reader, now);
    if (wanted.unread()) {
      which = which.and(unread(reader.id()));
    }
    if (wanted.kind() != null) {
      which = which.and(STAFF_NOTICE.KIND.eq(wanted.kind().name()));
    }
    GlobalId about = wanted.about();
    if (about != null) {
      which =
          which
              .and(STAFF_NOTICE.ABOUT_ID.eq(about.id()))
              .and(STAFF_NOTICE.ABOUT_TYPE.eq(about.type()));
    }
    Condition behind = DSL.noCondition();
    if (request.after() != null) {
      var last = STAFF_NOTICE.as("last");
      behind =
          DSL.row(STAFF_NOTICE.TOLD_AT, STAFF_NOTICE.ID)
              .lt(DSL.select(last.TOLD_AT, last.ID).from(last).where(last.ID.eq(request.after())));
    }
    List<StaffNoticeView> found = read(reader.id(), which.and(behind), request.limit());
    int count =
        sql.fetchCount(DSL.selectOne().from(STAFF_NOTICE).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, StaffNoticeView::id, count);
  }

  /** How many wait for them, counted up to {@link Page#MOST_COUNTED}. */
  public int unread(Actor reader, Instant now) {
    return sql.fetchCount(
        DSL.selectOne()
            .from(STAFF_NOTICE)
            .where(theirs(reader, now))
            .and(unread(reader.id()))
            .limit(Page.MOST_COUNTED));
  }

  /** Writes receipts for all of them, or refuses those that are not the reader's. */
  @Transactional
  public Outcome<Reading> read(Actor reader, List<UUID> notices, Instant now) {
    List<StaffNoticeView> found =
        read(reader.id(), theirs(reader, now).and(STAFF_NOTICE.ID.in(notices)), notices.size());
    var ids = found.stream().map(StaffNoticeView::id).collect(Collectors.toSet());
    var refusals = new RefusalList();
    for (int i = 0; i < notices.size(); i++) {
      if (!ids.contains(notices.get(i))) {
        refusals.add(Refusal.notFound("StaffNotice", "notices", Integer.toString(i)));
      }
    }
    if (!refusals.none()) {
      return refusals.refused();
    }
    UUID receipt = Ids.next();
    jdbc.sql(
            """
            insert into foundation.staff_notice_read (notice, reader, receipt, read_at)
            select notice, ?, ?, ? from unnest(?::uuid[]) as notice
            """)
        .params(reader.id().value(), receipt, Timestamp.from(now), ids.toArray(UUID[]::new))
        .update();
    return Outcome.done(reading(reader.id(), receipt));
  }

  /** What was read under that receipt. */
  public Reading reading(ActorId reader, UUID receipt) {
    return new Reading(
        receipt,
        read(
            reader,
            STAFF_NOTICE.ID.in(
                DSL.select(STAFF_NOTICE_READ.NOTICE)
                    .from(STAFF_NOTICE_READ)
                    .where(STAFF_NOTICE_READ.RECEIPT.eq(receipt))
                    .and(STAFF_NOTICE_READ.READER.eq(reader.value()))),
            Page.MOST));
  }

  /**
   * Those that also no email has told them of, latest first: what a digest holds. One that is to go
   * out at once and was told after {@code stillNews} is left out until it has: another node may be
   * writing that email just now.
   */
  List<StaffNoticeView> newTo(
      Actor reader, Instant since, Instant stillNews, Instant now, int most) {
    return read(
        reader.id(),
        theirs(reader, now)
            .and(unread(reader.id()))
            .and(STAFF_NOTICE.TOLD_AT.gt(since.atOffset(java.time.ZoneOffset.UTC)))
            .and(mailable())
            .andNot(
                STAFF_NOTICE
                    .URGENCY
                    .eq(StaffNoticeUrgency.IMMEDIATE.name())
                    .and(STAFF_NOTICE.POSTED_AT.isNull())
                    .and(STAFF_NOTICE.TOLD_AT.gt(stillNews.atOffset(java.time.ZoneOffset.UTC))))
            .and(
                DSL.condition(
                    """
                    not exists (select from foundation.staff_email_notice told
                                  join foundation.staff_email email on email.id = told.email
                                 where told.notice = {0} and email.to_actor = {1}
                                   and email.state in ('WAITING', 'SENT'))
                    """,
                    STAFF_NOTICE.ID, DSL.val(reader.id().value()))),
        most);
  }

  /** Those of an email that its reader still has to read. */
  List<StaffNoticeView> unreadOf(ActorId reader, UUID email) {
    return read(
        reader,
        unread(reader)
            .and(
                DSL.condition(
                    "{0} in (select notice from foundation.staff_email_notice where email = {1})",
                    STAFF_NOTICE.ID, DSL.val(email))),
        Integer.MAX_VALUE);
  }

  /** What every officer of the council is told stays in the inbox. */
  static Condition mailable() {
    return STAFF_NOTICE
        .TO_ROLE
        .isNull()
        .or(STAFF_NOTICE.TO_ROLE.notIn(Role.OFFICER.name(), Role.CONTRACTOR.name()))
        .or(DSL.cardinality(STAFF_NOTICE.TO_AREAS).gt(0));
  }

  private Condition theirs(Actor reader, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Condition theirs = STAFF_NOTICE.TO_ACTOR.eq(reader.id().value());
    List<String> colleagues = standsInFor(reader.id(), today);
    if (!colleagues.isEmpty()) {
      theirs =
          theirs.or(
              STAFF_NOTICE
                  .TO_ACTOR
                  .in(colleagues)
                  .and(STAFF_NOTICE.KIND.ne(StaffNoticeKind.FEEDBACK.name())));
    }
    for (Role role : reader.allRoles()) {
      Condition inItsAreas =
          switch (role) {
            case HEAD_OF_SERVICE -> here(reader.headedAreas());
            case OFFICER, CONTRACTOR -> here(reader.serviceAreas());
            default -> DSL.noCondition();
          };
      theirs = theirs.or(STAFF_NOTICE.TO_ROLE.eq(role.name()).and(inItsAreas));
    }
    return theirs;
  }

  private static Condition here(Collection<ServiceAreaCode> areas) {
    String[] codes = areas.stream().map(ServiceAreaCode::value).toArray(String[]::new);
    return DSL.cardinality(STAFF_NOTICE.TO_AREAS)
        .eq(0)
        .or(DSL.arrayOverlap(STAFF_NOTICE.TO_AREAS, codes));
  }

  private static Condition unread(ActorId reader) {
    return STAFF_NOTICE
        .SETTLED_AT
        .isNull()
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(STAFF_NOTICE_READ)
                    .where(STAFF_NOTICE_READ.NOTICE.eq(STAFF_NOTICE.ID))
                    .and(STAFF_NOTICE_READ.READER.eq(reader.value()))));
  }

  /** The colleagues who are away or have left, for whom this is the nearest deputy who is there. */
  private List<String> standsInFor(ActorId reader, LocalDate today) {
    return jdbc.sql(
            """
            with recursive away as (
              select o.id, o.actor, o.deputy from foundation.officer o
               where o.left_on <= :today
                  or exists (select from foundation.officer_absence a where a.officer = o.id
                              and :today between a.first_day and a.last_day)),
            line as (
              select away.id, away.actor from foundation.officer me
                join away on away.deputy = me.id
               where me.actor = :reader and me.id not in (select id from away)
              union
              select away.id, away.actor from line join away on away.deputy = line.id)
            select actor from line
            """)
        .param("today", today)
        .param("reader", reader.value())
        .query(String.class)
        .list();
  }

  private List<StaffNoticeView> read(ActorId reader, Condition which, int most) {
    Field<OffsetDateTime> readAt =
        DSL.field(
                DSL.select(DSL.min(STAFF_NOTICE_READ.READ_AT))
                    .from(STAFF_NOTICE_READ)
                    .where(STAFF_NOTICE_READ.NOTICE.eq(STAFF_NOTICE.ID))
                    .and(STAFF_NOTICE_READ.READER.eq(reader.value())))
            .as("read_at");
    return sql.select(STAFF_NOTICE.asterisk(), readAt)
        .from(STAFF_NOTICE)
        .where(which)
        .orderBy(STAFF_NOTICE.TOLD_AT.desc(), STAFF_NOTICE.ID.desc())
        .limit(most)
        .fetch(row -> view(row, row.get(readAt)));
  }

  private static StaffNoticeView view(Record row, @Nullable OffsetDateTime readAt) {
    String actor = row.get(STAFF_NOTICE.TO_ACTOR);
    String role = row.get(STAFF_NOTICE.TO_ROLE);
    String aboutType = row.get(STAFF_NOTICE.ABOUT_TYPE);
    OffsetDateTime settledAt = row.get(STAFF_NOTICE.SETTLED_AT);
    return new StaffNoticeView(
        row.get(STAFF_NOTICE.ID),
        actor == null ? null : new ActorId(actor),
        role == null ? null : Role.valueOf(role),
        Arrays.stream(row.get(STAFF_NOTICE.TO_AREAS))
            .map(ServiceAreaCode::new)
            .collect(Collectors.toSet()),
        StaffNoticeKind.valueOf(row.get(STAFF_NOTICE.KIND)),
        row.get(STAFF_NOTICE.CODE),
        NoticeValues.read(row.get(STAFF_NOTICE.PARAMETERS)),
        aboutType == null ? null : new GlobalId(aboutType, row.get(STAFF_NOTICE.ABOUT_ID)),
        row.get(STAFF_NOTICE.PERSON_ID),
        StaffNoticeUrgency.valueOf(row.get(STAFF_NOTICE.URGENCY)),
        row.get(STAFF_NOTICE.ANSWERED_BY),
        row.get(STAFF_NOTICE.TOLD_AT).toInstant(),
        readAt == null ? null : readAt.toInstant(),
        settledAt == null ? null : settledAt.toInstant());
  }
}
