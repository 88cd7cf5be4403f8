package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_MERGE;
import static org.evenhand.intake.internal.jooq.Tables.EQUALITY_ANSWER;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.intake.EqualityFigures;
import org.evenhand.intake.OwnEqualityAnswers;
import org.evenhand.intake.RecordingEqualityData;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Equality data, apart from all else. Rows are written and deleted as they are, without versions or
 * history: what is erased is gone (T26).
 */
@Service
class EqualityBook implements RecordingEqualityData, EqualityFigures, OwnEqualityAnswers {

  private final CustomerReading customers;
  private final MergeReading merges;
  private final DSLContext sql;

  EqualityBook(CustomerReading customers, MergeReading merges, DSLContext sql) {
    this.customers = customers;
    this.merges = merges;
    this.sql = sql;
  }

  @Override
  @Transactional
  public Outcome<Held> record(AnswersToRecord command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<CustomerView> customer = customers.find(command.customerId());
    var checked =
        new Checked()
            .refuse(customer.isEmpty(), Refusal.notFound("Customer", "customer"))
            .refuse(
                customer
                    .filter(
                        c ->
                            c.kind() == CustomerKind.GROUP || c.kind() == CustomerKind.ORGANISATION)
                    .isPresent(),
                Refusal.at("NOT_A_PERSON", "customer"))
            .refuse(merges.moved(command.customerId(), "customer"))
            .refuse(!command.saidByCustomer(), Refusal.at("NOT_SAID_BY_CUSTOMER", "saidByCustomer"))
            .refuse(command.answers().isEmpty(), Refusal.at("TEXT_MISSING", "answers"))
            .notAfter(command.saidOn(), today, "saidOn");
    command
        .answers()
        .forEach(
            (characteristic, answer) ->
                checked.refuse(
                    !characteristic.answers().contains(answer),
                    Refusal.at(
                        "ANSWER_NOT_OFFERED",
                        Map.of("characteristic", characteristic.name()),
                        "answers")));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    command
        .answers()
        .forEach(
            (characteristic, answer) ->
                sql.insertInto(EQUALITY_ANSWER)
                    .set(EQUALITY_ANSWER.CUSTOMER, command.customerId().value())
                    .set(EQUALITY_ANSWER.CHARACTERISTIC, characteristic.name())
                    .set(EQUALITY_ANSWER.ANSWER, answer)
                    .set(EQUALITY_ANSWER.SAID_ON, command.saidOn())
                    .set(EQUALITY_ANSWER.RECORDED_BY, actor.id().value())
                    .onConflict(EQUALITY_ANSWER.CUSTOMER, EQUALITY_ANSWER.CHARACTERISTIC)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute());
    return Outcome.done(held(command.customerId()).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<Held> erase(CustomerId customer, String why, Actor actor, Instant now) {
    Optional<Held> held = held(customer);
    var checked =
        new Checked()
            .refuse(held.isEmpty(), Refusal.notFound("Customer", "customer"))
            .refuse(
                held.filter(h -> h.saidOn() == null).isPresent(),
                Refusal.at("NOTHING_HELD", "customer"))
            .needed(why, Checked.LINE, "why");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    sql.deleteFrom(EQUALITY_ANSWER)
        .where(EQUALITY_ANSWER.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
        .execute();
    return Outcome.done(held(customer).orElseThrow());
  }

  @Override
  public Optional<Held> held(CustomerId customer) {
    return customers
        .find(customer)
        .map(
            c ->
                new Held(
                    customer,
                    sql.select(max(EQUALITY_ANSWER.SAID_ON))
                        .from(EQUALITY_ANSWER)
                        .where(
                            EQUALITY_ANSWER.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
                        .fetchOne(r -> r.value1())));
  }

  @Override
  public List<Said> saidBy(CustomerId customer) {
    return sql.select(
            EQUALITY_ANSWER.CHARACTERISTIC, EQUALITY_ANSWER.ANSWER, EQUALITY_ANSWER.SAID_ON)
        .from(EQUALITY_ANSWER)
        .where(EQUALITY_ANSWER.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))))
        .orderBy(EQUALITY_ANSWER.CHARACTERISTIC, EQUALITY_ANSWER.SAID_ON)
        .fetch(r -> new Said(EqualityCharacteristic.valueOf(r.value1()), r.value2(), r.value3()));
  }

  @Override
  public Map<EqualityCharacteristic, Map<String, Integer>> counts(Collection<CustomerId> people) {
    var counts =
        new EnumMap<EqualityCharacteristic, Map<String, Integer>>(EqualityCharacteristic.class);
    UUID[] ids = people.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
    if (ids.length == 0) {
      return counts;
    }
    // Each person once: by the record under which they are kept, with their latest answer.
    Table<?> asked = DSL.unnest(ids).as("asked", "who");
    Field<UUID> who = field(name("asked", "who"), UUID.class);
    // Most were never merged: only for the others are merges followed, which takes a call for each.
    Field<UUID> keptAs =
        DSL.when(
                who.in(standing(CUSTOMER_MERGE.MERGED)),
                function(name("intake", "kept_record"), SQLDataType.UUID, who))
            .otherwise(who);
    Table<?> persons = DSL.selectDistinct(keptAs.as("person")).from(asked).asTable("persons");
    Field<UUID> one = field(name("persons", "person"), UUID.class);
    Field<UUID[]> records =
        DSL.when(one.in(standing(CUSTOMER_MERGE.KEPT)), MergeReading.recordsUnder(one))
            .otherwise(DSL.array(one));
    Table<?> latest =
        DSL.select(one.as("person"), EQUALITY_ANSWER.CHARACTERISTIC, EQUALITY_ANSWER.ANSWER)
            .distinctOn(one, EQUALITY_ANSWER.CHARACTERISTIC)
            .from(persons)
            .join(EQUALITY_ANSWER)
            .on(EQUALITY_ANSWER.CUSTOMER.eq(DSL.any(records)))
            .orderBy(one, EQUALITY_ANSWER.CHARACTERISTIC, EQUALITY_ANSWER.SAID_ON.desc())
            .asTable("latest");
    Field<String> characteristic = field(name("latest", "characteristic"), String.class);
    Field<String> answer = field(name("latest", "answer"), String.class);
    sql.select(characteristic, answer, countDistinct(field(name("latest", "person"), UUID.class)))
        .from(latest)
        .groupBy(characteristic, answer)
        .forEach(
            r ->
                counts
                    .computeIfAbsent(
                        EqualityCharacteristic.valueOf(r.value1()), c -> new TreeMap<>())
                    .put(r.value2(), r.value3()));
    return counts;
  }

  private static Select<Record1<UUID>> standing(Field<UUID> record) {
    return DSL.select(record).from(CUSTOMER_MERGE).where(CUSTOMER_MERGE.UNMERGED_AT.isNull());
  }
}
