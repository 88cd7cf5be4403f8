package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.SubjectCapacity;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class ConcernReading implements Concerns {

  private final DSLContext sql;

  ConcernReading(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<ConcernView> find(ConcernId id) {
    return where(CONCERN.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<ConcernView> find(Collection<ConcernId> ids) {
    return ids.isEmpty()
        ? List.of()
        : where(
            CONCERN.ID.eq(
                DSL.any(ids.stream().map(ConcernId::value).distinct().toArray(UUID[]::new))));
  }

  @Override
  public List<ConcernView> of(CustomerId customer) {
    return where(CONCERN.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))));
  }

  private List<ConcernView> where(Condition which) {
    return sql.selectFrom(CONCERN)
        .where(which)
        .orderBy(CONCERN.REPORTED_AT.desc(), CONCERN.ID.desc())
        .fetch(ConcernReading::view);
  }

  static ConcernView view(Record r) {
    UUID customer = r.get(CONCERN.CUSTOMER);
    return new ConcernView(
        new ConcernId(r.get(CONCERN.ID)),
        r.get(CONCERN.VERSION),
        r.get(CONCERN.REFERENCE),
        customer == null ? null : new CustomerId(customer),
        r.get(CONCERN.UNKNOWN_PERSON),
        Rows.one(SubjectCapacity.class, r.get(CONCERN.SUBJECT_CAPACITY)),
        Rows.area(r.get(CONCERN.SERVICE_AREA)),
        Role.valueOf(r.get(CONCERN.OWNER_ROLE)),
        r.get(CONCERN.SUMMARY),
        new ActorId(r.get(CONCERN.REPORTED_BY)),
        Role.valueOf(r.get(CONCERN.REPORTED_AS)),
        r.get(CONCERN.REPORTED_AT).toInstant(),
        ConcernStatus.valueOf(r.get(CONCERN.STATUS)),
        Rows.instant(r.get(CONCERN.TRIAGED_AT)),
        Rows.actor(r.get(CONCERN.TRIAGED_BY)),
        r.get(CONCERN.REASON),
        Rows.one(ConcernRoute.class, r.get(CONCERN.ROUTE)),
        r.get(CONCERN.FEEDBACK),
        Rows.actor(r.get(CONCERN.SUBJECT_ACTOR)));
  }
}
