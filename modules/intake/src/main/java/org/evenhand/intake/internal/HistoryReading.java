package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Histories;
import org.evenhand.intake.History;
import org.evenhand.intake.History.ContactsOfMonth;
import org.evenhand.intake.History.Happened;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Counts where the rows lie, so that a long history costs no more statements than a short one. */
@Component
class HistoryReading implements Histories {

  private static final Field<String> MONTH =
      DSL.function("to_char", SQLDataType.VARCHAR, ContactLog.DAY, DSL.inline("YYYY-MM"));

  private final DSLContext sql;
  private final Clock clock;

  HistoryReading(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public History of(CustomerId customer, LocalDate from, LocalDate until) {
    LocalDate today = LocalDate.now(clock.withZone(WorkingDays.LONDON));
    Field<List<ContactsOfMonth>> contacts = contacts(customer, from, until);
    Field<List<Happened>> incidents = incidents(customer, from, until);
    Field<List<MatterView>> matters =
        multiset(
                selectFrom(MATTER)
                    .where(MATTER.CUSTOMER.eq(any(MergeReading.recordsOf(customer))))
                    .orderBy(MATTER.ID))
            .as("matters")
            .convertFrom(rows -> rows.map(r -> MatterBook.view(r, today)));
    Field<List<AdjustmentView>> adjustments =
        multiset(
                selectFrom(ADJUSTMENT)
                    .where(ADJUSTMENT.CUSTOMER.eq(any(MergeReading.recordsOf(customer))))
                    .orderBy(ADJUSTMENT.ID))
            .as("adjustments")
            .convertFrom(rows -> rows.map(AdjustmentReading::view));
    return sql.select(contacts, incidents, matters, adjustments)
        .fetchSingle(r -> new History(r.value1(), r.value2(), r.value3(), r.value4()));
  }

  private static Field<List<ContactsOfMonth>> contacts(
      CustomerId customer, LocalDate from, LocalDate until) {
    Condition inbound = CONTACT.DIRECTION.eq(ContactDirection.IN.name());
    Condition counted = inbound.and(CONTACT.STATUTORY_TOPIC.isNull());
    return multiset(
            select(
                    MONTH,
                    CONTACT.CAUSE,
                    count().filterWhere(counted),
                    count().filterWhere(counted.and(ContactLog.CAUSED_BY_US)),
                    count().filterWhere(inbound.and(CONTACT.STATUTORY_TOPIC.isNotNull())))
                .from(CONTACT)
                .leftJoin(MATTER)
                .on(MATTER.ID.eq(CONTACT.MATTER))
                .where(CONTACT.CUSTOMER.eq(any(MergeReading.recordsOf(customer))))
                .and(CONTACT.AT.ge(ContactLog.beginning(from)))
                .and(CONTACT.AT.lt(ContactLog.beginning(until.plusDays(1))))
                .groupBy(MONTH, CONTACT.CAUSE)
                .orderBy(MONTH, CONTACT.CAUSE))
        .as("contacts")
        .convertFrom(
            rows ->
                rows.map(
                    r ->
                        new ContactsOfMonth(
                            YearMonth.parse(r.value1()),
                            ContactCause.valueOf(r.value2()),
                            r.value3(),
                            r.value4(),
                            r.value5())));
  }

  private static Field<List<Happened>> incidents(
      CustomerId customer, LocalDate from, LocalDate until) {
    return multiset(
            select(INCIDENT.ID, INCIDENT.OCCURRED_ON, INCIDENT.SERVICE_AREA, INCIDENT.BEHAVIOURS)
                .from(INCIDENT)
                .where(INCIDENT.CUSTOMER.eq(any(MergeReading.recordsOf(customer))))
                .and(IncidentReading.STANDS)
                .and(INCIDENT.OCCURRED_ON.between(from, until))
                .orderBy(INCIDENT.OCCURRED_ON.desc(), INCIDENT.ID.desc()))
        .as("incidents")
        .convertFrom(
            rows ->
                rows.map(
                    r -> {
                      ServiceAreaCode area = Rows.area(r.value3());
                      return new Happened(
                          new IncidentId(r.value1()), r.value2(), area, Set.of(r.value4()));
                    }));
  }
}
