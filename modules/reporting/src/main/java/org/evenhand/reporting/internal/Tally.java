package org.evenhand.reporting.internal;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.Facts.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums over the facts that there are most of, by month, and the people they are about, by quarter.
 * A sum moves by the difference between the facts that were and those that are, so it follows
 * corrections and merges (T27, T23); made anew from all facts it is the same.
 */
@Component
class Tally {

  /** What is tallied; all else is counted when it is read. */
  static final Set<FactKind> KINDS =
      EnumSet.of(FactKind.INCIDENT, FactKind.HATE_INCIDENT, FactKind.CONTACT);

  /** Of these the people are counted too. */
  static final Set<FactKind> OF_PEOPLE = EnumSet.of(FactKind.INCIDENT, FactKind.CONTACT);

  /** Stands for the whole council where people are counted; a code of an area has letters. */
  static final String WHOLE = "*";

  /** So many transactions can move one sum at once. */
  private static final int SLOTS = 8;

  private static final String MOVE_SUMS =
      """
      insert into reporting.tally as t (month, kind, service_area, tag, slot, number, flagged, nobodys)
        select * from unnest(:months::date[], :kinds::text[], :areas::text[], :tags::text[],
                             :slots::smallint[], :numbers::bigint[], :flagged::bigint[],
                             :nobodys::bigint[]) as d
         order by 1, 2, 3, 4, 5
      on conflict (month, kind, service_area, tag, slot) do update
         set number = t.number + excluded.number,
             flagged = t.flagged + excluded.flagged,
             nobodys = t.nobodys + excluded.nobodys
      """;

  /** Who comes to have a fact, or has none left, is one person more or fewer. */
  private static final String MOVE_PEOPLE =
      """
      with delta as (
        select d.quarter, d.kind, d.place, coalesce(s.counts_as, d.person) as person,
               sum(d.number) as number
          from unnest(:quarters::date[], :kinds::text[], :places::text[], :persons::uuid[],
                      :numbers::bigint[]) as d (quarter, kind, place, person, number)
          left join reporting.same_person s on s.person = d.person
         group by 1, 2, 3, 4 order by 1, 2, 3, 4
      ),
      moved as (
        insert into reporting.person_tally as p (quarter, kind, service_area, person, number)
          select * from delta where number <> 0
        on conflict (quarter, kind, service_area, person) do update
           set number = p.number + excluded.number
        returning p.quarter, p.kind, p.service_area, p.person,
                  coalesce(old.number, 0) as before, new.number as after
      )
      insert into reporting.people_tally as t (quarter, kind, service_area, slot, people)
        select quarter, kind, service_area, mod(abs(hashtext(person::text)::bigint), :slots),
               sum((after > 0)::int - (before > 0)::int)
          from moved where (after > 0) <> (before > 0)
         group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (quarter, kind, service_area, slot) do update
         set people = t.people + excluded.people
      """;

  private static final List<String> MADE =
      List.of(
          """
          insert into {tally}
            select date_trunc('month', f.day::timestamp)::date, f.kind,
                   coalesce(f.service_area, ''), t.tag, 0, count(*),
                   count(*) filter (where f.flag), count(*) filter (where f.person is null)
              from {facts} f, unnest(array_append(f.tags, '')) as t (tag)
             where f.kind = any(:kinds)
             group by 1, 2, 3, 4
          """,
          """
          insert into {person_tally}
            select f.quarter, f.kind, p.place, coalesce(s.counts_as, f.person), count(*)
              from {facts} f
              left join {persons} s on s.person = f.person
              cross join unnest(array[coalesce(f.service_area, ''), :whole]) as p (place)
             where f.kind = any(:ofPeople) and f.person is not null
             group by 1, 2, 3, 4
          """,
          """
          insert into {people_tally}
            select quarter, kind, service_area, 0, count(*) from {person_tally} group by 1, 2, 3
          """);

  private final JdbcClient jdbc;

  Tally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Cell(LocalDate month, FactKind kind, String area, String tag, int slot) {}

  private record Sum(long number, long flagged, long nobodys) {
    static Sum of(Fact fact, int sign) {
      return new Sum(
          sign, Boolean.TRUE.equals(fact.flag()) ? sign : 0, fact.person() == null ? sign : 0);
    }

    Sum plus(Sum other) {
      return new Sum(number + other.number, flagged + other.flagged, nobodys + other.nobodys);
    }

    boolean nothing() {
      return number == 0 && flagged == 0 && nobodys == 0;
    }
  }

  private record Seen(LocalDate quarter, FactKind kind, String place, UUID person) {}

  /** Takes out what was so and puts in what is so now; who counts as whom is asked at this time. */
  void move(List<Fact> before, List<Fact> after) {
    var sums = new HashMap<Cell, Sum>();
    var people = new HashMap<Seen, Long>();
    before.forEach(fact -> add(fact, -1, sums, people));
    after.forEach(fact -> add(fact, 1, sums, people));
    sums.values().removeIf(Sum::nothing);
    people.values().removeIf(number -> number == 0);
    moveSums(sums);
    movePeople(people);
  }

  private static void add(Fact fact, int sign, Map<Cell, Sum> sums, Map<Seen, Long> people) {
    if (!KINDS.contains(fact.kind())) {
      return;
    }
    String area = place(fact.area());
    int slot = Math.floorMod(fact.subject().hashCode(), SLOTS);
    LocalDate month = fact.day().withDayOfMonth(1);
    var tags = new ArrayList<>(fact.tags());
    tags.add("");
    for (String tag : tags) {
      sums.merge(new Cell(month, fact.kind(), area, tag, slot), Sum.of(fact, sign), Sum::plus);
    }
    UUID person = fact.person();
    if (person != null && OF_PEOPLE.contains(fact.kind())) {
      LocalDate quarter = Quarter.of(fact.day()).firstDay();
      for (String place : List.of(area, WHOLE)) {
        people.merge(new Seen(quarter, fact.kind(), place, person), (long) sign, Long::sum);
      }
    }
  }

  private static String place(@Nullable ServiceAreaCode area) {
    return area == null ? "" : area.value();
  }

  private void moveSums(Map<Cell, Sum> sums) {
    if (sums.isEmpty()) {
      return;
    }
    var cells = List.copyOf(sums.keySet());
    jdbc.sql(MOVE_SUMS)
        .param("months", column(cells, c -> Date.valueOf(c.month()), Date[]::new))
        .param("kinds", column(cells, c -> c.kind().name(), String[]::new))
        .param("areas", column(cells, Cell::area, String[]::new))
        .param("tags", column(cells, Cell::tag, String[]::new))
        .param("slots", column(cells, Cell::slot, Integer[]::new))
        .param("numbers", column(cells, c -> at(sums, c).number(), Long[]::new))
        .param("flagged", column(cells, c -> at(sums, c).flagged(), Long[]::new))
        .param("nobodys", column(cells, c -> at(sums, c).nobodys(), Long[]::new))
        .update();
  }

  private static Sum at(Map<Cell, Sum> sums, Cell cell) {
    return sums.getOrDefault(cell, new Sum(0, 0, 0));
  }

  private void movePeople(Map<Seen, Long> people) {
    if (people.isEmpty()) {
      return;
    }
    var seen = List.copyOf(people.keySet());
    jdbc.sql(MOVE_PEOPLE)
        .param("quarters", column(seen, s -> Date.valueOf(s.quarter()), Date[]::new))
        .param("kinds", column(seen, s -> s.kind().name(), String[]::new))
        .param("places", column(seen, Seen::place, String[]::new))
        .param("persons", column(seen, Seen::person, UUID[]::new))
        .param("numbers", column(seen, s -> people.getOrDefault(s, 0L), Long[]::new))
        .param("slots", SLOTS)
        .update();
  }

  private static <T, C> C[] column(List<T> rows, Function<T, C> of, IntFunction<C[]> array) {
    return rows.stream().map(of).toArray(array);
  }

  /** Makes all sums anew from the facts; there are none yet. */
  void make(Source of) {
    for (String statement : MADE) {
      jdbc.sql(of.in(statement))
          .param("kinds", names(KINDS))
          .param("ofPeople", names(OF_PEOPLE))
          .param("whole", WHOLE)
          .update();
    }
  }

  static String[] names(Set<FactKind> kinds) {
    return kinds.stream().map(Enum::name).toArray(String[]::new);
  }
}
