package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Tables.ASSESSMENT;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERATION;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERED_CONCERN;
import static org.evenhand.designation.internal.jooq.Tables.CONSIDERED_INCIDENT;
import static org.evenhand.designation.internal.jooq.Tables.DETERMINATION;
import static org.evenhand.designation.internal.jooq.Tables.MONITORING;
import static org.evenhand.designation.internal.jooq.Tables.RECHECK;
import static org.evenhand.designation.internal.jooq.Tables.STRATEGY_ACTION;
import static org.evenhand.designation.internal.jooq.Tables.STRATEGY_MEETING;
import static org.evenhand.designation.internal.jooq.Tables.WARNING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.WorkingDays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A consideration with all that was weighed, found and agreed in it, and warnings (T26). Both rest
 * on the incidents and concerns that they name, of whichever person.
 */
@Component
class DesignationRecords implements KeptRecords {

  private final DSLContext sql;
  private final ErasingContent erasing;

  DesignationRecords(DSLContext sql, ErasingContent erasing) {
    this.sql = sql;
    this.erasing = erasing;
  }

  @Override
  public Set<String> types() {
    return Set.of("Consideration", "ConductWarning");
  }

  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    UUID[] asked = array(persons);
    var kept = new ArrayList<Kept>();
    Map<UUID, List<UUID>> incidents =
        sql.select(CONSIDERED_INCIDENT.CONSIDERATION, CONSIDERED_INCIDENT.INCIDENT_ID)
            .from(CONSIDERED_INCIDENT)
            .join(CONSIDERATION)
            .on(CONSIDERATION.ID.eq(CONSIDERED_INCIDENT.CONSIDERATION))
            .where(CONSIDERATION.CUSTOMER_ID.eq(any(asked)))
            .fetchGroups(CONSIDERED_INCIDENT.CONSIDERATION, CONSIDERED_INCIDENT.INCIDENT_ID);
    Map<UUID, List<UUID>> concerns =
        sql.select(CONSIDERED_CONCERN.CONSIDERATION, CONSIDERED_CONCERN.CONCERN_ID)
            .from(CONSIDERED_CONCERN)
            .join(CONSIDERATION)
            .on(CONSIDERATION.ID.eq(CONSIDERED_CONCERN.CONSIDERATION))
            .where(CONSIDERATION.CUSTOMER_ID.eq(any(asked)))
            .fetchGroups(CONSIDERED_CONCERN.CONSIDERATION, CONSIDERED_CONCERN.CONCERN_ID);
    Map<UUID, List<UUID>> warnings =
        sql.select(WARNING.CUSTOMER_ID, WARNING.ID)
            .from(WARNING)
            .where(WARNING.CUSTOMER_ID.eq(any(asked)))
            .fetchGroups(WARNING.CUSTOMER_ID, WARNING.ID);
    sql.select(CONSIDERATION.ID, CONSIDERATION.CUSTOMER_ID, ended(), goesOn())
        .from(CONSIDERATION)
        .where(CONSIDERATION.CUSTOMER_ID.eq(any(asked)))
        .and(CONSIDERATION.ERASED_AT.isNull())
        .forEach(
            r -> {
              var rests = new HashSet<>(incidents.getOrDefault(r.value1(), List.of()));
              rests.addAll(concerns.getOrDefault(r.value1(), List.of()));
              rests.addAll(warnings.getOrDefault(r.value2(), List.of()));
              kept.add(
                  Kept.of(
                      new GlobalId("Consideration", r.value1()),
                      r.value2(),
                      RecordClass.DECISION,
                      r.value4() ? null : day(r.value3()),
                      rests));
            });
    sql.selectFrom(WARNING)
        .where(WARNING.CUSTOMER_ID.eq(any(asked)))
        .and(WARNING.ERASED_AT.isNull())
        .forEach(
            w ->
                kept.add(
                    Kept.of(
                        new GlobalId("ConductWarning", w.getId()),
                        w.getCustomerId(),
                        RecordClass.DECISION,
                        w.getGrounds() != null && w.getOutcome() == null
                            ? null
                            : latest(
                                day(w.getIssuedAt()), day(w.getDecidedAt()), w.getOutcomeToldOn()),
                        Stream.concat(
                                Arrays.stream(w.getIncidents()).map(UUID::fromString),
                                Stream.of(w.getConsideration(), w.getPolicyShare(), w.getNotice()))
                            .filter(Objects::nonNull)
                            .collect(java.util.stream.Collectors.toSet()))));
    return kept;
  }

  /** When the last of what was decided in it was decided; null while nothing was. */
  private static Field<OffsetDateTime> ended() {
    Field<OffsetDateTime> determined =
        field(
            select(DETERMINATION.AT)
                .from(DETERMINATION)
                .where(DETERMINATION.CONSIDERATION.eq(CONSIDERATION.ID)));
    return greatest(
        CONSIDERATION.CLOSED_AT,
        determined,
        field(
            select(max(MONITORING.CONCLUDED_AT))
                .from(MONITORING)
                .where(MONITORING.CONSIDERATION.eq(CONSIDERATION.ID))),
        field(
            select(max(RECHECK.DECIDED_AT))
                .from(RECHECK)
                .where(RECHECK.CONSIDERATION.eq(CONSIDERATION.ID))),
        field(
            select(max(coalesce(STRATEGY_ACTION.DONE_AT, STRATEGY_MEETING.RECORDED_AT)))
                .from(STRATEGY_MEETING)
                .leftJoin(STRATEGY_ACTION)
                .on(STRATEGY_ACTION.MEETING.eq(STRATEGY_MEETING.ID))
                .where(STRATEGY_MEETING.CONSIDERATION.eq(CONSIDERATION.ID))));
  }

  private static Field<Boolean> goesOn() {
    Condition watched =
        exists(
            selectOne()
                .from(MONITORING)
                .where(MONITORING.CONSIDERATION.eq(CONSIDERATION.ID))
                .and(MONITORING.CONCLUDED_AT.isNull()));
    Condition lookedAtAgain =
        exists(
            selectOne()
                .from(RECHECK)
                .where(RECHECK.CONSIDERATION.eq(CONSIDERATION.ID))
                .and(RECHECK.OUTCOME.isNull()));
    Condition toDo =
        exists(
            selectOne()
                .from(STRATEGY_ACTION)
                .join(STRATEGY_MEETING)
                .on(STRATEGY_MEETING.ID.eq(STRATEGY_ACTION.MEETING))
                .where(STRATEGY_MEETING.CONSIDERATION.eq(CONSIDERATION.ID))
                .and(STRATEGY_ACTION.DONE_AT.isNull()));
    return field(CONSIDERATION.STATUS.eq("OPEN").or(watched).or(lookedAtAgain).or(toDo));
  }

  @Override
  public Set<UUID> neededByOthers(Collection<UUID> records, Collection<UUID> persons) {
    UUID[] which = array(records);
    Condition others =
        CONSIDERATION
            .CUSTOMER_ID
            .ne(org.jooq.impl.DSL.all(array(persons)))
            .and(CONSIDERATION.ERASED_AT.isNull());
    var needed =
        new HashSet<>(
            sql.select(CONSIDERED_INCIDENT.INCIDENT_ID)
                .from(CONSIDERED_INCIDENT)
                .join(CONSIDERATION)
                .on(CONSIDERATION.ID.eq(CONSIDERED_INCIDENT.CONSIDERATION))
                .where(CONSIDERED_INCIDENT.INCIDENT_ID.eq(any(which)))
                .and(others)
                .fetch(CONSIDERED_INCIDENT.INCIDENT_ID));
    needed.addAll(
        sql.select(CONSIDERED_CONCERN.CONCERN_ID)
            .from(CONSIDERED_CONCERN)
            .join(CONSIDERATION)
            .on(CONSIDERATION.ID.eq(CONSIDERED_CONCERN.CONSIDERATION))
            .where(CONSIDERED_CONCERN.CONCERN_ID.eq(any(which)))
            .and(others)
            .fetch(CONSIDERED_CONCERN.CONCERN_ID));
    return needed;
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    OffsetDateTime decisions =
        endedBefore
            .getOrDefault(RecordClass.DECISION, LocalDate.of(1, 1, 1))
            .atStartOfDay(WorkingDays.LONDON)
            .toOffsetDateTime();
    var found =
        new HashSet<>(
            sql.selectDistinct(CONSIDERATION.CUSTOMER_ID)
                .from(CONSIDERATION)
                .where(CONSIDERATION.ERASED_AT.isNull())
                .and(CONSIDERATION.OPENED_AT.lt(decisions))
                .fetch(CONSIDERATION.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(WARNING.CUSTOMER_ID)
            .from(WARNING)
            .where(WARNING.ERASED_AT.isNull())
            .and(WARNING.ISSUED_AT.lt(decisions))
            .fetch(WARNING.CUSTOMER_ID));
    return found;
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> cases = of("Consideration", records);
    erasing.erase("designation.consideration", "id", cases);
    for (String table :
        List.of(
            "check_answer",
            "representation",
            "advice",
            "assessment",
            "protection",
            "determination",
            "involvement",
            "monitoring",
            "strategy_meeting",
            "recheck",
            "member_set_aside")) {
      erasing.erase("designation." + table, "consideration", cases);
    }
    erasing.erase(
        "designation.unrelated_matter",
        "assessment",
        ids(ASSESSMENT.ID, ASSESSMENT, ASSESSMENT.CONSIDERATION, cases));
    Set<UUID> meetings =
        ids(STRATEGY_MEETING.ID, STRATEGY_MEETING, STRATEGY_MEETING.CONSIDERATION, cases);
    erasing.erase("designation.strategy_action", "meeting", meetings);
    around(
        "StrategyAction",
        ids(STRATEGY_ACTION.ID, STRATEGY_ACTION, STRATEGY_ACTION.MEETING, meetings));
    around("StrategyMeeting", meetings);
    around("Monitoring", ids(MONITORING.ID, MONITORING, MONITORING.CONSIDERATION, cases));
    around("Recheck", ids(RECHECK.ID, RECHECK, RECHECK.CONSIDERATION, cases));
    erasing.erase("designation.warning", "id", of("ConductWarning", records));
  }

  /** What hangs on a case has duties and entries in the audit trail under its own id. */
  private void around(String type, Set<UUID> ids) {
    erasing.around(ids.stream().map(id -> new GlobalId(type, id)).toList());
  }

  private Set<UUID> ids(Field<UUID> id, Table<?> from, Field<UUID> of, Set<UUID> which) {
    return new HashSet<>(sql.select(id).from(from).where(of.eq(any(array(which)))).fetch(id));
  }

  private static Set<UUID> of(String type, Collection<GlobalId> records) {
    var ids = new HashSet<UUID>();
    records.stream().filter(r -> r.type().equals(type)).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(WorkingDays.LONDON).toLocalDate();
  }

  private static @Nullable LocalDate latest(@Nullable LocalDate... days) {
    return Arrays.stream(days).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }
}
