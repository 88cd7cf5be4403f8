package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Assault;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.IncidentVoiding;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.PerceivedBy;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.spi.Channel;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class IncidentReading implements Incidents {

  /** Not void. */
  static final Condition STANDS = INCIDENT.VOIDED_AT.isNull();

  private final DSLContext sql;

  IncidentReading(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<IncidentView> of(CustomerId customer) {
    return where(INCIDENT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))).and(STANDS));
  }

  @Override
  public List<IncidentView> find(Collection<IncidentId> ids) {
    return ids.isEmpty()
        ? List.of()
        : where(
            INCIDENT.ID.eq(
                DSL.any(ids.stream().map(IncidentId::value).distinct().toArray(UUID[]::new))));
  }

  @Override
  public List<IncidentView> ofConcerns(Collection<ConcernId> concerns) {
    return concerns.isEmpty()
        ? List.of()
        : where(
            INCIDENT.CONCERN.eq(
                DSL.any(concerns.stream().map(ConcernId::value).distinct().toArray(UUID[]::new))));
  }

  /**
   * The first day on which this customer dealt with us in a way that may be counted: a contact of
   * theirs that used no right, or an incident (F18). Empty where there was none.
   */
  Optional<LocalDate> firstDealing(CustomerId customer) {
    return sql.select(DSL.min(DSL.field("day", LocalDate.class)))
        .from(
            select(ContactLog.DAY.as("day"))
                .from(CONTACT)
                .where(CONTACT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
                .and(CONTACT.DIRECTION.eq(ContactDirection.IN.name()))
                .and(CONTACT.STATUTORY_TOPIC.isNull())
                .unionAll(
                    select(INCIDENT.OCCURRED_ON)
                        .from(INCIDENT)
                        .where(INCIDENT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
                        .and(STANDS)))
        .fetchOptional(r -> r.value1());
  }

  private List<IncidentView> where(Condition which) {
    return sql.selectFrom(INCIDENT)
        .where(which)
        .orderBy(INCIDENT.OCCURRED_ON.desc(), INCIDENT.ID.desc())
        .fetch(IncidentReading::view);
  }

  static IncidentView view(Record r) {
    UUID customer = r.get(INCIDENT.CUSTOMER);
    return new IncidentView(
        new IncidentId(r.get(INCIDENT.ID)),
        r.get(INCIDENT.VERSION),
        new ConcernId(r.get(INCIDENT.CONCERN)),
        customer == null ? null : new CustomerId(customer),
        Rows.area(r.get(INCIDENT.SERVICE_AREA)),
        r.get(INCIDENT.OCCURRED_ON),
        r.get(INCIDENT.OCCURRED_AT),
        Channel.valueOf(r.get(INCIDENT.CHANNEL)),
        Arrays.asList(r.get(INCIDENT.BEHAVIOURS)),
        r.get(INCIDENT.OTHER_BEHAVIOUR),
        Rows.one(StatutoryTopic.class, r.get(INCIDENT.RIGHT_BEING_USED)),
        Rows.set(Affected.class, r.get(INCIDENT.AFFECTED)),
        r.get(INCIDENT.AFFECTED_NOTE),
        new Impact(
            r.get(INCIDENT.MINUTES_SPENT),
            r.get(INCIDENT.STRESS),
            r.get(INCIDENT.HINDERED_PERFORMANCE),
            r.get(INCIDENT.DISTRESS),
            r.get(INCIDENT.IMPACT_NOTE)),
        r.get(INCIDENT.CUSTOMER_DISTRESSED),
        r.get(INCIDENT.ACCOUNT),
        SourceGrade.valueOf(r.get(INCIDENT.SOURCE_GRADE)),
        Confidence.valueOf(r.get(INCIDENT.IDENTITY_CONFIDENCE)),
        r.get(INCIDENT.TESTED),
        Rows.one(Assault.class, r.get(INCIDENT.ASSAULT)),
        Rows.set(HateStrand.class, r.get(INCIDENT.HATE_STRANDS)),
        Rows.one(PerceivedBy.class, r.get(INCIDENT.HATE_PERCEIVED_BY)),
        new ActorId(r.get(INCIDENT.RECORDED_BY)),
        r.get(INCIDENT.RECORDED_AT).toInstant(),
        voiding(r));
  }

  private static @Nullable IncidentVoiding voiding(Record r) {
    Instant at = Rows.instant(r.get(INCIDENT.VOIDED_AT));
    String by = r.get(INCIDENT.VOIDED_BY);
    String reason = r.get(INCIDENT.VOID_REASON);
    return at == null || by == null || reason == null
        ? null
        : new IncidentVoiding(at, new ActorId(by), reason);
  }
}
