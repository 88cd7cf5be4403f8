package org.evenhand.foundation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.internal.DutyNotices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that is due: reviews, deadlines, obligations, recordings, acknowledgements. One table,
 * one sweep, one due list. A duty is open until it is discharged with who, when and a reference or
 * reason; there is one open duty of a kind for a subject.
 */
@Component
public class Duties {

  private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

  private static final String COLUMNS =
      """
      select id, kind, subject_type, subject_id, person_id, owner_role, owner_actor,
             service_area_code, opened_at, due_on, due_at, fell_due_at, discharged_at,
             discharged_by, discharge_reference, discharge_reason
        from foundation.duty\s""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final CurrentActor currentActor;
  private final ObjectProvider<DutyHandler> handlers;
  private final AuditTrail auditTrail;
  private final DutyNotices notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final boolean sweeping;

  Duties(
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      CurrentActor currentActor,
      ObjectProvider<DutyHandler> handlers,
      AuditTrail auditTrail,
      DutyNotices notices,
      ApplicationEventPublisher events,
      Clock clock,
      @org.springframework.beans.factory.annotation.Value("${evenhand.sweeps.enabled:true}")
          boolean sweeping) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.currentActor = currentActor;
    this.handlers = handlers;
    this.auditTrail = auditTrail;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  /**
   * Opens a duty, or moves the due date of the one that is open for this kind and subject, and
   * tells its owner (see {@link StaffNotices}).
   *
   * @return its id
   */
  @Transactional
  public UUID open(DutyToOpen duty, Instant now) {
    Opened opened =
        jdbc.sql(
                """
                insert into foundation.duty
                  (id, version, kind, subject_type, subject_id, person_id, owner_role, owner_actor,
                   service_area_code, opened_at, due_on, due_at)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, subject_id) where discharged_at is null do update
                  set due_on = excluded.due_on, due_at = excluded.due_at, fell_due_at = null,
                      owner_role = excluded.owner_role, owner_actor = excluded.owner_actor,
                      version = duty.version + 1
                returning new.id, old.id is null as opened,
                  (old.due_at, old.owner_role, old.owner_actor)
                    is distinct from (new.due_at, new.owner_role, new.owner_actor) as moved
                """)
            .param(Ids.next())
            .param(duty.kind())
            .param(duty.subjectType())
            .param(duty.subject())
            .param(duty.person())
            .param(duty.ownerRole().name())
            .param(duty.owner() == null ? null : duty.owner().value())
            .param(duty.serviceArea() == null ? null : duty.serviceArea().value())
            .param(Timestamp.from(now))
            .param(duty.dueOn())
            .param(Timestamp.from(duty.fallsDueAt()))
            .query(
                (row, n) ->
                    new Opened(
                        row.getObject("id", UUID.class),
                        row.getBoolean("opened"),
                        row.getBoolean("moved")))
            .single();
    if (opened.anew()) {
      notices.opened(told(opened.id(), duty), now);
    } else if (opened.moved()) {
      notices.moved(told(opened.id(), duty), now);
    }
    if (opened.anew() || opened.moved()) {
      events.publishEvent(
          new DutyOpened(
              opened.id(),
              duty.kind(),
              duty.subject(),
              duty.person(),
              duty.ownerRole(),
              duty.serviceArea(),
              duty.dueOn(),
              now));
    }
    return opened.id();
  }

  private record Opened(UUID id, boolean anew, boolean moved) {}

  private static DutyNotices.Told told(UUID id, DutyToOpen duty) {
    return new DutyNotices.Told(
        id,
        duty.kind(),
        new GlobalId(duty.subjectType(), duty.subject()),
        duty.person(),
        duty.ownerRole(),
        duty.owner(),
        duty.serviceArea(),
        duty.dueOn(),
        duty.dueAt() != null);
  }

  /** Discharges the open duty of that kind; false if there is none. */
  @Transactional
  public boolean discharge(
      String kind, UUID subject, @Nullable String reference, @Nullable String reason, Instant now) {
    List<UUID> discharged =
        jdbc.sql(
                """
                update foundation.duty
                   set discharged_at = ?, discharged_by = ?, discharge_reference = ?,
                       discharge_reason = ?, version = version + 1
                 where kind = ? and subject_id = ? and discharged_at is null
                returning id
                """)
            .param(Timestamp.from(now))
            .param(currentActor.idOrSystem().value())
            .param(reference)
            .param(reason)
            .param(kind)
            .param(subject)
            .query(UUID.class)
            .list();
    if (!discharged.isEmpty()) {
      notices.discharged(discharged, now);
      discharged.forEach(id -> events.publishEvent(new DutyDischarged(id, kind, subject, now)));
    }
    return !discharged.isEmpty();
  }

  /** All open duties about a subject, soonest first. */
  public List<DutyView> openFor(UUID subject) {
    return jdbc.sql(COLUMNS + "where subject_id = ? and discharged_at is null order by due_on, id")
        .param(subject)
        .query(Duties::row)
        .list();
  }

  /** All duties about a subject, open and discharged, in the order in which they were opened. */
  public List<DutyView> historyOf(UUID subject) {
    return jdbc.sql(COLUMNS + "where subject_id = ? order by opened_at, id")
        .param(subject)
        .query(Duties::row)
        .list();
  }

  public Optional<DutyView> find(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Duties::row).optional();
  }

  /**
   * The due list: open duties, overdue first.
   *
   * @param roles whose; empty for all
   * @param areas which service areas; null for all, and corporate duties are always in it
   * @param kind one kind only, or null
   * @param dueBy those due by that day, or null
   */
  public Page<DutyView> dueList(
      List<Role> roles,
      @Nullable List<ServiceAreaCode> areas,
      @Nullable String kind,
      @Nullable LocalDate dueBy,
      Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("roles", roles.stream().map(Role::name).toArray(String[]::new));
    params.put(
        "areas",
        areas == null
            ? new String[0]
            : areas.stream().map(ServiceAreaCode::value).toArray(String[]::new));
    params.put("allAreas", areas == null);
    params.put("kind", kind);
    params.put("dueBy", dueBy);
    params.put("after", request.after());
    params.put("limit", request.limit());
    List<DutyView> rows =
        jdbc.sql(
                COLUMNS
                    + """
                    where discharged_at is null
                      and (cardinality(:roles::text[]) = 0 or owner_role = any(:roles::text[]))
                      and (:allAreas or service_area_code is null
                           or service_area_code = any(:areas::text[]))
                      and (:kind::text is null or kind = :kind::text)
                      and (:dueBy::date is null or due_on <= :dueBy::date)
                      and (:after::uuid is null or (due_on, id) >
                           (select d.due_on, d.id from foundation.duty d where d.id = :after::uuid))
                    order by due_on, id limit :limit
                    """)
            .params(params)
            .query(Duties::row)
            .list();
    return Page.of(rows, request, DutyView::id, null);
  }

  /**
   * Open duties of these kinds, longest due first; for lists of what goes wrong.
   *
   * @param kinds which; empty for all
   * @param areas which service areas; null for all, those of no one area among them
   * @param dueBy those due by that day
   */
  public Page<DutyView> openOf(
      Collection<String> kinds,
      @Nullable Collection<ServiceAreaCode> areas,
      LocalDate dueBy,
      Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("kinds", kinds.toArray(String[]::new));
    params.put(
        "areas",
        areas == null
            ? new String[0]
            : areas.stream().map(ServiceAreaCode::value).toArray(String[]::new));
    params.put("allAreas", areas == null);
    params.put("dueBy", dueBy);
    params.put("after", request.after());
    params.put("limit", request.limit());
    List<DutyView> rows =
        jdbc.sql(
                COLUMNS
                    + """
                    where discharged_at is null and due_on <= :dueBy
                      and (cardinality(:kinds::text[]) = 0 or kind = any(:kinds::text[]))
                      and (:allAreas or service_area_code = any(:areas::text[]))
                      and (:after::uuid is null or (due_on, id) >
                           (select d.due_on, d.id from foundation.duty d where d.id = :after::uuid))
                    order by due_on, id limit :limit
                    """)
            .params(params)
            .query(Duties::row)
            .list();
    return Page.of(rows, request, DutyView::id, null);
  }

  /** How many duties are overdue, and how many are due by that day, for each kind and area. */
  public List<DutyCount> counts(LocalDate soonBy, Instant now) {
    return jdbc.sql(
            """
            select kind, service_area_code, count(*) filter (where due_at <= :now) as overdue,
                   count(*) filter (where due_at > :now) as soon
              from foundation.duty where discharged_at is null and due_on <= :soonBy
             group by kind, service_area_code order by kind, service_area_code
            """)
        .param("now", Timestamp.from(now))
        .param("soonBy", soonBy)
        .query(
            (row, n) -> {
              String area = row.getString("service_area_code");
              return new DutyCount(
                  row.getString("kind"),
                  area == null ? null : new ServiceAreaCode(area),
                  row.getInt("overdue"),
                  row.getInt("soon"));
            })
        .list();
  }

  /** Takes the duties that fell due one by one; safe to repeat and safe on several nodes. */
  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /**
   * Lets every duty fall due whose time has come.
   *
   * @return how many did
   */
  public int sweep(Instant now) {
    var failed = new ArrayList<UUID>();
    int fellDue = 0;
    while (true) {
      Step step = transactions.execute(status -> one(now, failed));
      if (step == null || step == Step.NOTHING_LEFT) {
        return fellDue;
      }
      if (step == Step.FELL_DUE) {
        fellDue++;
      }
    }
  }

  private enum Step {
    FELL_DUE,
    FAILED,
    NOTHING_LEFT
  }

  private Step one(Instant now, List<UUID> failed) {
    Optional<DutyView> next =
        jdbc.sql(
                COLUMNS
                    + """
                    where discharged_at is null and fell_due_at is null and due_at <= :now
                      and id <> all(:failed::uuid[])
                    order by due_at limit 1 for update skip locked
                    """)
            .param("now", Timestamp.from(now))
            .param("failed", failed.toArray(UUID[]::new))
            .query(Duties::row)
            .optional();
    if (next.isEmpty()) {
      return Step.NOTHING_LEFT;
    }
    DutyView duty = next.get();
    TransactionTemplate nested =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transactions.getTransactionManager()));
    nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
    try {
      nested.executeWithoutResult(
          status -> {
            jdbc.sql(
                    "update foundation.duty set fell_due_at = ?, version = version + 1 where id = ?")
                .param(Timestamp.from(now))
                .param(duty.id())
                .update();
            auditTrail.recordSystemAct("dutyFellDue", "Duty", duty.id(), duty.person(), now);
            handlers
                .orderedStream()
                .filter(h -> h.kinds().contains(duty.kind()))
                .forEach(h -> h.fellDue(duty, now));
          });
      return Step.FELL_DUE;
    } catch (RuntimeException e) {
      LOG.error("duty {} of kind {} could not be seen to", duty.id(), duty.kind(), e);
      failed.add(duty.id());
      return Step.FAILED;
    }
  }

  private static DutyView row(ResultSet row, int n) throws SQLException {
    String area = row.getString("service_area_code");
    String owner = row.getString("owner_actor");
    String dischargedBy = row.getString("discharged_by");
    return new DutyView(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        row.getObject("person_id", UUID.class),
        Role.valueOf(row.getString("owner_role")),
        owner == null ? null : new ActorId(owner),
        area == null ? null : new ServiceAreaCode(area),
        row.getTimestamp("opened_at").toInstant(),
        row.getObject("due_on", LocalDate.class),
        row.getTimestamp("due_at").toInstant(),
        instant(row, "fell_due_at"),
        instant(row, "discharged_at"),
        dischargedBy == null ? null : new ActorId(dischargedBy),
        row.getString("discharge_reference"),
        row.getString("discharge_reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
