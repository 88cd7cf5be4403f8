package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.NOTED;
import static org.evenhand.reporting.internal.jooq.Tables.PEOPLE_TALLY;
import static org.evenhand.reporting.internal.jooq.Tables.PERSON_TALLY;
import static org.evenhand.reporting.internal.jooq.Tables.SAME_PERSON;
import static org.evenhand.reporting.internal.jooq.Tables.TALLY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.FactKeeping;
import org.evenhand.reporting.internal.jooq.tables.records.FactRecord;
import org.evenhand.reporting.internal.jooq.tables.records.NotedRecord;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps notes, and the facts that {@link FactMaking} makes of them. */
@Component
class Facts implements FactKeeping {

  /** Any number that no other lock of the application uses. */
  private static final long LOCK = 0x6576_656e_6661_6374L;

  private static final int CHUNK = 2_000;

  /** In no code of anything. */
  private static final String BETWEEN = "\u001f";

  private static final String STORE =
      """
      insert into {0} (kind, subject, person, service_area, related, day, due, until, flag, hours, tags)
        select kind, subject, person, service_area, related, day, due, until, flag, hours,
               string_to_array(tags, E'\\x1f')
          from unnest({1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11})
            as f (kind, subject, person, service_area, related, day, due, until, flag, hours, tags)
      """;

  private final DSLContext sql;
  private final Tally tally;

  Facts(DSLContext sql, Tally tally) {
    this.sql = sql;
    this.tally = tally;
  }

  /**
   * Notes something, and makes the facts about its subject again. Notes are taken side by side; a
   * rebuild, a merge and a report's cut-off wait for them and they for it.
   */
  @Transactional
  void note(Note note) {
    if (note.kind() == Heard.MERGE || note.kind() == Heard.UNMERGE) {
      sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
      if (insert(note)) {
        countAnew();
      }
    } else {
      sql.fetch(
          "select pg_advisory_xact_lock_shared({0}), pg_advisory_xact_lock(hashtextextended({1}, 0))",
          DSL.inline(LOCK), DSL.val(note.subject().toString()));
      if (!insert(note)) {
        return;
      }
      List<Note> all =
          sql.selectFrom(NOTED)
              .where(NOTED.SUBJECT.eq(note.subject()))
              .orderBy(NOTED.POSITION)
              .fetch(Facts::read);
      List<Fact> before =
          all.size() == 1
              ? List.of()
              : sql.deleteFrom(FACT)
                  .where(FACT.SUBJECT.eq(note.subject()))
                  .returning()
                  .fetch(Facts::read);
      List<Fact> now = FactMaking.of(all);
      store(FACT, now);
      tally.move(before, now);
    }
  }

  /** Takes the facts of everybody who counts as somebody else now out of the sums, and in again. */
  private void countAnew() {
    Map<UUID, UUID> before =
        sql.selectFrom(SAME_PERSON).fetchMap(SAME_PERSON.PERSON, SAME_PERSON.COUNTS_AS);
    Map<UUID, UUID> now = persons(DSL.noCondition());
    Set<UUID> others = new HashSet<>(before.keySet());
    others.addAll(now.keySet());
    others.removeIf(person -> Objects.equals(before.get(person), now.get(person)));
    List<Fact> theirs =
        sql.selectFrom(FACT)
            .where(FACT.PERSON.in(others))
            .and(FACT.KIND.in(Tally.names(Tally.OF_PEOPLE)))
            .fetch(Facts::read);
    tally.move(theirs, List.of());
    sql.deleteFrom(SAME_PERSON).execute();
    store(SAME_PERSON, now);
    tally.move(List.of(), theirs);
  }

  /** False for what was heard before. */
  private boolean insert(Note note) {
    ServiceAreaCode area = note.area();
    return sql.insertInto(NOTED)
            .set(NOTED.KIND, note.kind().name())
            .set(NOTED.SUBJECT, note.subject())
            .set(NOTED.AT, note.at().atOffset(ZoneOffset.UTC))
            .set(NOTED.PERSON, note.person())
            .set(NOTED.SERVICE_AREA, area == null ? null : area.value())
            .set(NOTED.RELATED, note.related())
            .set(NOTED.DAY, note.day())
            .set(NOTED.DUE, note.due())
            .set(NOTED.FLAG, note.flag())
            .set(NOTED.TAGS, note.tags().toArray(String[]::new))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  @Override
  @Transactional
  public int rebuild() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
    takeTheTimeItTakes();
    Source now = Source.NOW;
    now.tables().forEach(table -> sql.deleteFrom(table).execute());
    return makeAll(now, DSL.noCondition());
  }

  /**
   * Lets nothing be noted until the transaction ends, and says how far notes go: whatever is
   * counted within it is counted as of that place.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  long cutOff() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
    return Objects.requireNonNullElse(
        sql.select(DSL.max(NOTED.POSITION)).from(NOTED).fetchOne(0, Long.class), 0L);
  }

  /** Makes the facts as of an earlier place into tables that live as long as the transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  Source asOf(long position) {
    takeTheTimeItTakes();
    Source then = Source.THEN;
    for (int i = 0; i < then.tables().size(); i++) {
      sql.execute("drop table if exists {0}", then.tables().get(i));
      sql.execute(
          "create temporary table {0} (like {1} including generated) on commit drop",
          then.tables().get(i), Source.NOW.tables().get(i));
    }
    makeAll(then, NOTED.POSITION.le(position));
    sql.execute("create index on {0} (subject)", then.facts());
    sql.execute("analyze {0}", then.facts());
    return then;
  }

  /** All of history at once takes longer than a statement may take elsewhere. */
  private void takeTheTimeItTakes() {
    sql.execute("set local statement_timeout = 0");
  }

  /** Where facts are counted: the ones that are kept, or ones made for a while. */
  enum Source {
    NOW(FACT, SAME_PERSON, TALLY, PERSON_TALLY, PEOPLE_TALLY),
    THEN(
        named("fact_then"),
        named("same_person_then"),
        named("tally_then"),
        named("person_tally_then"),
        named("people_tally_then"));

    private final List<Table<?>> tables;

    Source(Table<?>... tables) {
      this.tables = List.of(tables);
    }

    private static Table<?> named(String name) {
      return DSL.table(DSL.name(name));
    }

    /** Facts, who counts as whom, and the three tallies. */
    List<Table<?>> tables() {
      return tables;
    }

    Table<?> facts() {
      return tables.getFirst();
    }

    Table<?> persons() {
      return tables.get(1);
    }

    /** A statement with the names of these tables in place. */
    String in(String statement) {
      return statement
          .replace("{facts}", tables.get(0).toString())
          .replace("{persons}", tables.get(1).toString())
          .replace("{tally}", tables.get(2).toString())
          .replace("{person_tally}", tables.get(3).toString())
          .replace("{people_tally}", tables.get(4).toString());
    }
  }

  private int makeAll(Source into, Condition which) {
    store(into.persons(), persons(which));
    int made = 0;
    try (Cursor<NotedRecord> all =
        sql.selectFrom(NOTED)
            .where(which)
            .and(NOTED.KIND.notIn(Heard.MERGE.name(), Heard.UNMERGE.name()))
            .orderBy(NOTED.SUBJECT, NOTED.POSITION)
            .fetchSize(10_000)
            .fetchLazy()) {
      var ofOne = new ArrayList<Note>();
      var facts = new ArrayList<Fact>();
      for (NotedRecord row : all) {
        Note note = read(row);
        if (!ofOne.isEmpty() && !ofOne.getFirst().subject().equals(note.subject())) {
          facts.addAll(FactMaking.of(ofOne));
          ofOne.clear();
        }
        ofOne.add(note);
        if (facts.size() >= CHUNK) {
          made += store(into.facts(), facts);
          facts.clear();
        }
      }
      facts.addAll(FactMaking.of(ofOne));
      made += store(into.facts(), facts);
    }
    tally.make(into);
    return made;
  }

  private int store(Table<?> into, List<Fact> facts) {
    return facts.isEmpty()
        ? 0
        : sql.execute(
            STORE,
            into,
            column(facts, fact -> fact.kind().name(), String[]::new),
            column(facts, Fact::subject, UUID[]::new),
            column(facts, Fact::person, UUID[]::new),
            column(facts, fact -> fact.area() == null ? null : fact.area().value(), String[]::new),
            column(facts, Fact::related, UUID[]::new),
            column(facts, Fact::day, LocalDate[]::new),
            column(facts, Fact::due, LocalDate[]::new),
            column(facts, Fact::until, LocalDate[]::new),
            column(facts, Fact::flag, Boolean[]::new),
            column(facts, Fact::hours, Integer[]::new),
            column(facts, fact -> String.join(BETWEEN, fact.tags()), String[]::new));
  }

  private static <C> Field<@Nullable C[]> column(
      List<Fact> facts, Function<Fact, @Nullable C> of, IntFunction<@Nullable C[]> array) {
    return DSL.val(facts.stream().map(of).toArray(array));
  }

  /** Follows each chain of merges that were not taken back to the record that is kept. */
  private Map<UUID, UUID> persons(Condition which) {
    Map<UUID, Note> merges = new LinkedHashMap<>();
    sql
        .selectFrom(NOTED)
        .where(which)
        .and(NOTED.KIND.in(Heard.MERGE.name(), Heard.UNMERGE.name()))
        .orderBy(NOTED.POSITION)
        .fetch(Facts::read)
        .stream()
        .sorted(Comparator.comparing(Note::kind))
        .forEach(
            note -> {
              if (note.kind() == Heard.MERGE) {
                merges.put(note.subject(), note);
              } else {
                merges.remove(note.subject());
              }
            });
    Map<UUID, UUID> keptAs = new HashMap<>();
    merges.values().forEach(m -> keptAs.put(known(m.person()), known(m.related())));
    Map<UUID, UUID> countsAs = new HashMap<>();
    keptAs.forEach(
        (merged, kept) -> {
          UUID last = kept;
          for (int i = 0; i < keptAs.size() && keptAs.containsKey(last); i++) {
            last = known(keptAs.get(last));
          }
          countsAs.put(merged, last);
        });
    return countsAs;
  }

  private void store(Table<?> into, Map<UUID, UUID> persons) {
    persons.forEach(
        (person, countsAs) ->
            sql.insertInto(into)
                .columns(List.of(SAME_PERSON.PERSON, SAME_PERSON.COUNTS_AS))
                .values(Arrays.asList(person, countsAs))
                .execute());
  }

  private static UUID known(@Nullable UUID id) {
    return Objects.requireNonNull(id);
  }

  private static Note read(NotedRecord noted) {
    String area = noted.getServiceArea();
    return new Note(
        Heard.valueOf(noted.getKind()),
        noted.getSubject(),
        noted.getAt().toInstant(),
        noted.getPerson(),
        area == null ? null : new ServiceAreaCode(area),
        noted.getRelated(),
        noted.getDay() == null
            ? noted.getAt().atZoneSameInstant(WorkingDays.LONDON).toLocalDate()
            : noted.getDay(),
        noted.getDue(),
        noted.getFlag(),
        List.of(noted.getTags()));
  }

  private static Fact read(FactRecord fact) {
    String area = fact.getServiceArea();
    return new Fact(
        FactKind.valueOf(fact.getKind()),
        fact.getSubject(),
        fact.getPerson(),
        area == null ? null : new ServiceAreaCode(area),
        fact.getRelated(),
        fact.getDay(),
        fact.getDue(),
        fact.getUntil(),
        fact.getFlag(),
        fact.getHours(),
        List.of(fact.getTags()));
  }
}
