package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_COMPLAINT;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_DECISION;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REMEDY;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REPLY;
import static org.evenhand.appeals.internal.jooq.Tables.OMBUDSMAN_REQUEST;
import static org.evenhand.appeals.internal.jooq.Tables.REMEDY_COMPLETION;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.OmbudsmanComplaintId;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanDecision;
import org.evenhand.appeals.OmbudsmanFinding;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanReply;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.appeals.OmbudsmanRequestKind;
import org.evenhand.appeals.RemedyCompletion;
import org.evenhand.appeals.RemedyKind;
import org.evenhand.appeals.internal.jooq.tables.records.OmbudsmanComplaintRecord;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.restrictions.RestrictionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads complaints to an Ombudsman, each with all that belongs to it, in one statement. */
@Component
public class OmbudsmanReads {

  private static final Field<List<OmbudsmanReply>> REPLIES =
      multiset(
              select(
                      OMBUDSMAN_REPLY.ID,
                      OMBUDSMAN_REPLY.SENT_ON,
                      OMBUDSMAN_REPLY.WORDS,
                      OMBUDSMAN_REPLY.FILES,
                      OMBUDSMAN_REPLY.BY_ACTOR,
                      OMBUDSMAN_REPLY.AT)
                  .from(OMBUDSMAN_REPLY)
                  .where(OMBUDSMAN_REPLY.REQUEST_ID.eq(OMBUDSMAN_REQUEST.ID)))
          .as("replies")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new OmbudsmanReply(
                              r.value1(),
                              r.value2(),
                              r.value3(),
                              files(r.value4()),
                              new ActorId(r.value5()),
                              r.value6().toInstant())));

  private static final Field<List<OmbudsmanRequest>> REQUESTS =
      multiset(
              select(
                      OMBUDSMAN_REQUEST.ID,
                      OMBUDSMAN_REQUEST.KIND,
                      OMBUDSMAN_REQUEST.RECEIVED_ON,
                      OMBUDSMAN_REQUEST.DUE_ON,
                      OMBUDSMAN_REQUEST.WORDS,
                      OMBUDSMAN_REQUEST.FILES,
                      OMBUDSMAN_REQUEST.BY_ACTOR,
                      OMBUDSMAN_REQUEST.AT,
                      REPLIES)
                  .from(OMBUDSMAN_REQUEST)
                  .where(OMBUDSMAN_REQUEST.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID))
                  .orderBy(OMBUDSMAN_REQUEST.RECEIVED_ON, OMBUDSMAN_REQUEST.ID))
          .as("requests")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new OmbudsmanRequest(
                              r.value1(),
                              OmbudsmanRequestKind.valueOf(r.value2()),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              files(r.value6()),
                              new ActorId(r.value7()),
                              r.value8().toInstant(),
                              first(r.value9()))));

  private static final Field<List<OmbudsmanDecision>> DECISIONS =
      multiset(
              select(
                      OMBUDSMAN_DECISION.ID,
                      OMBUDSMAN_DECISION.DECIDED_ON,
                      OMBUDSMAN_DECISION.FINDING,
                      OMBUDSMAN_DECISION.WORDS,
                      OMBUDSMAN_DECISION.FILES,
                      OMBUDSMAN_DECISION.BY_ACTOR,
                      OMBUDSMAN_DECISION.AT)
                  .from(OMBUDSMAN_DECISION)
                  .where(OMBUDSMAN_DECISION.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID)))
          .as("decisions")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new OmbudsmanDecision(
                              r.value1(),
                              r.value2(),
                              OmbudsmanFinding.valueOf(r.value3()),
                              r.value4(),
                              files(r.value5()),
                              new ActorId(r.value6()),
                              r.value7().toInstant())));

  private static final Field<List<RemedyCompletion>> COMPLETIONS =
      multiset(
              select(
                      REMEDY_COMPLETION.ID,
                      REMEDY_COMPLETION.DONE_ON,
                      REMEDY_COMPLETION.PROOF,
                      REMEDY_COMPLETION.FILES,
                      REMEDY_COMPLETION.BY_ACTOR,
                      REMEDY_COMPLETION.AT)
                  .from(REMEDY_COMPLETION)
                  .where(REMEDY_COMPLETION.REMEDY_ID.eq(OMBUDSMAN_REMEDY.ID)))
          .as("completions")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new RemedyCompletion(
                              r.value1(),
                              r.value2(),
                              r.value3(),
                              files(r.value4()),
                              new ActorId(r.value5()),
                              r.value6().toInstant())));

  private static final Field<List<OmbudsmanRemedy>> REMEDIES =
      multiset(
              select(
                      OMBUDSMAN_REMEDY.ID,
                      OMBUDSMAN_REMEDY.KIND,
                      OMBUDSMAN_REMEDY.ORDERED,
                      OMBUDSMAN_REMEDY.WHAT,
                      OMBUDSMAN_REMEDY.AMOUNT_PENCE,
                      OMBUDSMAN_REMEDY.RESTRICTION_ID,
                      OMBUDSMAN_REMEDY.OWNER,
                      OMBUDSMAN_REMEDY.OWNER_NAME,
                      OMBUDSMAN_REMEDY.DUE_ON,
                      COMPLETIONS)
                  .from(OMBUDSMAN_REMEDY)
                  .where(OMBUDSMAN_REMEDY.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID))
                  .orderBy(OMBUDSMAN_REMEDY.POSITION))
          .as("remedies")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new OmbudsmanRemedy(
                              r.value1(),
                              RemedyKind.valueOf(r.value2()),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              restriction(r.value6()),
                              actor(r.value7()),
                              r.value8(),
                              r.value9(),
                              first(r.value10()))));

  private final DSLContext sql;

  OmbudsmanReads(DSLContext sql) {
    this.sql = sql;
  }

  public Optional<OmbudsmanComplaintView> find(OmbudsmanComplaintId id) {
    return complaints()
        .where(OMBUDSMAN_COMPLAINT.ID.eq(id.value()))
        .fetchOptional(OmbudsmanReads::view);
  }

  boolean known(Ombudsman scheme, String reference) {
    return sql.fetchExists(
        OMBUDSMAN_COMPLAINT,
        OMBUDSMAN_COMPLAINT
            .SCHEME
            .eq(scheme.name())
            .and(OMBUDSMAN_COMPLAINT.SCHEME_REFERENCE.eq(reference)));
  }

  List<OmbudsmanComplaintView> ofCustomer(UUID customerId) {
    return complaints()
        .where(OMBUDSMAN_COMPLAINT.CUSTOMER_ID.eq(customerId))
        .orderBy(OMBUDSMAN_COMPLAINT.RECEIVED_ON, OMBUDSMAN_COMPLAINT.ID)
        .fetch(OmbudsmanReads::view);
  }

  /** Those that came after these appeals, by appeal, oldest first. */
  public Map<UUID, List<OmbudsmanComplaintView>> afterAppeals(Collection<UUID> appeals) {
    return complaints()
        .where(OMBUDSMAN_COMPLAINT.APPEAL_ID.in(appeals))
        .orderBy(OMBUDSMAN_COMPLAINT.RECEIVED_ON, OMBUDSMAN_COMPLAINT.ID)
        .fetchGroups(OMBUDSMAN_COMPLAINT.APPEAL_ID, OmbudsmanReads::view);
  }

  /** The complaint that a request belongs to. */
  public Optional<OmbudsmanComplaintView> ofRequest(UUID request) {
    return complaints()
        .where(
            OMBUDSMAN_COMPLAINT.ID.eq(
                select(OMBUDSMAN_REQUEST.COMPLAINT_ID)
                    .from(OMBUDSMAN_REQUEST)
                    .where(OMBUDSMAN_REQUEST.ID.eq(request))))
        .fetchOptional(OmbudsmanReads::view);
  }

  /** The complaint that a remedy belongs to. */
  public Optional<OmbudsmanComplaintView> ofRemedy(UUID remedy) {
    return complaints()
        .where(
            OMBUDSMAN_COMPLAINT.ID.eq(
                select(OMBUDSMAN_REMEDY.COMPLAINT_ID)
                    .from(OMBUDSMAN_REMEDY)
                    .where(OMBUDSMAN_REMEDY.ID.eq(remedy))))
        .fetchOptional(OmbudsmanReads::view);
  }

  /**
   * A page, latest received first.
   *
   * @param areas only those of cases that these services lead; null for all
   * @param scheme only this one's; null for both
   * @param customer only this customer's; null for all
   * @param overdueOn only those with a remedy that was due before this day; null for all
   */
  public Page<OmbudsmanComplaintView> page(
      @Nullable Set<ServiceAreaCode> areas,
      @Nullable Ombudsman scheme,
      @Nullable UUID customer,
      @Nullable LocalDate overdueOn,
      Page.Request request) {
    var matching = new ArrayList<Condition>();
    if (areas != null) {
      matching.add(
          OMBUDSMAN_COMPLAINT.SERVICE_AREA_CODE.in(
              areas.stream().map(ServiceAreaCode::value).toList()));
    }
    if (scheme != null) {
      matching.add(OMBUDSMAN_COMPLAINT.SCHEME.eq(scheme.name()));
    }
    if (customer != null) {
      matching.add(OMBUDSMAN_COMPLAINT.CUSTOMER_ID.eq(customer));
    }
    if (overdueOn != null) {
      matching.add(overdue(overdueOn));
    }
    var cursor = OMBUDSMAN_COMPLAINT.as("cursor");
    Condition after =
        request.after() == null
            ? DSL.noCondition()
            : DSL.row(OMBUDSMAN_COMPLAINT.RECEIVED_ON, OMBUDSMAN_COMPLAINT.ID)
                .lt(
                    select(cursor.RECEIVED_ON, cursor.ID)
                        .from(cursor)
                        .where(cursor.ID.eq(request.after())));
    List<OmbudsmanComplaintView> rows =
        complaints()
            .where(matching)
            .and(after)
            .orderBy(OMBUDSMAN_COMPLAINT.RECEIVED_ON.desc(), OMBUDSMAN_COMPLAINT.ID.desc())
            .limit(request.limit())
            .fetch(OmbudsmanReads::view);
    int count =
        sql.fetchCount(
            selectOne().from(OMBUDSMAN_COMPLAINT).where(matching).limit(Page.MOST_COUNTED));
    return Page.of(rows, request, c -> c.id().value(), count);
  }

  private static Condition overdue(LocalDate today) {
    return DSL.exists(
        selectOne()
            .from(OMBUDSMAN_REMEDY)
            .where(OMBUDSMAN_REMEDY.COMPLAINT_ID.eq(OMBUDSMAN_COMPLAINT.ID))
            .and(OMBUDSMAN_REMEDY.DUE_ON.lt(today))
            .and(
                notExists(
                    selectOne()
                        .from(REMEDY_COMPLETION)
                        .where(REMEDY_COMPLETION.REMEDY_ID.eq(OMBUDSMAN_REMEDY.ID)))));
  }

  private SelectJoinStep<Record> complaints() {
    return sql.select(OMBUDSMAN_COMPLAINT.fields())
        .select(REQUESTS, DECISIONS, REMEDIES)
        .from(OMBUDSMAN_COMPLAINT);
  }

  private static OmbudsmanComplaintView view(Record row) {
    OmbudsmanComplaintRecord r = row.into(OMBUDSMAN_COMPLAINT);
    UUID notice = r.getNoticeId();
    UUID appeal = r.getAppealId();
    String area = r.getServiceAreaCode();
    return new OmbudsmanComplaintView(
        new OmbudsmanComplaintId(r.getId()),
        r.getVersion(),
        Ombudsman.valueOf(r.getScheme()),
        r.getSchemeReference(),
        r.getCustomerId(),
        notice == null ? null : new NoticeId(notice),
        appeal == null ? null : new AppealId(appeal),
        r.getCaseId(),
        area == null ? null : new ServiceAreaCode(area),
        r.getReceivedOn(),
        r.getAbout(),
        r.getRecordedAt().toInstant(),
        new ActorId(r.getRecordedBy()),
        row.get(REQUESTS),
        first(row.get(DECISIONS)),
        row.get(REMEDIES));
  }

  private static List<FileId> files(String[] ids) {
    return Arrays.stream(ids).map(file -> new FileId(UUID.fromString(file))).toList();
  }

  private static <T> @Nullable T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private static @Nullable RestrictionId restriction(@Nullable UUID id) {
    return id == null ? null : new RestrictionId(id);
  }

  private static @Nullable ActorId actor(@Nullable String id) {
    return id == null ? null : new ActorId(id);
  }
}
