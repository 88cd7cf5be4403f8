package org.evenhand.correspondence.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that go by email, and how far their sending has come. */
@Component
class NoticeEmailRows {

  enum State {
    WAITING,
    SENT,
    /** It came back for good. */
    BOUNCED,
    /** It was served another way before it went. */
    NOT_NEEDED,
    /** It was not sent; a person has to look. */
    HELD
  }

  /**
   * An email that this node alone sends until the claim runs out.
   *
   * @param attempts with this one
   * @param uncertain whether an earlier attempt may have gone out
   * @param copySeenAt when its copy came to our mailbox; null for not yet
   */
  record Claimed(
      UUID notice, String address, int attempts, boolean uncertain, @Nullable Instant copySeenAt) {}

  private final JdbcClient jdbc;

  NoticeEmailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void open(UUID notice, String address, Instant notBefore) {
    jdbc.sql(
            """
            insert into correspondence.notice_email (notice_id, address, state, next_attempt_at)
            values (?, ?, 'WAITING', ?)
            """)
        .params(notice, address, Timestamp.from(notBefore))
        .update();
  }

  Optional<Claimed> claim(Instant now, Duration forSoLong) {
    Optional<Claimed> next =
        jdbc.sql(
                """
                select notice_id, address, attempts, uncertain, copy_seen_at
                  from correspondence.notice_email
                 where state = 'WAITING' and next_attempt_at <= :now
                   and (claimed_until is null or claimed_until <= :now)
                 order by next_attempt_at, notice_id limit 1 for update skip locked
                """)
            .param("now", Timestamp.from(now))
            .query(
                (row, n) -> {
                  Timestamp seen = row.getTimestamp(5);
                  return new Claimed(
                      row.getObject(1, UUID.class),
                      row.getString(2),
                      row.getInt(3) + 1,
                      row.getBoolean(4),
                      seen == null ? null : seen.toInstant());
                })
            .optional();
    next.ifPresent(
        email ->
            jdbc.sql(
                    """
                    update correspondence.notice_email
                       set claimed_until = ?, attempts = ?, uncertain = true where notice_id = ?
                    """)
                .params(Timestamp.from(now.plus(forSoLong)), email.attempts(), email.notice())
                .update());
    return next;
  }

  /** The server did not take it, or it could not be told whether an earlier attempt went out. */
  void tryAgain(Claimed email, Instant at, boolean uncertain, String fault) {
    jdbc.sql(
            """
            update correspondence.notice_email
               set claimed_until = null, next_attempt_at = ?, uncertain = ?, last_fault = ?
             where notice_id = ? and attempts = ? and state = 'WAITING'
            """)
        .params(Timestamp.from(at), uncertain, fault, email.notice(), email.attempts())
        .update();
  }

  /** False where another attempt was first. */
  boolean end(Claimed email, State state, @Nullable String fault, Instant now) {
    return jdbc.sql(
                """
                update correspondence.notice_email
                   set state = ?, ended_at = ?, claimed_until = null, uncertain = false,
                       last_fault = ?
                 where notice_id = ? and attempts = ? and state = 'WAITING'
                """)
            .param(state.name())
            .param(Timestamp.from(now))
            .param(fault)
            .param(email.notice())
            .param(email.attempts())
            .update()
        == 1;
  }

  void copySeen(UUID notice, Instant at) {
    jdbc.sql(
            """
            update correspondence.notice_email set copy_seen_at = coalesce(copy_seen_at, ?)
             where notice_id = ?
            """)
        .params(Timestamp.from(at), notice)
        .update();
  }

  /** False where there is no such email, or it is known already. */
  boolean bounced(UUID notice, String status, Instant now) {
    return jdbc.sql(
                """
                update correspondence.notice_email
                   set state = 'BOUNCED', ended_at = ?, claimed_until = null, last_fault = ?
                 where notice_id = ? and state <> 'BOUNCED'
                """)
            .params(Timestamp.from(now), status, notice)
            .update()
        == 1;
  }

  /** Whether the last that is known of this address is that a notice came back from it (T9). */
  boolean cameBackFrom(String address) {
    return jdbc.sql(
            """
            select coalesce(
              (select outcome = 'RETURNED' from correspondence.service_entry
                where method = 'EMAIL' and lower(address) = lower(?)
                order by recorded_at desc, position desc limit 1), false)
            """)
        .param(address)
        .query(Boolean.class)
        .single();
  }

  long lastSeen(String mailbox, long validity) {
    return jdbc.sql(
            """
            select last_uid from correspondence.mailbox_progress where mailbox = ? and validity = ?
            """)
        .params(mailbox, validity)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Moves on, in the transaction of what was made of that message; false if another node did. */
  boolean seen(String mailbox, long validity, long uid) {
    return jdbc.sql(
                """
                insert into correspondence.mailbox_progress as p (mailbox, validity, last_uid)
                values (?, ?, ?)
                on conflict (mailbox) do update
                  set validity = excluded.validity, last_uid = excluded.last_uid
                where p.validity <> excluded.validity or p.last_uid < excluded.last_uid
                """)
            .params(mailbox, validity, uid)
            .update()
        == 1;
  }
}
