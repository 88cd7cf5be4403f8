package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.SearchContributor;
import org.evenhand.intake.SearchKind;
import org.evenhand.intake.SnippetPart;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Customers by reference, identifier, words of a name, or a name that sounds nearly so; never by
 * what was noted about them.
 */
@Component
class CustomerSearch implements SearchContributor {

  private final DSLContext sql;
  private final CustomerReading customers;

  CustomerSearch(DSLContext sql, CustomerReading customers) {
    this.sql = sql;
    this.customers = customers;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.CUSTOMER;
  }

  @Override
  public List<Hit> find(Wanted wanted, Actor actor, int atMost) {
    if (!Sight.intoRegister(actor) || wanted.serviceArea() != null) {
      return List.of();
    }
    Map<UUID, Double> ranks = ranks(wanted, atMost);
    var hits = new ArrayList<Hit>();
    if (!ranks.isEmpty()) {
      sql.select(CUSTOMER.ID, CUSTOMER.REFERENCE, CUSTOMER.REGISTERED_ON)
          .from(CUSTOMER)
          .where(CUSTOMER.ID.eq(DSL.any(ranks.keySet().toArray(UUID[]::new))))
          .and(CUSTOMER.ERASED_AT.isNull())
          .forEach(
              r -> {
                if (within(r.value3(), wanted)) {
                  double rank = ranks.getOrDefault(r.value1(), 0.0);
                  hits.add(new Hit(r.value1(), r.value2(), new CustomerId(r.value1()), rank));
                }
              });
    }
    hits.sort(Comparator.comparingDouble(Hit::rank).reversed().thenComparing(Hit::id));
    return hits.stream().limit(atMost).toList();
  }

  @Override
  public Map<UUID, CustomerView> show(Collection<UUID> ids) {
    return customers.find(ids.stream().map(CustomerId::new).toList()).stream()
        .collect(Collectors.toMap(c -> c.id().value(), Function.identity()));
  }

  @Override
  public Map<UUID, List<SnippetPart>> snippets(Wanted wanted, Collection<UUID> ids) {
    return Map.of();
  }

  private Map<UUID, Double> ranks(Wanted wanted, int atMost) {
    String key = IdentifierForm.nameKey(wanted.text());
    Field<Double> exact = inline(EXACT);
    var found =
        select(CUSTOMER.ID, exact.as("rank"))
            .from(CUSTOMER)
            .where(IntakePages.known(wanted.text()).or(CUSTOMER.REFERENCE.eq(wanted.reference())))
            .limit(atMost);
    var ranks = new HashMap<UUID, Double>();
    if (key.isEmpty()) {
      sql.fetch(found).forEach(r -> put(ranks, r.value1(), r.value2()));
      return ranks;
    }
    Condition words = IntakePages.words(key);
    Field<Double> likeness =
        field("public.similarity({0}, {1})", Double.class, CUSTOMER.NAME_KEY, val(key));
    var named =
        select(CUSTOMER.ID, likeness.plus(inline(1.0)).as("rank"))
            .from(CUSTOMER)
            .where(words)
            .orderBy(DSL.two().desc(), CUSTOMER.ID)
            .limit(atMost);
    var alike =
        select(field(name("customer"), UUID.class), field(name("likeness"), Double.class))
            .from("intake.similar_names({0}, {1})", val(key), val(Math.min(atMost, 50)));
    sql.fetch(
            select(field(name("id"), UUID.class), field(name("rank"), Double.class))
                .from(found.asTable("f", "id", "rank"))
                .unionAll(
                    select(field(name("id"), UUID.class), field(name("rank"), Double.class))
                        .from(named.asTable("n", "id", "rank")))
                .unionAll(
                    select(field(name("id"), UUID.class), field(name("rank"), Double.class))
                        .from(alike.asTable("a", "id", "rank"))))
        .forEach(r -> put(ranks, r.value1(), r.value2()));
    return ranks;
  }

  private static void put(Map<UUID, Double> ranks, UUID id, Double rank) {
    ranks.merge(id, rank, Math::max);
  }

  private static boolean within(LocalDate day, Wanted wanted) {
    return (wanted.from() == null || !day.isBefore(wanted.from()))
        && (wanted.until() == null || !day.isAfter(wanted.until()));
  }
}
