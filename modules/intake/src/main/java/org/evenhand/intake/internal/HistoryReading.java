package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.foundation.WrittenOnce;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Histories;
import org.evenhand.intake.History;
import org.evenhand.intake.History.ContactsOfMonth;
import org.evenhand.intake.History.Happened;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.internal.jooq.tables.Contact;
import org.evenhand.intake.internal.jooq.tables.Matter;
import org.evenhand.intake.internal.jooq.tables.records.MatterRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Counts where the rows lie, so that a long history costs no more statements than a short one. */
@Component
class HistoryReading implements Histories {

  /** All records about the person, worked out once for the whole statement. */
  private static final Field<UUID[]> RECORDS = asked("ids", SQLDataType.UUID.array());

  private static final Contact C = CONTACT.as("c");
  private static final Matter M = MATTER.as("m");
  private static final Field<LocalDate> DAY = field(name("c", "day"), SQLDataType.LOCALDATE);
  private static final Field<LocalDate> MONTH =
      DSL.trunc(DAY, DatePart.MONTH).cast(SQLDataType.LOCALDATE);

  private static final Field<List<ContactsOfMonth>> CONTACTS = WrittenOnce.field(contacts());
  private static final Field<List<Happened>> INCIDENTS = WrittenOnce.field(incidents());

  private static final Field<Result<MatterRecord>> MATTERS =
      WrittenOnce.field(
          multiset(selectFrom(MATTER).where(MATTER.CUSTOMER.eq(any(RECORDS))).orderBy(MATTER.ID))
              .as("matters"));

  private static final Field<List<AdjustmentView>> ADJUSTMENTS =
      WrittenOnce.field(
          multiset(
                  selectFrom(ADJUSTMENT)
                      .where(ADJUSTMENT.CUSTOMER.eq(any(RECORDS)))
                      .orderBy(ADJUSTMENT.ID))
              .as("adjustments")
              .convertFrom(rows -> rows.map(AdjustmentReading::view)));

  private final DSLContext sql;
  private final Clock clock;

  HistoryReading(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public History of(CustomerId customer, LocalDate from, LocalDate until) {
    LocalDate today = LocalDate.now(clock.withZone(WorkingDays.LONDON));
    var asked =
        name("asked")
            .fields("ids", "first", "last", "beginning", "ending")
            .asMaterialized(
                select(
                    MergeReading.recordsOf(val(customer.value())),
                    val(from),
                    val(until),
                    val(ContactLog.beginning(from)),
                    val(ContactLog.beginning(until.plusDays(1)))));
    return sql.with(asked)
        .select(CONTACTS, INCIDENTS, MATTERS, ADJUSTMENTS)
        .fetchSingle(
            r ->
                new History(
                    r.value1(),
                    r.value2(),
                    r.value3().map(matter -> MatterBook.view(matter, today)),
                    r.value4()));
  }

  private static <T> Field<T> asked(String what, DataType<T> type) {
    return field(select(field(name(what), type)).from(table(name("asked")))).cast(type);
  }

  /**
   * The contacts first and each of their matters once: PostgreSQL cannot know how few matters many
   * contacts are about, and would look one up for each contact. The join is full, though every
   * matter has its contact: only a full join is never done by comparing each with each, which
   * PostgreSQL would choose since it expects one contact where there are a thousand.
   */
  private static Field<List<ContactsOfMonth>> contacts() {
    var contacts =
        name("c")
            .as(
                select(
                        ContactLog.DAY.as("day"),
                        CONTACT.CAUSE,
                        CONTACT.DIRECTION,
                        CONTACT.STATUTORY_TOPIC,
                        CONTACT.MATTER)
                    .from(CONTACT)
                    .where(CONTACT.CUSTOMER.eq(any(RECORDS)))
                    .and(CONTACT.AT.ge(asked("beginning", SQLDataType.TIMESTAMPWITHTIMEZONE)))
                    .and(CONTACT.AT.lt(asked("ending", SQLDataType.TIMESTAMPWITHTIMEZONE))));
    var about = selectDistinct(C.MATTER).from(contacts).asTable("about");
    var matters =
        name("m")
            .asMaterialized(
                select(
                        MATTER.ID,
                        MATTER.STANDARD_MISSED,
                        MATTER.STANDARD_DUE,
                        MATTER.DECISION_REACHED_ON,
                        MATTER.CLOSING_LETTER_SENT_ON)
                    .from(about)
                    .join(MATTER)
                    .on(MATTER.ID.eq(about.field(C.MATTER))));
    Condition inbound = C.DIRECTION.eq(ContactDirection.IN.name());
    Condition counted = inbound.and(C.STATUTORY_TOPIC.isNull());
    return multiset(
            with(contacts)
                .with(matters)
                .select(
                    MONTH,
                    C.CAUSE,
                    count().filterWhere(counted),
                    count().filterWhere(counted.and(CausedByUs.of(C, DAY, M))),
                    count().filterWhere(inbound.and(C.STATUTORY_TOPIC.isNotNull())))
                .from(contacts)
                .fullJoin(matters)
                .on(M.ID.eq(C.MATTER))
                .groupBy(MONTH, C.CAUSE)
                .orderBy(MONTH, C.CAUSE))
        .as("contacts")
        .convertFrom(
            rows ->
                rows.map(
                    r ->
                        new ContactsOfMonth(
                            YearMonth.from(r.value1()),
                            ContactCause.valueOf(r.value2()),
                            r.value3(),
                            r.value4(),
                            r.value5())));
  }

  private static Field<List<Happened>> incidents() {
    return multiset(
            select(INCIDENT.ID, INCIDENT.OCCURRED_ON, INCIDENT.SERVICE_AREA, INCIDENT.BEHAVIOURS)
                .from(INCIDENT)
                .where(INCIDENT.CUSTOMER.eq(any(RECORDS)))
                .and(IncidentReading.STANDS)
                .and(
                    INCIDENT.OCCURRED_ON.between(
                        asked("first", SQLDataType.LOCALDATE),
                        asked("last", SQLDataType.LOCALDATE)))
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
