package org.evenhand.correspondence.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.correspondence.CrmRecordingId;
import org.evenhand.correspondence.CrmRecordingState;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Page;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of obligations to record, which is also the outbox to the connector. */
@Component
class CrmRecordingRows {

  private static final String COLUMNS =
      """
      select id, version, subject_type, subject_id, customer_id, kind, our_reference, author,
             service_areas, due_on, responded_at, channel,
             case when state = 'OPEN' and failures > 0 then 'FAILING' else state end as state,
             attempts, failures, case when state = 'OPEN' then next_attempt_at end as next_attempt_at,
             system, last_fault, last_words, reference, recorded_at, recorded_by
        from correspondence.crm_recording r\s""";

  private static final String IN_STATE =
      """
      (:state::text is null
       or :state::text = case when state = 'OPEN' and failures > 0 then 'FAILING' else state end)
      """;

  /** A row that this node alone hands over until the claim runs out. */
  record Claimed(CrmRecordingView view, Set<String> serviceAreas, boolean triedBefore) {}

  private final JdbcClient jdbc;

  CrmRecordingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void open(
      String subjectType,
      UUID subject,
      UUID customer,
      String kind,
      String ourReference,
      ActorId author,
      Collection<String> serviceAreas,
      LocalDate dueOn,
      Instant now) {
    jdbc.sql(
            """
            insert into correspondence.crm_recording
              (id, version, subject_type, subject_id, customer_id, kind, our_reference, author,
               service_areas, opened_at, due_on, state)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
            """)
        .params(
            Ids.next(),
            subjectType,
            subject,
            customer,
            kind,
            ourReference,
            author.value(),
            serviceAreas.toArray(String[]::new),
            Timestamp.from(now),
            dueOn)
        .update();
  }

  /** The response was given: from now on a connector may be asked. The first time counts. */
  void given(UUID subject, Instant at, Channel channel, Instant now) {
    jdbc.sql(
            """
            update correspondence.crm_recording
               set responded_at = ?, channel = ?, next_attempt_at = ?
             where subject_id = ? and responded_at is null
            """)
        .params(Timestamp.from(at), channel.name(), Timestamp.from(now), subject)
        .update();
  }

  Optional<Claimed> claim(Instant now, Duration forSoLong) {
    Optional<Claimed> next =
        jdbc.sql(
                COLUMNS
                    + """
                    where state = 'OPEN' and next_attempt_at <= :now
                      and (claimed_until is null or claimed_until <= :now)
                    order by next_attempt_at, id limit 1 for update skip locked
                    """)
            .param("now", Timestamp.from(now))
            .query(
                (row, n) ->
                    new Claimed(
                        view(row),
                        areas(row.getArray("service_areas")),
                        row.getInt("attempts") > 0))
            .optional();
    next.ifPresent(
        claimed ->
            jdbc.sql(
                    """
                    update correspondence.crm_recording
                       set claimed_until = ?, attempts = attempts + 1 where id = ?
                    """)
                .params(Timestamp.from(now.plus(forSoLong)), claimed.view().id().value())
                .update());
    return next;
  }

  /**
   * Only the claim that this attempt holds is noted; a later one or a person may have been first.
   */
  boolean tryAgain(
      Claimed claimed,
      String system,
      Instant at,
      boolean failure,
      String fault,
      @Nullable String words) {
    return jdbc.sql(
                """
                update correspondence.crm_recording
                   set claimed_until = null, next_attempt_at = ?, system = ?, last_fault = ?,
                       last_words = ?, failures = case when ? then failures + 1 else 0 end
                 where id = ? and attempts = ? and state = 'OPEN'
                """)
            .param(Timestamp.from(at))
            .param(system)
            .param(fault)
            .param(words)
            .param(failure)
            .param(claimed.view().id().value())
            .param(claimed.view().attempts() + 1)
            .update()
        == 1;
  }

  boolean rejected(Claimed claimed, String system, String fault, @Nullable String words) {
    return jdbc.sql(
                """
                update correspondence.crm_recording
                   set state = 'REJECTED', version = version + 1, claimed_until = null,
                       next_attempt_at = null, system = ?, last_fault = ?, last_words = ?
                 where id = ? and attempts = ? and state = 'OPEN'
                """)
            .param(system)
            .param(fault)
            .param(words)
            .param(claimed.view().id().value())
            .param(claimed.view().attempts() + 1)
            .update()
        == 1;
  }

  /** False where it was closed already. The notice says so too, under a new version of its own. */
  boolean done(
      CrmRecordingView row, @Nullable String system, String reference, Instant at, ActorId by) {
    boolean ours =
        jdbc.sql(
                    """
                    update correspondence.crm_recording
                       set state = 'DONE', version = version + 1, reference = ?, recorded_at = ?,
                           recorded_by = ?, system = coalesce(?, system), claimed_until = null,
                           next_attempt_at = null, failures = 0, last_fault = null,
                           last_words = null
                     where id = ? and state <> 'DONE'
                    """)
                .param(reference)
                .param(Timestamp.from(at))
                .param(by.value())
                .param(system)
                .param(row.id().value())
                .update()
            == 1;
    if (ours && row.subjectType().equals("Notice")) {
      jdbc.sql(
              """
              update correspondence.notice
                 set crm_reference = ?, crm_recorded_at = ?, crm_recorded_by = ?,
                     version = version + 1
               where id = ?
              """)
          .params(reference, Timestamp.from(at), by.value(), row.subjectId())
          .update();
    }
    return ours;
  }

  Optional<CrmRecordingView> find(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query((row, n) -> view(row)).optional();
  }

  Map<UUID, CrmRecordingView> ofSubjects(Collection<UUID> subjects) {
    Map<UUID, CrmRecordingView> found = new HashMap<>();
    jdbc.sql(COLUMNS + "where subject_id = any(?)")
        .param(subjects.toArray(UUID[]::new))
        .query((row, n) -> view(row))
        .list()
        .forEach(view -> found.put(view.subjectId(), view));
    return found;
  }

  Page<CrmRecordingView> page(@Nullable CrmRecordingState state, Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("state", state == null ? null : state.name());
    params.put("after", request.after());
    params.put("limit", request.limit());
    params.put("most", Page.MOST_COUNTED);
    List<CrmRecordingView> rows =
        jdbc.sql(
                COLUMNS
                    + "where "
                    + IN_STATE
                    + """
                     and (:after::uuid is null or (due_on, id) >
                          (select a.due_on, a.id from correspondence.crm_recording a
                            where a.id = :after::uuid))
                    order by due_on, id limit :limit
                    """)
            .params(params)
            .query((row, n) -> view(row))
            .list();
    int count =
        jdbc.sql(
                "select count(*) from (select 1 from correspondence.crm_recording where "
                    + IN_STATE
                    + " limit :most) counted")
            .params(params)
            .query(Integer.class)
            .single();
    return Page.of(rows, request, view -> view.id().value(), count);
  }

  private static CrmRecordingView view(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    String recordedBy = row.getString("recorded_by");
    return new CrmRecordingView(
        new CrmRecordingId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("kind"),
        row.getString("our_reference"),
        new ActorId(row.getString("author")),
        row.getObject("due_on", LocalDate.class),
        instant(row, "responded_at"),
        channel == null ? null : Channel.valueOf(channel),
        CrmRecordingState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("failures"),
        instant(row, "next_attempt_at"),
        row.getString("system"),
        row.getString("last_fault"),
        row.getString("last_words"),
        row.getString("reference"),
        instant(row, "recorded_at"),
        recordedBy == null ? null : new ActorId(recordedBy));
  }

  private static Set<String> areas(Array array) throws SQLException {
    return new TreeSet<>(List.of((String[]) array.getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
