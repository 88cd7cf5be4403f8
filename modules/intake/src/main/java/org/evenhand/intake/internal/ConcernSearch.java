package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.SearchContributor;
import org.evenhand.intake.SearchKind;
import org.evenhand.intake.SnippetPart;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Concerns by reference and by what was written in them and their incidents. */
@Component
class ConcernSearch implements SearchContributor {

  private static final Field<Object> CONCERN_WORDS =
      field(
          "intake.words_of({0}, {1}, null, null)",
          Object.class, CONCERN.SUMMARY, CONCERN.UNKNOWN_PERSON);

  private static final Field<Object> INCIDENT_WORDS =
      field(
          "intake.words_of({0}, {1}, {2}, {3})",
          Object.class,
          INCIDENT.ACCOUNT,
          INCIDENT.OTHER_BEHAVIOUR,
          INCIDENT.AFFECTED_NOTE,
          INCIDENT.IMPACT_NOTE);

  /** A word that stands everywhere: beyond so many, the latest, nobody ranks them. */
  private static final int MOST_RANKED = 2_000;

  private static final Field<UUID> RECENT = field(name("recent", "concern"), UUID.class);

  private final DSLContext sql;
  private final ConcernReading concerns;

  ConcernSearch(DSLContext sql, ConcernReading concerns) {
    this.sql = sql;
    this.concerns = concerns;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.CONCERN;
  }

  @Override
  public List<Hit> find(Wanted wanted, Actor actor, int atMost) {
    Field<Object> query = query(wanted);
    Condition seen =
        IntakePages.visibleConcerns(Sight.of(actor))
            .and(within(wanted))
            .and(CONCERN.ERASED_AT.isNull());
    Table<?> recentConcerns =
        select(CONCERN.ID.as("concern"), CONCERN_WORDS.as("words"))
            .from(CONCERN)
            .where(matches(CONCERN_WORDS, query))
            .and(seen)
            .orderBy(CONCERN.ID.desc())
            .limit(MOST_RANKED)
            .asTable("recent");
    Table<?> recentIncidents =
        select(INCIDENT.CONCERN.as("concern"), INCIDENT_WORDS.as("words"))
            .from(INCIDENT)
            .join(CONCERN)
            .on(CONCERN.ID.eq(INCIDENT.CONCERN))
            .where(matches(INCIDENT_WORDS, query))
            .and(INCIDENT.ERASED_AT.isNull())
            .and(seen)
            .orderBy(INCIDENT.ID.desc())
            .limit(MOST_RANKED)
            .asTable("recent");
    Table<?> hit =
        select(CONCERN.ID.as("concern"), inline(EXACT).as("rank"))
            .from(CONCERN)
            .where(CONCERN.REFERENCE.eq(wanted.reference()))
            .and(seen)
            .unionAll(select(RECENT, rank(query)).from(recentConcerns))
            .unionAll(select(RECENT, rank(query)).from(recentIncidents))
            .asTable("hit", "concern", "rank");
    Field<UUID> concern = field(name("hit", "concern"), UUID.class);
    Field<Double> best = max(field(name("hit", "rank"), Double.class)).as("best");
    Table<?> ranked =
        select(concern, best).from(hit).groupBy(concern).asTable("ranked", "concern", "best");
    Field<Double> rank = field(name("ranked", "best"), Double.class);
    return sql.select(CONCERN.ID, CONCERN.REFERENCE, CONCERN.CUSTOMER, rank)
        .from(ranked)
        .join(CONCERN)
        .on(CONCERN.ID.eq(field(name("ranked", "concern"), UUID.class)))
        .orderBy(rank.desc(), CONCERN.ID.desc())
        .limit(atMost)
        .fetch(
            r ->
                new Hit(
                    r.value1(),
                    r.value2(),
                    r.value3() == null ? null : new CustomerId(r.value3()),
                    r.value4()));
  }

  @Override
  public Map<UUID, ConcernView> show(Collection<UUID> ids) {
    return concerns.find(ids.stream().map(ConcernId::new).toList()).stream()
        .collect(Collectors.toMap(c -> c.id().value(), Function.identity()));
  }

  @Override
  public Map<UUID, List<SnippetPart>> snippets(Wanted wanted, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    UUID[] shown = ids.toArray(UUID[]::new);
    Field<Object> query = query(wanted);
    var snippets = new HashMap<UUID, List<SnippetPart>>();
    sql.select(INCIDENT.CONCERN, headline(INCIDENT.ACCOUNT, query))
        .from(INCIDENT)
        .where(INCIDENT.CONCERN.eq(DSL.any(shown)))
        .and(matches(INCIDENT_WORDS, query))
        .orderBy(INCIDENT.ID)
        .forEach(r -> snippets.putIfAbsent(r.value1(), SnippetPart.of(r.value2())));
    sql.select(
            CONCERN.ID,
            headline(DSL.coalesce(CONCERN.SUMMARY, CONCERN.UNKNOWN_PERSON, inline("")), query))
        .from(CONCERN)
        .where(CONCERN.ID.eq(DSL.any(shown)))
        .and(matches(CONCERN_WORDS, query))
        .forEach(r -> snippets.put(r.value1(), SnippetPart.of(r.value2())));
    return snippets;
  }

  private static Condition within(Wanted wanted) {
    Condition within = DSL.noCondition();
    if (wanted.serviceArea() != null) {
      within = within.and(CONCERN.SERVICE_AREA.eq(wanted.serviceArea().value()));
    }
    if (wanted.from() != null) {
      within = within.and(CONCERN.REPORTED_AT.ge(ContactLog.beginning(wanted.from())));
    }
    if (wanted.until() != null) {
      within = within.and(CONCERN.REPORTED_AT.lt(ContactLog.beginning(wanted.until().plusDays(1))));
    }
    return within;
  }

  private static Field<Object> query(Wanted wanted) {
    return field(
        "websearch_to_tsquery('pg_catalog.english', {0})", Object.class, val(wanted.text()));
  }

  private static Condition matches(Field<Object> words, Field<Object> query) {
    return condition("{0} @@ {1}", words, query);
  }

  /** From 0 to 1, so that ranks of different things can stand in one list. */
  private static Field<Double> rank(Field<Object> query) {
    return field(
        "ts_rank_cd({0}, {1}, 32)::float8",
        Double.class, field(name("recent", "words"), Object.class), query);
  }

  private static Field<String> headline(Field<String> text, Field<Object> query) {
    return field(
        "ts_headline('pg_catalog.english', {0}, {1}, {2})",
        String.class, text, query, val(SnippetPart.OPTIONS));
  }
}
