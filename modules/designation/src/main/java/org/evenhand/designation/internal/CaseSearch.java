package org.evenhand.designation.internal;

import static org.evenhand.designation.internal.jooq.Tables.CONSIDERATION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.SearchContributor;
import org.evenhand.intake.SearchKind;
import org.evenhand.intake.SnippetPart;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Considerations by reference and by why they were opened, for those who may know of them (T20).
 */
@Component
class CaseSearch implements SearchContributor {

  private static final Field<String> TEXT = CONSIDERATION.WHY;

  private final DSLContext sql;
  private final StoredConsiderations stored;

  CaseSearch(DSLContext sql, StoredConsiderations stored) {
    this.sql = sql;
    this.stored = stored;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.CASE;
  }

  @Override
  public List<Hit> find(Wanted wanted, Actor actor, int atMost) {
    if (!Sight.ofAny(actor)) {
      return List.of();
    }
    Condition exact = CONSIDERATION.REFERENCE.eq(wanted.reference());
    Field<Double> rank =
        when(exact, inline(EXACT))
            .otherwise(
                field(
                    "ts_rank_cd(to_tsvector('pg_catalog.english', {0}), {1}, 32)::float8",
                    Double.class, TEXT, query(wanted)));
    return sql.select(
            CONSIDERATION.ID, CONSIDERATION.REFERENCE, CONSIDERATION.CUSTOMER_ID, rank.as("rank"))
        .from(CONSIDERATION)
        .where(exact.or(matches(wanted)))
        .and(StoredConsiderations.seenBy(Sight.of(actor)))
        .and(within(wanted))
        .and(CONSIDERATION.ERASED_AT.isNull())
        .orderBy(rank.desc(), CONSIDERATION.ID.desc())
        .limit(atMost)
        .fetch(r -> new Hit(r.value1(), r.value2(), new CustomerId(r.value3()), r.value4()));
  }

  @Override
  public Map<UUID, ConsiderationView> show(Collection<UUID> ids) {
    return stored.find(ids.stream().map(ConsiderationId::new).toList()).stream()
        .collect(Collectors.toMap(c -> c.id().value(), Function.identity()));
  }

  @Override
  public Map<UUID, List<SnippetPart>> snippets(Wanted wanted, Collection<UUID> ids) {
    var snippets = new HashMap<UUID, List<SnippetPart>>();
    sql.select(
            CONSIDERATION.ID,
            field(
                "ts_headline('pg_catalog.english', {0}, {1}, {2})",
                String.class, TEXT, query(wanted), val(SnippetPart.OPTIONS)))
        .from(CONSIDERATION)
        .where(CONSIDERATION.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .and(matches(wanted))
        .forEach(r -> snippets.put(r.value1(), SnippetPart.of(r.value2())));
    return snippets;
  }

  private static Condition within(Wanted wanted) {
    Condition within = DSL.noCondition();
    if (wanted.serviceArea() != null) {
      within =
          within.and(
              StoredConsiderations.seenBy(
                  new Sight(false, java.util.Set.of(wanted.serviceArea().value()))));
    }
    Field<java.time.LocalDate> day =
        field(
            "({0} at time zone {1})::date",
            java.time.LocalDate.class, CONSIDERATION.OPENED_AT, inline(WorkingDays.LONDON.getId()));
    if (wanted.from() != null) {
      within = within.and(day.ge(wanted.from()));
    }
    if (wanted.until() != null) {
      within = within.and(day.le(wanted.until()));
    }
    return within;
  }

  private static Field<Object> query(Wanted wanted) {
    return field(
        "websearch_to_tsquery('pg_catalog.english', {0})", Object.class, val(wanted.text()));
  }

  private static Condition matches(Wanted wanted) {
    return condition("to_tsvector('pg_catalog.english', {0}) @@ {1}", TEXT, query(wanted));
  }
}
