package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.APPEAL;
import static org.evenhand.appeals.internal.jooq.Tables.CONFLICT_DECLARATION;
import static org.evenhand.appeals.internal.jooq.Tables.CORRECTION;
import static org.evenhand.appeals.internal.jooq.Tables.DETERMINATION;
import static org.evenhand.appeals.internal.jooq.Tables.FINDINGS;
import static org.evenhand.appeals.internal.jooq.Tables.GROUND_DECISION;
import static org.evenhand.appeals.internal.jooq.Tables.GROUND_FINDING;
import static org.evenhand.appeals.internal.jooq.Tables.INVESTIGATION_ENTRY;
import static org.evenhand.appeals.internal.jooq.Tables.INVESTIGATOR;
import static org.evenhand.appeals.internal.jooq.Tables.LETTER;
import static org.evenhand.appeals.internal.jooq.Tables.OPTION;
import static org.evenhand.appeals.internal.jooq.Tables.SUSPENSION;
import static org.evenhand.appeals.internal.jooq.Tables.VARIATION;
import static org.evenhand.appeals.internal.jooq.Tables.WITHDRAWAL;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealChannel;
import org.evenhand.appeals.AppealCorrection;
import org.evenhand.appeals.AppealCorrectionKind;
import org.evenhand.appeals.AppealCourse;
import org.evenhand.appeals.AppealDetermination;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealLetter;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.Appeals;
import org.evenhand.appeals.BorneOut;
import org.evenhand.appeals.ConflictDeclaration;
import org.evenhand.appeals.DecisionOption;
import org.evenhand.appeals.DeclaredPart;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.appeals.GroundFinding;
import org.evenhand.appeals.InvestigationEntry;
import org.evenhand.appeals.InvestigationKind;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.LodgedBy;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.PresentedFindings;
import org.evenhand.appeals.SuspensionDecision;
import org.evenhand.appeals.Withdrawal;
import org.evenhand.appeals.internal.jooq.Sequences;
import org.evenhand.appeals.internal.jooq.tables.records.AppealRecord;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WrittenOnce;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.restrictions.RestrictionId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads appeals. */
@Component
public class AppealReads implements Appeals {

  private static final Field<List<NamedInvestigator>> INVESTIGATORS =
      multiset(
              select(
                      INVESTIGATOR.PERSON,
                      INVESTIGATOR.NAME,
                      INVESTIGATOR.OUTSIDE_BODY,
                      INVESTIGATOR.WHY,
                      INVESTIGATOR.BY_ACTOR,
                      INVESTIGATOR.AT)
                  .from(INVESTIGATOR)
                  .where(INVESTIGATOR.APPEAL_ID.eq(APPEAL.ID))
                  .orderBy(INVESTIGATOR.AT, INVESTIGATOR.ID))
          .as("investigators")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new NamedInvestigator(
                              new ActorId(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              new ActorId(r.value5()),
                              r.value6().toInstant())));

  private static final Field<List<ConflictDeclaration>> DECLARATIONS =
      multiset(
              select(
                      CONFLICT_DECLARATION.PERSON,
                      CONFLICT_DECLARATION.PART,
                      CONFLICT_DECLARATION.WORDS,
                      CONFLICT_DECLARATION.AT)
                  .from(CONFLICT_DECLARATION)
                  .where(CONFLICT_DECLARATION.APPEAL_ID.eq(APPEAL.ID))
                  .orderBy(CONFLICT_DECLARATION.AT, CONFLICT_DECLARATION.ID))
          .as("declarations")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new ConflictDeclaration(
                              new ActorId(r.value1()),
                              DeclaredPart.valueOf(r.value2()),
                              r.value3(),
                              r.value4().toInstant())));

  private static final Field<List<InvestigationEntry>> INVESTIGATION =
      multiset(
              select(
                      INVESTIGATION_ENTRY.ID,
                      INVESTIGATION_ENTRY.KIND,
                      INVESTIGATION_ENTRY.ABOUT,
                      INVESTIGATION_ENTRY.HELD_ON,
                      INVESTIGATION_ENTRY.WORDS,
                      INVESTIGATION_ENTRY.NEW_INFORMATION,
                      INVESTIGATION_ENTRY.FILES,
                      INVESTIGATION_ENTRY.BY_ACTOR,
                      INVESTIGATION_ENTRY.AT)
                  .from(INVESTIGATION_ENTRY)
                  .where(INVESTIGATION_ENTRY.APPEAL_ID.eq(APPEAL.ID))
                  .orderBy(INVESTIGATION_ENTRY.AT, INVESTIGATION_ENTRY.ID))
          .as("investigation")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new InvestigationEntry(
                              r.value1(),
                              InvestigationKind.valueOf(r.value2()),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              r.value6(),
                              Arrays.stream(r.value7())
                                  .map(file -> new FileId(UUID.fromString(file)))
                                  .toList(),
                              new ActorId(r.value8()),
                              r.value9().toInstant())));

  private static final Field<List<SuspensionDecision>> SUSPENSIONS =
      multiset(
              select(
                      SUSPENSION.SUSPENDS,
                      SUSPENSION.RESTRICTIONS,
                      SUSPENSION.REASON,
                      SUSPENSION.BY_ACTOR,
                      SUSPENSION.AT)
                  .from(SUSPENSION)
                  .where(SUSPENSION.APPEAL_ID.eq(APPEAL.ID))
                  .orderBy(SUSPENSION.AT, SUSPENSION.ID))
          .as("suspensions")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new SuspensionDecision(
                              r.value1(),
                              Arrays.stream(r.value2())
                                  .map(id -> new RestrictionId(UUID.fromString(id)))
                                  .collect(Collectors.toSet()),
                              r.value3(),
                              new ActorId(r.value4()),
                              r.value5().toInstant())));

  private static final Field<List<AppealCorrection>> CORRECTIONS =
      multiset(
              select(CORRECTION.KIND, CORRECTION.AT, CORRECTION.BY_ACTOR)
                  .from(CORRECTION)
                  .where(CORRECTION.APPEAL_ID.eq(APPEAL.ID))
                  .orderBy(CORRECTION.AT, CORRECTION.ID))
          .as("corrections")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new AppealCorrection(
                              AppealCorrectionKind.valueOf(r.value1()),
                              r.value2().toInstant(),
                              new ActorId(r.value3()))));

  private static final Field<Map<RestrictionId, RestrictionId>> VARIATIONS =
      multiset(
              select(VARIATION.EARLIER, VARIATION.LATER)
                  .from(VARIATION)
                  .where(VARIATION.APPEAL_ID.eq(DETERMINATION.APPEAL_ID)))
          .as("variations")
          .convertFrom(
              rows ->
                  rows.intoMap(
                      r -> new RestrictionId(r.value1()), r -> new RestrictionId(r.value2())));

  private static final Field<List<GroundFinding>> GROUNDS_FOUND =
      multiset(
              select(GROUND_FINDING.GROUND, GROUND_FINDING.BORNE_OUT, GROUND_FINDING.WORDS)
                  .from(GROUND_FINDING)
                  .where(GROUND_FINDING.APPEAL_ID.eq(FINDINGS.APPEAL_ID))
                  .orderBy(GROUND_FINDING.GROUND))
          .as("grounds_found")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new GroundFinding(
                              GroundCode.valueOf(r.value1()),
                              BorneOut.valueOf(r.value2()),
                              r.value3())));

  private static final Field<List<DecisionOption>> OPTIONS =
      multiset(
              select(OPTION.WHAT, OPTION.EFFECT)
                  .from(OPTION)
                  .where(OPTION.APPEAL_ID.eq(FINDINGS.APPEAL_ID))
                  .orderBy(OPTION.POSITION))
          .as("options")
          .convertFrom(rows -> rows.map(r -> new DecisionOption(r.value1(), r.value2())));

  private static final Field<List<PresentedFindings>> FINDINGS_PRESENTED =
      multiset(
              select(
                      FINDINGS.PRESENTED_TO,
                      FINDINGS.PRESENTED_TO_NAME,
                      FINDINGS.CUSTOMERS_CASE,
                      FINDINGS.SUMMARY,
                      GROUNDS_FOUND,
                      OPTIONS,
                      FINDINGS.DECIDE_BY,
                      FINDINGS.BY_ACTOR,
                      FINDINGS.AT)
                  .from(FINDINGS)
                  .where(FINDINGS.APPEAL_ID.eq(APPEAL.ID)))
          .as("findings_presented")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new PresentedFindings(
                              new ActorId(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              r.value5(),
                              r.value6(),
                              r.value7(),
                              new ActorId(r.value8()),
                              r.value9().toInstant())));

  private static final Field<List<GroundDecision>> GROUNDS_DECIDED =
      multiset(
              select(GROUND_DECISION.GROUND, GROUND_DECISION.ACCEPTED, GROUND_DECISION.REASONS)
                  .from(GROUND_DECISION)
                  .where(GROUND_DECISION.APPEAL_ID.eq(DETERMINATION.APPEAL_ID))
                  .orderBy(GROUND_DECISION.GROUND))
          .as("grounds_decided")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new GroundDecision(
                              GroundCode.valueOf(r.value1()),
                              BorneOut.valueOf(r.value2()),
                              r.value3())));

  private static final Field<List<AppealDetermination>> DETERMINATIONS =
      multiset(
              select(
                      DETERMINATION.OUTCOME,
                      DETERMINATION.REASONS,
                      GROUNDS_DECIDED,
                      DETERMINATION.FINDINGS_SET_ASIDE,
                      DETERMINATION.LIFTED,
                      VARIATIONS,
                      DETERMINATION.BY_ACTOR,
                      DETERMINATION.AT)
                  .from(DETERMINATION)
                  .where(DETERMINATION.APPEAL_ID.eq(APPEAL.ID)))
          .as("determinations")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new AppealDetermination(
                              AppealOutcome.valueOf(r.value1()),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              Arrays.stream(r.value5())
                                  .map(id -> new RestrictionId(UUID.fromString(id)))
                                  .collect(Collectors.toSet()),
                              r.value6(),
                              new ActorId(r.value7()),
                              r.value8().toInstant())));

  private static final Field<List<Withdrawal>> WITHDRAWALS =
      multiset(
              select(WITHDRAWAL.RECEIVED_ON, WITHDRAWAL.WORDS, WITHDRAWAL.BY_ACTOR, WITHDRAWAL.AT)
                  .from(WITHDRAWAL)
                  .where(WITHDRAWAL.APPEAL_ID.eq(APPEAL.ID)))
          .as("withdrawals")
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Withdrawal(
                              r.value1(),
                              r.value2(),
                              new ActorId(r.value3()),
                              r.value4().toInstant())));

  private static final Field<Map<String, AppealLetter>> LETTERS =
      multiset(
              select(LETTER.KIND, LETTER.NOTICE_ID, LETTER.BY_ACTOR, LETTER.AT)
                  .from(LETTER)
                  .where(LETTER.APPEAL_ID.eq(APPEAL.ID)))
          .as("letters")
          .convertFrom(
              rows ->
                  rows.intoMap(
                      r -> r.value1(),
                      r ->
                          new AppealLetter(
                              new NoticeId(r.value2()),
                              new ActorId(r.value3()),
                              r.value4().toInstant())));

  private static final List<Field<?>> COURSE =
      WrittenOnce.fields(
          INVESTIGATORS,
          DECLARATIONS,
          INVESTIGATION,
          SUSPENSIONS,
          CORRECTIONS,
          FINDINGS_PRESENTED,
          DETERMINATIONS,
          WITHDRAWALS,
          LETTERS);

  private final DSLContext sql;

  AppealReads(DSLContext sql) {
    this.sql = sql;
  }

  long nextNumber() {
    return sql.nextval(Sequences.APPEAL_NUMBER);
  }

  @Override
  public Optional<AppealView> find(AppealId id) {
    return appeals().where(APPEAL.ID.eq(id.value())).fetchOptional(AppealReads::view);
  }

  /** Several, by id, in one statement. */
  public Map<AppealId, AppealView> find(Collection<AppealId> ids) {
    return appeals()
        .where(APPEAL.ID.in(ids.stream().map(AppealId::value).toList()))
        .fetchMap(r -> new AppealId(r.get(APPEAL.ID)), AppealReads::view);
  }

  @Override
  public Optional<AppealView> against(NoticeId notice) {
    return Optional.ofNullable(against(List.of(notice.value())).get(notice.value()));
  }

  /** The appeals against several notices, by notice. */
  public Map<UUID, AppealView> against(Collection<UUID> notices) {
    return appeals()
        .where(APPEAL.NOTICE_ID.in(notices))
        .fetchMap(APPEAL.NOTICE_ID, AppealReads::view);
  }

  @Override
  public List<AppealView> pending(UUID customerId) {
    return appeals()
        .where(APPEAL.CUSTOMER_ID.eq(customerId))
        .and(APPEAL.STATUS.in(pendingStatuses()))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  @Override
  public List<AppealView> ofCase(UUID caseId) {
    return appeals()
        .where(APPEAL.CASE_ID.eq(caseId))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  List<AppealView> ofCustomer(UUID customerId) {
    return appeals()
        .where(APPEAL.CUSTOMER_ID.eq(customerId))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  /** Of several records, in one statement. */
  List<AppealView> ofCustomers(Collection<UUID> customerIds) {
    return appeals()
        .where(APPEAL.CUSTOMER_ID.eq(DSL.any(customerIds.toArray(UUID[]::new))))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  /**
   * A page, latest received first.
   *
   * @param areas only those of cases that these services lead; null for all
   * @param statuses only these; empty for all
   * @param customer only this customer's; null for all
   */
  public Page<AppealView> page(
      @Nullable Set<ServiceAreaCode> areas,
      Set<AppealStatus> statuses,
      @Nullable UUID customer,
      Page.Request request) {
    var matching = new ArrayList<Condition>();
    if (areas != null) {
      matching.add(
          APPEAL.SERVICE_AREA_CODE.in(areas.stream().map(ServiceAreaCode::value).toList()));
    }
    if (!statuses.isEmpty()) {
      matching.add(APPEAL.STATUS.in(statuses.stream().map(Enum::name).toList()));
    }
    if (customer != null) {
      matching.add(APPEAL.CUSTOMER_ID.eq(customer));
    }
    var cursor = APPEAL.as("cursor");
    Condition after =
        request.after() == null
            ? DSL.noCondition()
            : DSL.row(APPEAL.RECEIVED_ON, APPEAL.ID)
                .lt(
                    DSL.select(cursor.RECEIVED_ON, cursor.ID)
                        .from(cursor)
                        .where(cursor.ID.eq(request.after())));
    List<AppealView> rows =
        appeals()
            .where(matching)
            .and(after)
            .orderBy(APPEAL.RECEIVED_ON.desc(), APPEAL.ID.desc())
            .limit(request.limit())
            .fetch(AppealReads::view);
    int count =
        sql.fetchCount(DSL.selectOne().from(APPEAL).where(matching).limit(Page.MOST_COUNTED));
    return Page.of(rows, request, a -> a.id().value(), count);
  }

  private static List<String> pendingStatuses() {
    return Arrays.stream(AppealStatus.values())
        .filter(AppealStatus::pending)
        .map(Enum::name)
        .toList();
  }

  private SelectJoinStep<Record> appeals() {
    return sql.select(APPEAL.fields()).select(COURSE).from(APPEAL);
  }

  private static AppealView view(Record row) {
    AppealRecord r = row.into(APPEAL);
    String area = r.getServiceAreaCode();
    UUID representative = r.getRepresentativeId();
    return new AppealView(
        new AppealId(r.getId()),
        r.getVersion(),
        r.getReference(),
        new NoticeId(r.getNoticeId()),
        r.getCustomerId(),
        r.getCaseId(),
        area == null ? null : new ServiceAreaCode(area),
        AppealStatus.valueOf(r.getStatus()),
        LodgedBy.valueOf(r.getLodgedBy()),
        representative == null ? null : new RepresentativeId(representative),
        r.getAdjustment(),
        AppealChannel.valueOf(r.getChannel()),
        r.getReceivedOn(),
        r.getSentOn(),
        r.getLastDay(),
        r.getInTime(),
        r.getGrounds(),
        Arrays.stream(r.getGroundCodes()).map(GroundCode::valueOf).collect(Collectors.toSet()),
        r.getGroundsReceivedOn(),
        r.getPresentBy(),
        r.getWorkTo(),
        r.getHeadConflicted(),
        lateDecision(r),
        r.getTellBy(),
        r.getRecordedAt().toInstant(),
        new ActorId(r.getRecordedBy()),
        course(row));
  }

  private static AppealCourse course(Record row) {
    Map<String, AppealLetter> letters = row.get(LETTERS);
    return new AppealCourse(
        row.get(INVESTIGATORS),
        row.get(DECLARATIONS),
        row.get(INVESTIGATION),
        row.get(SUSPENSIONS),
        row.get(CORRECTIONS),
        row.get(FINDINGS_PRESENTED).stream().findFirst().orElse(null),
        row.get(DETERMINATIONS).stream().findFirst().orElse(null),
        row.get(WITHDRAWALS).stream().findFirst().orElse(null),
        letters.get(WritingToAppellants.ACKNOWLEDGEMENT),
        letters.get(WritingToAppellants.OUTCOME));
  }

  private static @Nullable LateDecision lateDecision(AppealRecord r) {
    return r.getLateAccepted() == null
        ? null
        : new LateDecision(
            r.getLateAccepted(),
            Objects.requireNonNull(r.getLateReason()),
            Objects.requireNonNull(r.getLateDecidedAt()).toInstant(),
            new ActorId(Objects.requireNonNull(r.getLateDecidedBy())));
  }
}
