package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ERASED_RECORD;
import static org.evenhand.intake.internal.jooq.Tables.ERASURE;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.ErasureId;
import org.evenhand.intake.ErasureView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records were erased, when and by whom. Rows are only ever added. */
@Component
class Erasures {

  private final DSLContext sql;

  Erasures(DSLContext sql) {
    this.sql = sql;
  }

  void add(ErasureView erasure, Map<UUID, RecordClass> classes, @Nullable UUID policyVersion) {
    sql.insertInto(ERASURE)
        .set(ERASURE.ID, erasure.id().value())
        .set(ERASURE.PERSON, erasure.person().value())
        .set(ERASURE.REASON, erasure.reason())
        .set(ERASURE.ERASED_AT, erasure.erasedAt().atOffset(ZoneOffset.UTC))
        .set(ERASURE.ERASED_BY, erasure.erasedBy().value())
        .set(ERASURE.POLICY_VERSION, policyVersion)
        .execute();
    for (GlobalId record : erasure.records()) {
      sql.insertInto(ERASED_RECORD)
          .set(ERASED_RECORD.ID, record.id())
          .set(ERASED_RECORD.ERASURE, erasure.id().value())
          .set(ERASED_RECORD.RECORD_TYPE, record.type())
          .set(
              ERASED_RECORD.RECORD_CLASS,
              classes.getOrDefault(record.id(), RecordClass.CUSTOMER).name())
          .execute();
    }
  }

  /** Of these records, those that were erased. */
  Set<UUID> among(Collection<UUID> records) {
    return new HashSet<>(
        sql.select(ERASED_RECORD.ID)
            .from(ERASED_RECORD)
            .where(ERASED_RECORD.ID.eq(DSL.any(records.toArray(UUID[]::new))))
            .fetch(ERASED_RECORD.ID));
  }

  /**
   * The refusal for a record that was erased: nothing is written on it any more; null otherwise.
   */
  static @Nullable Refusal erased(DSLContext sql, UUID record, String... path) {
    return sql.fetchExists(ERASED_RECORD, ERASED_RECORD.ID.eq(record))
        ? Refusal.at("RECORD_ERASED", path)
        : null;
  }

  Optional<ErasureView> find(ErasureId id) {
    return where(ERASURE.ID.eq(id.value())).stream().findFirst();
  }

  /** Latest first. */
  List<ErasureView> of(Collection<CustomerId> records) {
    return records.isEmpty()
        ? List.of()
        : where(
            ERASURE.PERSON.eq(
                DSL.any(records.stream().map(CustomerId::value).toArray(UUID[]::new))));
  }

  private List<ErasureView> where(Condition which) {
    var records =
        DSL.multiset(
                DSL.select(ERASED_RECORD.ID, ERASED_RECORD.RECORD_TYPE, ERASED_RECORD.RECORD_CLASS)
                    .from(ERASED_RECORD)
                    .where(ERASED_RECORD.ERASURE.eq(ERASURE.ID))
                    .orderBy(ERASED_RECORD.ID))
            .as("records");
    return sql.select(
            ERASURE.ID,
            ERASURE.PERSON,
            ERASURE.REASON,
            ERASURE.ERASED_AT,
            ERASURE.ERASED_BY,
            records)
        .from(ERASURE)
        .where(which)
        .orderBy(ERASURE.ID.desc())
        .fetch(
            r ->
                new ErasureView(
                    new ErasureId(r.value1()),
                    new CustomerId(r.value2()),
                    r.value3(),
                    r.value4().toInstant(),
                    new ActorId(r.value5()),
                    r.value6().map(one -> new GlobalId(one.value2(), one.value1())),
                    counts(r.value6())));
  }

  private static Map<RecordClass, Integer> counts(Result<Record3<UUID, String, String>> records) {
    return records.stream()
        .collect(
            Collectors.toMap(
                r -> RecordClass.valueOf(r.value3()),
                r -> 1,
                Integer::sum,
                () -> new EnumMap<>(RecordClass.class)));
  }
}
