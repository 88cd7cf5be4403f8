package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Sequences.WARNING_NUMBER;
import static org.evenhand.designation.internal.jooq.Tables.MONITORING;
import static org.evenhand.designation.internal.jooq.Tables.STRATEGY_ACTION;
import static org.evenhand.designation.internal.jooq.Tables.STRATEGY_MEETING;
import static org.evenhand.designation.internal.jooq.Tables.WARNING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ChallengeOutcome;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.MonitoringId;
import org.evenhand.designation.MonitoringOutcome;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.StrategyActionId;
import org.evenhand.designation.StrategyMeetingId;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.WarningId;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WrittenOnce;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.policy.PolicyVersionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;

/** Keeps warnings, monitoring periods and strategy meetings. */
@Component
class FollowUps {

  /** All that was done about one person in the way of warning, watching and meeting. */
  record OfPerson(
      List<WarningView> warnings,
      List<MonitoringView> monitoring,
      List<StrategyMeetingView> meetings) {}

  private static final Field<List<StrategyMeetingView.Action>> ACTIONS =
      multiset(
              selectFrom(STRATEGY_ACTION)
                  .where(STRATEGY_ACTION.MEETING.eq(STRATEGY_MEETING.ID))
                  .orderBy(STRATEGY_ACTION.POSITION))
          .as("actions")
          .convertFrom(rows -> rows.map(FollowUps::action));

  /** The records asked for; what is written once is narrowed by them. */
  private static final Field<UUID[]> RECORDS =
      field(select(field(name("ids"), SQLDataType.UUID.array())).from(table(name("records"))))
          .cast(SQLDataType.UUID.array());

  private static final Field<List<WarningView>> WARNINGS_GIVEN =
      WrittenOnce.field(
          multiset(
                  selectFrom(WARNING)
                      .where(WARNING.CUSTOMER_ID.eq(any(RECORDS)))
                      .orderBy(WARNING.ISSUED_AT.desc(), WARNING.ID.desc()))
              .as("warnings")
              .convertFrom(found -> found.map(FollowUps::warning)));

  private static final Field<List<MonitoringView>> WATCHED =
      WrittenOnce.field(
          multiset(
                  selectFrom(MONITORING)
                      .where(MONITORING.CUSTOMER_ID.eq(any(RECORDS)))
                      .orderBy(MONITORING.FIRST_DAY.desc(), MONITORING.ID.desc()))
              .as("monitoring")
              .convertFrom(found -> found.map(FollowUps::monitoring)));

  private static final Field<List<StrategyMeetingView>> MEETINGS_HELD =
      WrittenOnce.field(
          multiset(
                  select(STRATEGY_MEETING.fields())
                      .select(ACTIONS)
                      .from(STRATEGY_MEETING)
                      .where(STRATEGY_MEETING.CUSTOMER_ID.eq(any(RECORDS)))
                      .orderBy(STRATEGY_MEETING.HELD_ON.desc(), STRATEGY_MEETING.ID.desc()))
              .as("meetings")
              .convertFrom(found -> found.map(FollowUps::meeting)));

  private final DSLContext sql;
  private final JdbcAggregateOperations rows;

  FollowUps(DSLContext sql, JdbcAggregateOperations rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** All three about these records in one statement, latest first. */
  OfPerson ofPerson(Collection<CustomerId> records) {
    UUID[] ids = records.stream().map(CustomerId::value).toArray(UUID[]::new);
    return sql.with(name("records").fields("ids").asMaterialized(select(val(ids))))
        .select(WARNINGS_GIVEN, WATCHED, MEETINGS_HELD)
        .fetchSingle(r -> new OfPerson(r.value1(), r.value2(), r.value3()));
  }

  Optional<WarningView> warning(WarningId id) {
    return sql.selectFrom(WARNING)
        .where(WARNING.ID.eq(id.value()))
        .fetchOptional(FollowUps::warning);
  }

  boolean warnedBy(UUID action) {
    return sql.fetchExists(WARNING, WARNING.ACTION.eq(action));
  }

  Optional<MonitoringView> monitoring(MonitoringId id) {
    return sql.selectFrom(MONITORING)
        .where(MONITORING.ID.eq(id.value()))
        .fetchOptional(FollowUps::monitoring);
  }

  /** Those that run or wait for their review. */
  boolean watched(ConsiderationId consideration, CustomerId customer) {
    return sql.fetchExists(
        MONITORING,
        MONITORING
            .CONSIDERATION
            .eq(consideration.value())
            .and(MONITORING.CUSTOMER_ID.eq(customer.value()))
            .and(MONITORING.CONCLUDED_AT.isNull()));
  }

  List<MonitoringView> monitoringOf(Collection<CustomerId> customers) {
    return sql.selectFrom(MONITORING)
        .where(MONITORING.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()))
        .orderBy(MONITORING.FIRST_DAY.desc(), MONITORING.ID.desc())
        .fetch(FollowUps::monitoring);
  }

  List<WarningView> warningsOf(Collection<CustomerId> customers) {
    return sql.selectFrom(WARNING)
        .where(WARNING.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()))
        .orderBy(WARNING.ISSUED_AT.desc(), WARNING.ID.desc())
        .fetch(FollowUps::warning);
  }

  List<StrategyMeetingView> meetingsOf(Collection<CustomerId> customers) {
    return meetings(
        STRATEGY_MEETING.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()));
  }

  Optional<StrategyMeetingView> meeting(StrategyMeetingId id) {
    return meetings(STRATEGY_MEETING.ID.eq(id.value())).stream().findFirst();
  }

  Optional<StrategyMeetingView> meetingOf(StrategyActionId action) {
    return meetings(
            STRATEGY_MEETING.ID.in(
                select(STRATEGY_ACTION.MEETING)
                    .from(STRATEGY_ACTION)
                    .where(STRATEGY_ACTION.ID.eq(action.value()))))
        .stream()
        .findFirst();
  }

  boolean arrangedBy(UUID action) {
    return sql.fetchExists(STRATEGY_MEETING, STRATEGY_MEETING.ACTION.eq(action));
  }

  private List<StrategyMeetingView> meetings(Condition which) {
    return sql.select(STRATEGY_MEETING.fields())
        .select(ACTIONS)
        .from(STRATEGY_MEETING)
        .where(which)
        .orderBy(STRATEGY_MEETING.HELD_ON.desc(), STRATEGY_MEETING.ID.desc())
        .fetch(FollowUps::meeting);
  }

  String nextWarning(LocalDate today) {
    return String.format(Locale.ROOT, "WRN-%d-%05d", today.getYear(), sql.nextval(WARNING_NUMBER));
  }

  /**
   * Writes a warning for the first time.
   *
   * @param policyShare the sharing of the policy that gave it; null for another way
   * @param action the imposed action that gave it; null for another way
   */
  WarningView add(WarningView warning, @Nullable UUID policyShare, @Nullable UUID action) {
    rows.insert(row(warning, null, policyShare, action));
    return warning(warning.id()).orElseThrow();
  }

  /** Writes what became of a challenge; fails if somebody else changed it since it was read. */
  WarningView change(WarningView warning) {
    var kept =
        sql.select(WARNING.POLICY_SHARE, WARNING.ACTION)
            .from(WARNING)
            .where(WARNING.ID.eq(warning.id().value()))
            .fetchSingle();
    rows.update(row(warning, warning.version(), kept.value1(), kept.value2()));
    return warning(warning.id()).orElseThrow();
  }

  private static Kept.Warned row(
      WarningView w, @Nullable Integer version, @Nullable UUID policyShare, @Nullable UUID action) {
    WarningView.Challenge challenge = w.challenge();
    WarningView.Decision decision = challenge == null ? null : challenge.decision();
    WarningView.Told told = decision == null ? null : decision.told();
    return new Kept.Warned(
        w.id().value(),
        version,
        w.reference(),
        w.customerId().value(),
        w.considerationId() == null ? null : w.considerationId().value(),
        w.conduct(),
        w.incidentIds().stream().map(i -> i.value().toString()).sorted().toList(),
        w.whatFollows(),
        w.policyVersionId() == null ? null : w.policyVersionId().value(),
        policyShare,
        w.noticeId() == null ? null : w.noticeId().value(),
        action,
        w.issuedAt(),
        w.issuedBy().value(),
        challenge == null ? null : challenge.grounds(),
        challenge == null ? null : challenge.on(),
        challenge == null ? null : challenge.recordedBy().value(),
        challenge == null ? null : challenge.recordedAt(),
        decision == null ? null : decision.outcome(),
        decision == null ? null : decision.reasons(),
        decision == null ? null : decision.correctedConduct(),
        decision == null ? null : decision.by().value(),
        decision == null ? null : decision.as(),
        decision == null ? null : decision.at(),
        told == null ? null : told.on(),
        told == null ? null : told.how(),
        told == null ? null : told.by().value());
  }

  MonitoringView add(MonitoringView m) {
    rows.insert(row(m, null));
    return monitoring(m.id()).orElseThrow();
  }

  MonitoringView change(MonitoringView m) {
    rows.update(row(m, m.version()));
    return monitoring(m.id()).orElseThrow();
  }

  private static Kept.Monitored row(MonitoringView m, @Nullable Integer version) {
    MonitoringView.Ending ending = m.ending();
    return new Kept.Monitored(
        m.id().value(),
        version,
        m.customerId().value(),
        m.considerationId().value(),
        m.firstDay(),
        m.lastDay(),
        m.watched(),
        m.noticeId().value(),
        m.startedAt(),
        m.startedBy().value(),
        ending == null ? null : ending.outcome(),
        ending == null ? null : ending.reasons(),
        ending == null ? null : ending.at(),
        ending == null ? null : ending.by().value());
  }

  /** Writes a meeting and what it agreed. */
  StrategyMeetingView add(StrategyMeetingView m, @Nullable UUID action) {
    rows.insert(row(m, null, action));
    addActions(m);
    return meeting(m.id()).orElseThrow();
  }

  /** Writes what a meeting agreed that was arranged before. */
  StrategyMeetingView change(StrategyMeetingView m) {
    UUID action =
        sql.select(STRATEGY_MEETING.ACTION)
            .from(STRATEGY_MEETING)
            .where(STRATEGY_MEETING.ID.eq(m.id().value()))
            .fetchSingle()
            .value1();
    rows.update(row(m, m.version(), action));
    addActions(m);
    return meeting(m.id()).orElseThrow();
  }

  private static Kept.Met row(
      StrategyMeetingView m, @Nullable Integer version, @Nullable UUID action) {
    return new Kept.Met(
        m.id().value(),
        version,
        m.customerId().value(),
        m.considerationId().value(),
        m.departments().stream().map(ServiceAreaCode::value).sorted().toList(),
        m.on(),
        m.approach(),
        action,
        m.recordedAt(),
        m.recordedBy().value());
  }

  private void addActions(StrategyMeetingView m) {
    for (int i = 0; i < m.actions().size(); i++) {
      rows.insert(row(m.id(), i, m.actions().get(i), null));
    }
  }

  void change(StrategyMeetingView meeting, StrategyMeetingView.Action done) {
    int position =
        meeting.actions().stream().map(StrategyMeetingView.Action::id).toList().indexOf(done.id());
    rows.update(row(meeting.id(), position, done, done.version()));
  }

  private static Kept.Agreed row(
      StrategyMeetingId meeting,
      int position,
      StrategyMeetingView.Action a,
      @Nullable Integer version) {
    return new Kept.Agreed(
        a.id().value(),
        version,
        meeting.value(),
        position,
        a.what(),
        a.owner().value(),
        a.ownerRole(),
        a.service().value(),
        a.dueOn(),
        a.doneAt(),
        a.doneBy() == null ? null : a.doneBy().value(),
        a.result());
  }

  private static WarningView warning(Record r) {
    UUID consideration = r.get(WARNING.CONSIDERATION);
    UUID version = r.get(WARNING.POLICY_VERSION);
    UUID notice = r.get(WARNING.NOTICE);
    String corrected = r.get(WARNING.CORRECTED_CONDUCT);
    return new WarningView(
        new WarningId(r.get(WARNING.ID)),
        r.get(WARNING.VERSION),
        r.get(WARNING.REFERENCE),
        new CustomerId(r.get(WARNING.CUSTOMER_ID)),
        consideration == null ? null : new ConsiderationId(consideration),
        corrected == null ? r.get(WARNING.CONDUCT) : corrected,
        Arrays.stream(r.get(WARNING.INCIDENTS))
            .map(i -> new IncidentId(UUID.fromString(i)))
            .collect(Collectors.toSet()),
        r.get(WARNING.WHAT_FOLLOWS),
        version == null ? null : new PolicyVersionId(version),
        notice == null ? null : new NoticeId(notice),
        r.get(WARNING.ISSUED_AT).toInstant(),
        new ActorId(r.get(WARNING.ISSUED_BY)),
        challenge(r));
  }

  private static WarningView.@Nullable Challenge challenge(Record r) {
    String grounds = r.get(WARNING.GROUNDS);
    return grounds == null
        ? null
        : new WarningView.Challenge(
            grounds,
            r.get(WARNING.CHALLENGED_ON),
            new ActorId(r.get(WARNING.CHALLENGE_RECORDED_BY)),
            r.get(WARNING.CHALLENGE_RECORDED_AT).toInstant(),
            decision(r));
  }

  private static WarningView.@Nullable Decision decision(Record r) {
    String outcome = r.get(WARNING.OUTCOME);
    return outcome == null
        ? null
        : new WarningView.Decision(
            ChallengeOutcome.valueOf(outcome),
            r.get(WARNING.OUTCOME_REASONS),
            r.get(WARNING.CORRECTED_CONDUCT),
            new ActorId(r.get(WARNING.DECIDED_BY)),
            Role.valueOf(r.get(WARNING.DECIDED_AS)),
            r.get(WARNING.DECIDED_AT).toInstant(),
            r.get(WARNING.OUTCOME_TOLD_ON) == null
                ? null
                : new WarningView.Told(
                    r.get(WARNING.OUTCOME_TOLD_ON),
                    r.get(WARNING.OUTCOME_TOLD_HOW),
                    new ActorId(r.get(WARNING.OUTCOME_TOLD_BY))));
  }

  private static MonitoringView monitoring(Record r) {
    String outcome = r.get(MONITORING.OUTCOME);
    return new MonitoringView(
        new MonitoringId(r.get(MONITORING.ID)),
        r.get(MONITORING.VERSION),
        new CustomerId(r.get(MONITORING.CUSTOMER_ID)),
        new ConsiderationId(r.get(MONITORING.CONSIDERATION)),
        r.get(MONITORING.FIRST_DAY),
        r.get(MONITORING.LAST_DAY),
        r.get(MONITORING.WATCHED),
        new NoticeId(r.get(MONITORING.NOTICE)),
        r.get(MONITORING.STARTED_AT).toInstant(),
        new ActorId(r.get(MONITORING.STARTED_BY)),
        outcome == null
            ? null
            : new MonitoringView.Ending(
                MonitoringOutcome.valueOf(outcome),
                r.get(MONITORING.OUTCOME_REASONS),
                new ActorId(r.get(MONITORING.CONCLUDED_BY)),
                r.get(MONITORING.CONCLUDED_AT).toInstant()));
  }

  private static StrategyMeetingView meeting(Record r) {
    Set<ServiceAreaCode> departments =
        Arrays.stream(r.get(STRATEGY_MEETING.DEPARTMENTS))
            .map(ServiceAreaCode::new)
            .collect(Collectors.toSet());
    return new StrategyMeetingView(
        new StrategyMeetingId(r.get(STRATEGY_MEETING.ID)),
        r.get(STRATEGY_MEETING.VERSION),
        new CustomerId(r.get(STRATEGY_MEETING.CUSTOMER_ID)),
        new ConsiderationId(r.get(STRATEGY_MEETING.CONSIDERATION)),
        departments,
        r.get(STRATEGY_MEETING.HELD_ON),
        r.get(STRATEGY_MEETING.APPROACH),
        Objects.requireNonNull(r.get(ACTIONS)),
        r.get(STRATEGY_MEETING.RECORDED_AT).toInstant(),
        new ActorId(r.get(STRATEGY_MEETING.RECORDED_BY)));
  }

  private static StrategyMeetingView.Action action(Record r) {
    String doneBy = r.get(STRATEGY_ACTION.DONE_BY);
    return new StrategyMeetingView.Action(
        new StrategyActionId(r.get(STRATEGY_ACTION.ID)),
        r.get(STRATEGY_ACTION.VERSION),
        r.get(STRATEGY_ACTION.WHAT),
        new ActorId(r.get(STRATEGY_ACTION.OWNER)),
        Role.valueOf(r.get(STRATEGY_ACTION.OWNER_ROLE)),
        new ServiceAreaCode(r.get(STRATEGY_ACTION.SERVICE_AREA)),
        r.get(STRATEGY_ACTION.DUE_ON),
        r.get(STRATEGY_ACTION.RESULT),
        doneBy == null ? null : new ActorId(doneBy),
        instant(r.get(STRATEGY_ACTION.DONE_AT)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
