package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.NOTED;
import static org.evenhand.reporting.internal.jooq.Tables.SAME_PERSON;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.FactKeeping;
import org.evenhand.reporting.internal.jooq.tables.records.NotedRecord;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
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

  private static final long MERGES = LOCK + 1;

  private static final int CHUNK = 500;

  private static final List<Field<?>> COLUMNS =
      List.of(
          FACT.KIND,
          FACT.SUBJECT,
          FACT.PERSON,
          FACT.SERVICE_AREA,
          FACT.RELATED,
          FACT.DAY,
          FACT.DUE,
          FACT.UNTIL,
          FACT.FLAG,
          FACT.HOURS,
          FACT.TAGS);

  private final DSLContext sql;

  Facts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Notes something, and makes the facts about its subject again. Notes are taken side by side; a
   * rebuild and a report's cut-off wait for them and they for it.
   */
  @Transactional
  void note(Note note) {
    sql.fetch("select pg_advisory_xact_lock_shared({0})", DSL.inline(LOCK));
    boolean merge = note.kind() == Heard.MERGE || note.kind() == Heard.UNMERGE;
    if (merge) {
      sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(MERGES));
    } else {
      sql.fetch(
          "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
          DSL.val(note.subject().toString()));
    }
    insert(note);
    if (merge) {
      sql.deleteFrom(SAME_PERSON).execute();
      storePersons(SAME_PERSON, DSL.noCondition());
    } else {
      sql.deleteFrom(FACT).where(FACT.SUBJECT.eq(note.subject())).execute();
      store(
          FACT,
          FactMaking.of(
              sql.selectFrom(NOTED)
                  .where(NOTED.SUBJECT.eq(note.subject()))
                  .orderBy(NOTED.POSITION)
                  .fetch(Facts::read)));
    }
  }

  private void insert(Note note) {
    ServiceAreaCode area = note.area();
    sql.insertInto(NOTED)
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
        .execute();
  }

  @Override
  @Transactional
  public int rebuild() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
    sql.deleteFrom(FACT).execute();
    sql.deleteFrom(SAME_PERSON).execute();
    storePersons(SAME_PERSON, DSL.noCondition());
    return makeAll(FACT, DSL.noCondition());
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
    Source then = Source.THEN;
    sql.execute("drop table if exists {0}, {1}", then.facts(), then.persons());
    sql.execute(
        "create temporary table {0} (like {1} including generated) on commit drop",
        then.facts(), FACT);
    sql.execute(
        "create temporary table {0} (like {1}) on commit drop", then.persons(), SAME_PERSON);
    Condition heardThen = NOTED.POSITION.le(position);
    storePersons(then.persons(), heardThen);
    makeAll(then.facts(), heardThen);
    return then;
  }

  /** Where facts are counted: the ones that are kept, or ones made for a while. */
  enum Source {
    NOW(FACT, SAME_PERSON),
    THEN(DSL.table(DSL.name("fact_then")), DSL.table(DSL.name("same_person_then")));

    private final Table<?> facts;
    private final Table<?> persons;

    Source(Table<?> facts, Table<?> persons) {
      this.facts = facts;
      this.persons = persons;
    }

    Table<?> facts() {
      return facts;
    }

    Table<?> persons() {
      return persons;
    }
  }

  private int makeAll(Table<?> into, Condition which) {
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
          made += store(into, facts);
          facts.clear();
        }
      }
      facts.addAll(FactMaking.of(ofOne));
      return made + store(into, facts);
    }
  }

  private int store(Table<?> into, Collection<Fact> facts) {
    if (facts.isEmpty()) {
      return 0;
    }
    InsertValuesStepN<?> insert = sql.insertInto(into).columns(COLUMNS);
    for (Fact fact : facts) {
      ServiceAreaCode area = fact.area();
      insert =
          insert.values(
              Arrays.asList(
                  fact.kind().name(),
                  fact.subject(),
                  fact.person(),
                  area == null ? null : area.value(),
                  fact.related(),
                  fact.day(),
                  fact.due(),
                  fact.until(),
                  fact.flag(),
                  fact.hours(),
                  fact.tags().toArray(String[]::new)));
    }
    return insert.execute();
  }

  /** Follows each chain of merges that were not taken back to the record that is kept. */
  private void storePersons(Table<?> into, Condition which) {
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
    keptAs.forEach(
        (merged, kept) -> {
          UUID last = kept;
          for (int i = 0; i < keptAs.size() && keptAs.containsKey(last); i++) {
            last = known(keptAs.get(last));
          }
          sql.insertInto(into)
              .columns(List.of(SAME_PERSON.PERSON, SAME_PERSON.COUNTS_AS))
              .values(Arrays.asList(merged, last))
              .execute();
        });
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
}
