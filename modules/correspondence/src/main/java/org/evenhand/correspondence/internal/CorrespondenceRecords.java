package org.evenhand.correspondence.internal;

import static org.evenhand.correspondence.internal.jooq.Tables.CRM_RECORDING;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_DRAFT;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_DRAFT_HISTORY;
import static org.evenhand.correspondence.internal.jooq.Tables.NOTICE_EMAIL;
import static org.evenhand.correspondence.internal.jooq.Tables.POLICY_SHARE;
import static org.evenhand.correspondence.internal.jooq.Tables.PRINT_ITEM;
import static org.evenhand.correspondence.internal.jooq.Tables.UNSAFE_ADDRESS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.CrmRecordingState;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.WorkingDays;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was written to people and how it reached them (T26): a notice with every form of its letter,
 * the policy given, drafts, and addresses at which their post is not safe.
 */
@Component
class CorrespondenceRecords implements KeptRecords {

  private final DSLContext sql;
  private final ErasingContent erasing;

  CorrespondenceRecords(DSLContext sql, ErasingContent erasing) {
    this.sql = sql;
    this.erasing = erasing;
  }

  @Override
  public Set<String> types() {
    return Set.of("Notice", "NoticeDraft", "PolicyShare", "UnsafeAddress");
  }

  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    UUID[] asked = array(persons);
    var kept = new ArrayList<Kept>();
    Field<Boolean> waits =
        field(
            exists(
                    selectOne()
                        .from(CRM_RECORDING)
                        .where(CRM_RECORDING.SUBJECT_ID.eq(NOTICE.ID))
                        .and(CRM_RECORDING.STATE.ne(CrmRecordingState.DONE.name())))
                .or(
                    exists(
                        selectOne()
                            .from(NOTICE_EMAIL)
                            .where(NOTICE_EMAIL.NOTICE_ID.eq(NOTICE.ID))
                            .and(NOTICE_EMAIL.ENDED_AT.isNull()))));
    sql.select(
            NOTICE.ID,
            NOTICE.CUSTOMER_ID,
            NOTICE.CASE_ID,
            coalesce(NOTICE.LAST_APPEAL_DAY, NOTICE.NOTIFIED_ON),
            NOTICE.ISSUED_AT,
            waits)
        .from(NOTICE)
        .where(NOTICE.CUSTOMER_ID.eq(any(asked)))
        .and(NOTICE.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Notice", r.value1()),
                        r.value2(),
                        RecordClass.DECISION,
                        r.value6() ? null : latest(day(r.value5()), r.value4()),
                        one(r.value3()))));
    sql.select(
            POLICY_SHARE.ID,
            POLICY_SHARE.CUSTOMER_ID,
            POLICY_SHARE.SHARED_AT,
            POLICY_SHARE.WITH_WARNING,
            field(
                exists(
                    selectOne()
                        .from(CRM_RECORDING)
                        .where(CRM_RECORDING.SUBJECT_ID.eq(POLICY_SHARE.ID))
                        .and(CRM_RECORDING.STATE.ne(CrmRecordingState.DONE.name())))))
        .from(POLICY_SHARE)
        .where(POLICY_SHARE.CUSTOMER_ID.eq(any(asked)))
        .and(POLICY_SHARE.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("PolicyShare", r.value1()),
                        r.value2(),
                        r.value4() ? RecordClass.DECISION : RecordClass.CONTACT,
                        r.value5() ? null : day(r.value3()),
                        Set.of())));
    sql.select(
            NOTICE_DRAFT.ID, NOTICE_DRAFT.CUSTOMER_ID, NOTICE_DRAFT.CASE_ID, NOTICE_DRAFT.SAVED_AT)
        .from(NOTICE_DRAFT)
        .where(NOTICE_DRAFT.CUSTOMER_ID.eq(any(asked)))
        .and(NOTICE_DRAFT.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("NoticeDraft", r.value1()),
                        r.value2(),
                        RecordClass.DECISION,
                        day(r.value4()),
                        one(r.value3()))));
    sql.select(UNSAFE_ADDRESS.ID, UNSAFE_ADDRESS.CUSTOMER_ID, UNSAFE_ADDRESS.MARKED_AT)
        .from(UNSAFE_ADDRESS)
        .where(UNSAFE_ADDRESS.CUSTOMER_ID.eq(any(asked)))
        .and(UNSAFE_ADDRESS.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("UnsafeAddress", r.value1()),
                        r.value2(),
                        RecordClass.CUSTOMER,
                        day(r.value3()),
                        Set.of())));
    return kept;
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    var found = new HashSet<UUID>();
    OffsetDateTime decisions = before(endedBefore, RecordClass.DECISION);
    OffsetDateTime contacts = before(endedBefore, RecordClass.CONTACT);
    found.addAll(
        sql.selectDistinct(NOTICE.CUSTOMER_ID)
            .from(NOTICE)
            .where(NOTICE.ERASED_AT.isNull())
            .and(NOTICE.ISSUED_AT.lt(decisions))
            .fetch(NOTICE.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(POLICY_SHARE.CUSTOMER_ID)
            .from(POLICY_SHARE)
            .where(POLICY_SHARE.ERASED_AT.isNull())
            .and(
                POLICY_SHARE
                    .SHARED_AT
                    .lt(decisions)
                    .or(POLICY_SHARE.SHARED_AT.lt(contacts).andNot(POLICY_SHARE.WITH_WARNING)))
            .fetch(POLICY_SHARE.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(NOTICE_DRAFT.CUSTOMER_ID)
            .from(NOTICE_DRAFT)
            .where(NOTICE_DRAFT.ERASED_AT.isNull())
            .and(NOTICE_DRAFT.SAVED_AT.lt(decisions))
            .fetch(NOTICE_DRAFT.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(UNSAFE_ADDRESS.CUSTOMER_ID)
            .from(UNSAFE_ADDRESS)
            .where(UNSAFE_ADDRESS.ERASED_AT.isNull())
            .and(UNSAFE_ADDRESS.MARKED_AT.lt(before(endedBefore, RecordClass.CUSTOMER)))
            .fetch(UNSAFE_ADDRESS.CUSTOMER_ID));
    return found;
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> notices = of("Notice", records);
    Set<UUID> drafts = of("NoticeDraft", records);
    drafts.addAll(draftsOf(notices));
    erasing.erase("correspondence.notice", "id", notices);
    for (String table : List.of("notice_letter", "notice_pdf", "service_entry", "notice_email")) {
      erasing.erase("correspondence." + table, "notice_id", notices);
    }
    archivesOf(notices);
    erasing.erase("correspondence.notice_draft", "id", drafts);
    Set<UUID> shares = of("PolicyShare", records);
    erasing.erase("correspondence.policy_share", "id", shares);
    Set<UUID> responses = new HashSet<>(notices);
    responses.addAll(shares);
    erasing.erase("correspondence.crm_recording", "subject_id", responses);
    erasing.around(
        sql.select(CRM_RECORDING.ID)
            .from(CRM_RECORDING)
            .where(CRM_RECORDING.SUBJECT_ID.eq(any(array(responses))))
            .fetch(r -> new GlobalId("CrmRecording", r.value1())));
    erasing.erase("correspondence.unsafe_address", "id", of("UnsafeAddress", records));
  }

  /** What was drafted before the letter: the row went when it was issued, its history did not. */
  private Set<UUID> draftsOf(Set<UUID> notices) {
    return new HashSet<>(
        sql.selectDistinct(NOTICE_DRAFT_HISTORY.ID)
            .from(NOTICE_DRAFT_HISTORY)
            .join(NOTICE)
            .on(NOTICE.CASE_ID.eq(NOTICE_DRAFT_HISTORY.CASE_ID))
            .and(NOTICE.CUSTOMER_ID.eq(NOTICE_DRAFT_HISTORY.CUSTOMER_ID))
            .where(NOTICE.ID.eq(any(array(notices))))
            .and(
                NOTICE_DRAFT_HISTORY.ID.notIn(
                    org.jooq.impl.DSL.select(NOTICE_DRAFT.ID).from(NOTICE_DRAFT)))
            .fetch(NOTICE_DRAFT_HISTORY.ID));
  }

  /** The archive that went to the printer has the letter in it, beside others of its day. */
  private void archivesOf(Set<UUID> notices) {
    erasing.around(
        sql.selectDistinct(PRINT_ITEM.BATCH_ID)
            .from(PRINT_ITEM)
            .where(PRINT_ITEM.NOTICE_ID.eq(any(array(notices))))
            .fetch(r -> new GlobalId("PrintBatch", r.value1())));
  }

  private static Set<UUID> of(String type, Collection<GlobalId> records) {
    var ids = new HashSet<UUID>();
    records.stream().filter(r -> r.type().equals(type)).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  private static Set<UUID> one(@Nullable UUID id) {
    return id == null ? Set.of() : Set.of(id);
  }

  private static OffsetDateTime before(Map<RecordClass, LocalDate> days, RecordClass recordClass) {
    return days.getOrDefault(recordClass, LocalDate.of(1, 1, 1))
        .atStartOfDay(WorkingDays.LONDON)
        .toOffsetDateTime();
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(WorkingDays.LONDON).toLocalDate();
  }

  private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
