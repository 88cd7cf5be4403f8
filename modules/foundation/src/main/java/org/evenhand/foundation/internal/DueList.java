package org.evenhand.foundation.internal;

import static org.evenhand.foundation.internal.jooq.Tables.DUTY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.internal.jooq.tables.records.DutyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is still to be done, as far as the reader may see it; what is longest overdue first. */
@Component
public class DueList {

  /**
   * Which duties; null narrows nothing.
   *
   * @param mine only what the reader has to do, by name or by role and service area
   */
  public record Wanted(
      boolean mine,
      @Nullable Role ownerRole,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable String kind,
      @Nullable GlobalId subject,
      boolean overdue,
      @Nullable LocalDate dueBy) {}

  private final DSLContext sql;

  DueList(DSLContext sql) {
    this.sql = sql;
  }

  public Page<DutyView> page(Actor reader, Wanted wanted, Instant now, Page.Request request) {
    Condition which =
        DUTY.DISCHARGED_AT.isNull().and(wanted.mine() ? mine(reader) : visible(reader));
    if (wanted.ownerRole() != null) {
      which = which.and(DUTY.OWNER_ROLE.eq(wanted.ownerRole().name()));
    }
    if (wanted.serviceArea() != null) {
      which = which.and(DUTY.SERVICE_AREA_CODE.eq(wanted.serviceArea().value()));
    }
    if (wanted.kind() != null) {
      which = which.and(DUTY.KIND.eq(wanted.kind()));
    }
    GlobalId subject = wanted.subject();
    if (subject != null) {
      which = which.and(DUTY.SUBJECT_ID.eq(subject.id())).and(DUTY.SUBJECT_TYPE.eq(subject.type()));
    }
    if (wanted.overdue()) {
      which = which.and(DUTY.DUE_AT.le(now.atOffset(ZoneOffset.UTC)));
    }
    if (wanted.dueBy() != null) {
      which = which.and(DUTY.DUE_ON.le(wanted.dueBy()));
    }
    Condition behind = DSL.noCondition();
    if (request.after() != null) {
      var last = DUTY.as("last");
      behind =
          DSL.row(DUTY.DUE_AT, DUTY.ID)
              .gt(DSL.select(last.DUE_AT, last.ID).from(last).where(last.ID.eq(request.after())));
    }
    List<DutyView> found =
        sql.selectFrom(DUTY)
            .where(which)
            .and(behind)
            .orderBy(DUTY.DUE_AT, DUTY.ID)
            .limit(request.limit())
            .fetch(DueList::view);
    int count = sql.fetchCount(DSL.selectOne().from(DUTY).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, DutyView::id, count);
  }

  private static Condition visible(Actor reader) {
    if (reader.holdsAny(
        Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR)) {
      return DSL.noCondition();
    }
    return mine(reader).or(DUTY.SERVICE_AREA_CODE.in(codes(reader.headedAreas())));
  }

  /** By name; or by role, where nobody is named, in the areas for which the role is held. */
  private static Condition mine(Actor reader) {
    Condition byRole = DSL.falseCondition();
    for (Role role : reader.allRoles()) {
      Condition inTheRole = DUTY.OWNER_ROLE.eq(role.name());
      Condition inItsAreas =
          switch (role) {
            case HEAD_OF_SERVICE -> here(reader.headedAreas());
            case OFFICER, CONTRACTOR -> here(reader.serviceAreas());
            default -> DSL.noCondition();
          };
      byRole = byRole.or(inTheRole.and(inItsAreas));
    }
    return DUTY.OWNER_ACTOR.eq(reader.id().value()).or(DUTY.OWNER_ACTOR.isNull().and(byRole));
  }

  private static Condition here(Collection<ServiceAreaCode> areas) {
    return DUTY.SERVICE_AREA_CODE.isNull().or(DUTY.SERVICE_AREA_CODE.in(codes(areas)));
  }

  private static List<String> codes(Collection<ServiceAreaCode> areas) {
    return areas.stream().map(ServiceAreaCode::value).toList();
  }

  private static DutyView view(DutyRecord row) {
    String owner = row.getOwnerActor();
    String area = row.getServiceAreaCode();
    String dischargedBy = row.getDischargedBy();
    return new DutyView(
        row.getId(),
        row.getKind(),
        row.getSubjectType(),
        row.getSubjectId(),
        row.getPersonId(),
        Role.valueOf(row.getOwnerRole()),
        owner == null ? null : new ActorId(owner),
        area == null ? null : new ServiceAreaCode(area),
        row.getOpenedAt().toInstant(),
        row.getDueOn(),
        row.getDueAt().toInstant(),
        instant(row.getFellDueAt()),
        instant(row.getDischargedAt()),
        dischargedBy == null ? null : new ActorId(dischargedBy),
        row.getDischargeReference(),
        row.getDischargeReason());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
