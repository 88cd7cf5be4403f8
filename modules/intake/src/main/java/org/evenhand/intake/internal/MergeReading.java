package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_IDENTIFIER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_MERGE;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.AgreeingIdentifier;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.CustomerMergeView;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.MergeGround;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records are about the same person, and since when. */
@Component
class MergeReading {

  private final DSLContext sql;

  MergeReading(DSLContext sql) {
    this.sql = sql;
  }

  /** All records about the person of this one, the kept one first. */
  static Field<UUID[]> recordsOf(Field<UUID> customer) {
    return function(name("intake", "records_of"), SQLDataType.UUID.array(), customer);
  }

  /**
   * The records of somebody asked for, as a subquery: PostgreSQL then keeps one plan for all
   * customers. Of the bare function it would work out the records while planning, find that plan
   * better than one for everybody, and plan anew each time, which cost more than the reading.
   */
  static Field<UUID[]> recordsOf(CustomerId customer) {
    return field(select(recordsOf(val(customer.value())))).cast(SQLDataType.UUID.array());
  }

  /** This record and those merged into it. */
  static Field<UUID[]> recordsUnder(Field<UUID> customer) {
    return function(name("intake", "records_under"), SQLDataType.UUID.array(), customer);
  }

  List<CustomerId> records(CustomerId id) {
    UUID[] all = sql.select(recordsOf(id)).fetchSingle().value1();
    return Arrays.stream(all).map(CustomerId::new).toList();
  }

  Map<CustomerId, List<CustomerId>> under(Collection<CustomerId> ids) {
    var all = new LinkedHashMap<CustomerId, List<CustomerId>>();
    if (ids.isEmpty()) {
      return all;
    }
    Table<?> asked = asked(ids);
    Field<UUID> who = field(name("asked", "who"), UUID.class);
    sql.select(who, recordsUnder(who))
        .from(asked)
        .forEach(
            r ->
                all.put(
                    new CustomerId(r.value1()),
                    Arrays.stream(r.value2()).map(CustomerId::new).toList()));
    return all;
  }

  /** For those that are merged, where they are kept. */
  Map<CustomerId, CustomerId> kept(Collection<CustomerId> ids) {
    var all = new LinkedHashMap<CustomerId, CustomerId>();
    if (ids.isEmpty()) {
      return all;
    }
    Field<UUID> who = field(name("asked", "who"), UUID.class);
    Field<UUID> kept = function(name("intake", "kept_record"), SQLDataType.UUID, who);
    sql.select(who, kept)
        .from(asked(ids))
        .where(
            who.in(
                select(CUSTOMER_MERGE.MERGED)
                    .from(CUSTOMER_MERGE)
                    .where(CUSTOMER_MERGE.UNMERGED_AT.isNull())))
        .forEach(r -> all.put(new CustomerId(r.value1()), new CustomerId(r.value2())));
    return all;
  }

  /** The record on which acts about this person belong. */
  CustomerId keptOf(CustomerId id) {
    return kept(List.of(id)).getOrDefault(id, id);
  }

  /**
   * Why nothing is recorded on this record any more: it was merged, naming the kept one, or erased
   * (T26); null where it may be.
   */
  @Nullable Refusal moved(CustomerId id, String... path) {
    CustomerId kept = kept(List.of(id)).get(id);
    return kept == null
        ? erased(id, path)
        : Refusal.at("CUSTOMER_MERGED", Map.of("reference", reference(kept)), path);
  }

  /** The refusal for a customer of whom nothing is left; null for everybody else. */
  @Nullable Refusal erased(CustomerId id, String... path) {
    return sql.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id.value()).and(CUSTOMER.ERASED_AT.isNotNull()))
        ? Refusal.at("CUSTOMER_ERASED", path)
        : null;
  }

  /** What to say when something went on the kept record instead of this one; else nothing. */
  List<Warning> keptInstead(CustomerId id) {
    CustomerId kept = kept(List.of(id)).get(id);
    return kept == null
        ? List.of()
        : List.of(new Warning("RECORDED_ON_KEPT", Map.of("reference", reference(kept))));
  }

  String reference(CustomerId id) {
    return sql.select(CUSTOMER.REFERENCE)
        .from(CUSTOMER)
        .where(CUSTOMER.ID.eq(id.value()))
        .fetchOptional(CUSTOMER.REFERENCE)
        .orElse("");
  }

  /** Of these identifiers, those that somebody beside these records holds too. */
  Set<MergeRules.Same> heldByOthers(Collection<MergeRules.Same> some, Collection<CustomerId> but) {
    if (some.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        sql.selectDistinct(CUSTOMER_IDENTIFIER.KIND, CUSTOMER_IDENTIFIER.VALUE)
            .from(CUSTOMER_IDENTIFIER)
            .where(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
            .and(
                row(CUSTOMER_IDENTIFIER.KIND, CUSTOMER_IDENTIFIER.VALUE)
                    .in(some.stream().map(s -> row(s.kind().name(), s.value())).toList()))
            .and(CUSTOMER_IDENTIFIER.CUSTOMER.ne(DSL.all(uuids(but))))
            .fetch(r -> new MergeRules.Same(IdentifierKind.valueOf(r.value1()), r.value2())));
  }

  /**
   * The services that have anything on these records; empty text for what belongs to the whole
   * council.
   */
  Set<String> servicesOf(Collection<CustomerId> records) {
    UUID[] ids = uuids(records);
    return new HashSet<>(
        sql.select(CONTACT.SERVICE_AREA)
            .from(CONTACT)
            .where(CONTACT.CUSTOMER.eq(DSL.any(ids)))
            .union(select(MATTER.SERVICE_AREA).from(MATTER).where(MATTER.CUSTOMER.eq(DSL.any(ids))))
            .union(
                select(DSL.coalesce(CONCERN.SERVICE_AREA, ""))
                    .from(CONCERN)
                    .where(CONCERN.CUSTOMER.eq(DSL.any(ids))))
            .union(
                select(DSL.coalesce(INCIDENT.SERVICE_AREA, ""))
                    .from(INCIDENT)
                    .where(INCIDENT.CUSTOMER.eq(DSL.any(ids))))
            .fetch(r -> r.value1()));
  }

  Optional<CustomerMergeView> find(CustomerMergeId id) {
    return sql.selectFrom(CUSTOMER_MERGE)
        .where(CUSTOMER_MERGE.ID.eq(id.value()))
        .fetchOptional(MergeReading::view);
  }

  List<CustomerMergeView> of(Collection<CustomerId> customers) {
    UUID[] ids = uuids(customers);
    return customers.isEmpty()
        ? List.of()
        : sql.selectFrom(CUSTOMER_MERGE)
            .where(CUSTOMER_MERGE.KEPT.eq(DSL.any(ids)))
            .or(CUSTOMER_MERGE.MERGED.eq(DSL.any(ids)))
            .orderBy(CUSTOMER_MERGE.ID)
            .fetch(MergeReading::view);
  }

  /** One merge at a time, so that no two together make a circle. */
  void alone() {
    sql.query("select pg_advisory_xact_lock(7204)").execute();
  }

  private static Table<?> asked(Collection<CustomerId> ids) {
    return unnest(uuids(ids)).as("asked", "who");
  }

  private static CustomerMergeView view(Record r) {
    return new CustomerMergeView(
        new CustomerMergeId(r.get(CUSTOMER_MERGE.ID)),
        r.get(CUSTOMER_MERGE.VERSION),
        new CustomerId(r.get(CUSTOMER_MERGE.KEPT)),
        new CustomerId(r.get(CUSTOMER_MERGE.MERGED)),
        MergeGround.valueOf(r.get(CUSTOMER_MERGE.GROUND)),
        Rows.set(AgreeingIdentifier.class, r.get(CUSTOMER_MERGE.AGREEING)),
        Confidence.valueOf(r.get(CUSTOMER_MERGE.CONFIDENCE)),
        r.get(CUSTOMER_MERGE.WHY),
        r.get(CUSTOMER_MERGE.EVIDENCE),
        r.get(CUSTOMER_MERGE.MERGED_AT).toInstant(),
        new ActorId(r.get(CUSTOMER_MERGE.MERGED_BY)),
        Rows.instant(r.get(CUSTOMER_MERGE.UNMERGED_AT)),
        Rows.actor(r.get(CUSTOMER_MERGE.UNMERGED_BY)),
        r.get(CUSTOMER_MERGE.UNMERGED_BECAUSE));
  }

  private static UUID[] uuids(Collection<CustomerId> ids) {
    return ids.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
  }
}
