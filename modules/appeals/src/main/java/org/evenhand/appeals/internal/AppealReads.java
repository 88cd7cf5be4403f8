package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.APPEAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.appeals.AppealChannel;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.Appeals;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.LodgedBy;
import org.evenhand.appeals.internal.jooq.Sequences;
import org.evenhand.appeals.internal.jooq.tables.records.AppealRecord;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.RepresentativeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads appeals. */
@Component
public class AppealReads implements Appeals {

  private final DSLContext sql;

  AppealReads(DSLContext sql) {
    this.sql = sql;
  }

  long nextNumber() {
    return sql.nextval(Sequences.APPEAL_NUMBER);
  }

  @Override
  public Optional<AppealView> find(AppealId id) {
    return sql.selectFrom(APPEAL).where(APPEAL.ID.eq(id.value())).fetchOptional(AppealReads::view);
  }

  @Override
  public Optional<AppealView> against(NoticeId notice) {
    return Optional.ofNullable(against(List.of(notice.value())).get(notice.value()));
  }

  /** The appeals against several notices, by notice. */
  public Map<UUID, AppealView> against(Collection<UUID> notices) {
    return sql.selectFrom(APPEAL)
        .where(APPEAL.NOTICE_ID.in(notices))
        .fetchMap(APPEAL.NOTICE_ID, AppealReads::view);
  }

  @Override
  public List<AppealView> pending(UUID customerId) {
    return sql.selectFrom(APPEAL)
        .where(APPEAL.CUSTOMER_ID.eq(customerId))
        .and(APPEAL.STATUS.in(pendingStatuses()))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  @Override
  public List<AppealView> ofCase(UUID caseId) {
    return sql.selectFrom(APPEAL)
        .where(APPEAL.CASE_ID.eq(caseId))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  List<AppealView> ofCustomer(UUID customerId) {
    return sql.selectFrom(APPEAL)
        .where(APPEAL.CUSTOMER_ID.eq(customerId))
        .orderBy(APPEAL.RECEIVED_ON, APPEAL.ID)
        .fetch(AppealReads::view);
  }

  /** Of several records, in one statement. */
  List<AppealView> ofCustomers(Collection<UUID> customerIds) {
    return sql.selectFrom(APPEAL)
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
        sql.selectFrom(APPEAL)
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
    return java.util.Arrays.stream(AppealStatus.values())
        .filter(AppealStatus::pending)
        .map(Enum::name)
        .toList();
  }

  private static AppealView view(AppealRecord r) {
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
        r.getGroundsReceivedOn(),
        r.getPresentBy(),
        r.getWorkTo(),
        r.getHeadConflicted(),
        lateDecision(r),
        r.getRecordedAt().toInstant(),
        new ActorId(r.getRecordedBy()));
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
