package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.APPEAL;
import static org.evenhand.appeals.internal.jooq.Tables.DETERMINATION;
import static org.evenhand.appeals.internal.jooq.Tables.LETTER;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_COMPLAINT;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_DECISION;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REMEDY;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REPLY;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REQUEST;
import static org.evenhand.appeals.internal.jooq.Tables.REMEDY_COMPLETION;
import static org.evenhand.appeals.internal.jooq.Tables.WITHDRAWAL;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

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
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealStatus;
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
 * Appeals with everything that was looked into and decided on them, and complaints to an Ombudsman
 * with theirs (T26). Either keeps the letter and the case that it is about.
 */
@Component
class AppealRecords implements KeptRecords {

  private static final List<String> OVER =
      List.of(
          AppealStatus.ANSWERED.name(),
          AppealStatus.OUT_OF_TIME.name(),
          AppealStatus.WITHDRAWN.name());

  private final DSLContext sql;
  private final ErasingContent erasing;

  AppealRecords(DSLContext sql, ErasingContent erasing) {
    this.sql = sql;
    this.erasing = erasing;
  }

  @Override
  public Set<String> types() {
    return Set.of("Appeal", "OmbudsmanComplaint");
  }

  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    UUID[] asked = array(persons);
    var kept = new ArrayList<Kept>();
    sql.select(APPEAL.ID, APPEAL.CUSTOMER_ID, ended(), APPEAL.NOTICE_ID, APPEAL.CASE_ID)
        .from(APPEAL)
        .where(APPEAL.CUSTOMER_ID.eq(any(asked)))
        .and(APPEAL.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Appeal", r.value1()),
                        r.value2(),
                        RecordClass.DECISION,
                        day(r.value3()),
                        some(r.value4(), r.value5()))));
    Map<UUID, List<UUID>> remedies =
        sql.select(OMBUDSMAN_REMEDY.COMPLAINT_ID, OMBUDSMAN_REMEDY.RESTRICTION_ID)
            .from(OMBUDSMAN_REMEDY)
            .join(OMBUDSMAN_COMPLAINT)
            .on(OMBUDSMAN_COMPLAINT.ID.eq(OMBUDSMAN_REMEDY.COMPLAINT_ID))
            .where(OMBUDSMAN_COMPLAINT.CUSTOMER_ID.eq(any(asked)))
            .and(OMBUDSMAN_REMEDY.RESTRICTION_ID.isNotNull())
            .fetchGroups(OMBUDSMAN_REMEDY.COMPLAINT_ID, OMBUDSMAN_REMEDY.RESTRICTION_ID);
    sql.select(
            OMBUDSMAN_COMPLAINT.ID,
            OMBUDSMAN_COMPLAINT.CUSTOMER_ID,
            complaintEnded(),
            OMBUDSMAN_COMPLAINT.NOTICE_ID,
            OMBUDSMAN_COMPLAINT.APPEAL_ID,
            OMBUDSMAN_COMPLAINT.CASE_ID)
        .from(OMBUDSMAN_COMPLAINT)
        .where(OMBUDSMAN_COMPLAINT.CUSTOMER_ID.eq(any(asked)))
        .and(OMBUDSMAN_COMPLAINT.ERASED_AT.isNull())
        .forEach(
            r -> {
              var rests = new HashSet<>(some(r.value4(), r.value5(), r.value6()));
              rests.addAll(remedies.getOrDefault(r.value1(), List.of()));
              kept.add(
                  Kept.of(
                      new GlobalId("OmbudsmanComplaint", r.value1()),
                      r.value2(),
                      RecordClass.DECISION,
                      r.value3(),
                      rests));
            });
    return kept;
  }

  /** Null until the customer was told, took it back, or it was left out of time. */
  private static Field<OffsetDateTime> ended() {
    return when(
        APPEAL.STATUS.in(OVER),
        greatest(
            APPEAL.RECORDED_AT,
            APPEAL.LATE_DECIDED_AT,
            field(
                select(max(DETERMINATION.AT))
                    .from(DETERMINATION)
                    .where(DETERMINATION.APPEAL_ID.eq(APPEAL.ID))),
            field(select(max(LETTER.AT)).from(LETTER).where(LETTER.APPEAL_ID.eq(APPEAL.ID))),
            field(
                select(max(WITHDRAWAL.AT))
                    .from(WITHDRAWAL)
                    .where(WITHDRAWAL.APPEAL_ID.eq(APPEAL.ID)))));
  }

  /** Null until the Ombudsman decided and every remedy was carried out. */
  private static Field<LocalDate> complaintEnded() {
    Field<LocalDate> decided =
        field(
            select(OMBUDSMAN_DECISION.DECIDED_ON)
                .from(OMBUDSMAN_DECISION)
                .where(OMBUDSMAN_DECISION.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID)));
    Condition toDo =
        exists(
            selectOne()
                .from(OMBUDSMAN_REMEDY)
                .leftJoin(REMEDY_COMPLETION)
                .on(REMEDY_COMPLETION.REMEDY_ID.eq(OMBUDSMAN_REMEDY.ID))
                .where(OMBUDSMAN_REMEDY.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID))
                .and(REMEDY_COMPLETION.ID.isNull()));
    Field<LocalDate> carriedOut =
        field(
            select(max(REMEDY_COMPLETION.DONE_ON))
                .from(REMEDY_COMPLETION)
                .join(OMBUDSMAN_REMEDY)
                .on(OMBUDSMAN_REMEDY.ID.eq(REMEDY_COMPLETION.REMEDY_ID))
                .where(OMBUDSMAN_REMEDY.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID)));
    return when(decided.isNotNull().andNot(toDo), greatest(decided, carriedOut));
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    LocalDate decisions = endedBefore.getOrDefault(RecordClass.DECISION, LocalDate.of(1, 1, 1));
    var found =
        new HashSet<>(
            sql.selectDistinct(APPEAL.CUSTOMER_ID)
                .from(APPEAL)
                .where(APPEAL.ERASED_AT.isNull())
                .and(APPEAL.RECEIVED_ON.lt(decisions))
                .fetch(APPEAL.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(OMBUDSMAN_COMPLAINT.CUSTOMER_ID)
            .from(OMBUDSMAN_COMPLAINT)
            .where(OMBUDSMAN_COMPLAINT.ERASED_AT.isNull())
            .and(OMBUDSMAN_COMPLAINT.RECEIVED_ON.lt(decisions))
            .fetch(OMBUDSMAN_COMPLAINT.CUSTOMER_ID));
    return found;
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> appeals = of("Appeal", records);
    erasing.erase("appeals.appeal", "id", appeals);
    for (String table :
        List.of(
            "investigator",
            "conflict_declaration",
            "investigation_entry",
            "findings",
            "ground_finding",
            "option",
            "determination",
            "ground_decision",
            "withdrawal",
            "suspension")) {
      erasing.erase("appeals." + table, "appeal_id", appeals);
    }
    Set<UUID> complaints = of("OmbudsmanComplaint", records);
    erasing.erase("appeals.ombudsman_complaint", "id", complaints);
    for (String table : List.of("ombudsman_request", "ombudsman_decision", "ombudsman_remedy")) {
      erasing.erase("appeals." + table, "complaint_id", complaints);
    }
    Set<UUID> requests =
        ids(OMBUDSMAN_REQUEST.ID, OMBUDSMAN_REQUEST, OMBUDSMAN_REQUEST.COMPLAINT_ID, complaints);
    erasing.erase("appeals.ombudsman_reply", "request_id", requests);
    Set<UUID> remedies =
        ids(OMBUDSMAN_REMEDY.ID, OMBUDSMAN_REMEDY, OMBUDSMAN_REMEDY.COMPLAINT_ID, complaints);
    erasing.erase("appeals.remedy_completion", "remedy_id", remedies);
    around("OmbudsmanRequest", requests);
    around(
        "OmbudsmanReply",
        ids(OMBUDSMAN_REPLY.ID, OMBUDSMAN_REPLY, OMBUDSMAN_REPLY.REQUEST_ID, requests));
    around("OmbudsmanRemedy", remedies);
  }

  /** What hangs on a complaint has duties and entries in the audit trail under its own id. */
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

  private static Set<UUID> some(@Nullable UUID... ids) {
    return Arrays.stream(ids).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(WorkingDays.LONDON).toLocalDate();
  }
}
