package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables.Kind;
import org.evenhand.reporting.MemberTables.Row;
import org.evenhand.reporting.MemberTables.Table;
import org.evenhand.reporting.Quarter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PR.2, question 17: attacks on what is suppressed. The first attacker knows the rules by which
 * numbers are withheld: every small world is drawn, and all worlds that look the same to them are
 * possible. The second solves the sums of a large table, and of one quarter after another, for
 * bounds. A number about few people may never be certain.
 */
class SuppressionAttackTests {

  /** So many of each of several things, and the figures that a report would have of it. */
  private record World(int[] numbers) {}

  private static ServiceAreaCode area(int which) {
    return new ServiceAreaCode("area-" + (char) ('a' + which));
  }

  private static void each(int[] numbers, int from, int most, Consumer<int[]> to) {
    if (from == numbers.length) {
      to.accept(numbers.clone());
      return;
    }
    for (int number = 0; number <= most; number++) {
      numbers[from] = number;
      each(numbers, from + 1, most, to);
    }
  }

  /** Possible worlds by what is seen of them. */
  private static Map<Object, List<World>> worlds(
      int things, int most, Function<int[], Object> seen) {
    var worlds = new HashMap<Object, List<World>>();
    each(
        new int[things],
        0,
        most,
        numbers ->
            worlds
                .computeIfAbsent(seen.apply(numbers), key -> new ArrayList<>())
                .add(new World(numbers)));
    return worlds;
  }

  private static void neverCertain(
      Map<Object, List<World>> worlds, int few, List<Function<int[], Integer>> quantities) {
    worlds.forEach(
        (seen, possible) -> {
          for (int i = 0; i < quantities.size(); i++) {
            Set<Integer> values = new HashSet<>();
            for (World world : possible) {
              values.add(quantities.get(i).apply(world.numbers()));
            }
            int only = values.iterator().next();
            assertThat(values.size() == 1 && only > 0 && only < few)
                .as("quantity %s is certainly %s, given %s", i, only, seen)
                .isFalse();
          }
        });
  }

  private static List<Function<int[], Integer>> eachOf(int things) {
    return IntStream.range(0, things)
        .<Function<int[], Integer>>mapToObj(i -> numbers -> numbers[i])
        .toList();
  }

  /** Each incident is of another person: the most that an attacker can assume. */
  private static List<Table> incidents(int[] numbers, int few) {
    var figures = new ArrayList<Figure>();
    int all = 0;
    for (int i = 0; i < numbers.length; i++) {
      all += numbers[i];
      if (numbers[i] > 0) {
        figures.add(Figure.of(Measure.INCIDENTS, area(i), numbers[i]));
        figures.add(Figure.of(Measure.PEOPLE, area(i), numbers[i]));
      }
    }
    figures.add(Figure.of(Measure.INCIDENTS, null, all));
    figures.add(Figure.of(Measure.PEOPLE, null, all));
    return new TablesForMembers(figures, few).all();
  }

  @ParameterizedTest
  @CsvSource({"2, 14, 5", "3, 8, 3", "4, 5, 3"})
  @DisplayName("between areas and the council's total, by whoever knows the rules")
  void areasAndTotal(int areas, int most, int few) {
    neverCertain(worlds(areas, most, n -> incidents(n, few)), few, eachOf(areas));
  }

  @ParameterizedTest
  @CsvSource({"2, 14, 5", "3, 8, 3", "4, 5, 3"})
  @DisplayName("by a head of service who knows the numbers of their own area as they are")
  void aHeadWhoKnowsTheirOwn(int areas, int most, int few) {
    for (int own = 0; own < areas; own++) {
      int whose = own;
      var others = new ArrayList<>(eachOf(areas));
      others.remove(whose);
      neverCertain(worlds(areas, most, n -> List.of(n[whose], incidents(n, few))), few, others);
    }
  }

  /**
   * Large tables, some of whose areas have few: all worlds that show the same areas, and which of
   * them show the same total.
   */
  @ParameterizedTest
  @CsvSource({"3, 3, 3, 5", "5, 2, 10, 4", "5, 4, 5, 1", "4, 1, 8, 6"})
  @DisplayName("where the total is shown beside several small numbers, a head's knowledge included")
  void largeTables(int few, int large, int base, int small) {
    Function<int[], int[]> world =
        n -> {
          int[] numbers = n.clone();
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < large ? base + n[i] : 1 + n[i] % (few - 1);
          }
          return numbers;
        };
    int areas = large + small;
    var smallOnes =
        eachOf(areas).subList(large, areas).stream().map(q -> q.compose(world)).toList();
    var anybody = worlds(areas, few - 1, n -> incidents(world.apply(n), few));
    assertThat(anybody.keySet())
        .as("the total is not always withheld")
        .anyMatch(seen -> total(seen) != null);
    neverCertain(anybody, few, smallOnes);
    neverCertain(
        worlds(areas, few - 1, n -> List.of(world.apply(n)[0], incidents(world.apply(n), few))),
        few,
        smallOnes);
    if (small > 1) {
      neverCertain(
          worlds(
              areas, few - 1, n -> List.of(world.apply(n)[large], incidents(world.apply(n), few))),
          few,
          smallOnes.subList(1, small));
    }
  }

  private static @Nullable Integer total(Object tables) {
    Table areas = (Table) ((List<?>) tables).getFirst();
    return areas.rows().getLast().cells().getFirst().number();
  }

  @Test
  @DisplayName("contacts, those that we caused, and the others of them")
  void partsOfContacts() {
    int few = 3;
    int areas = 2;
    var quantities = new ArrayList<Function<int[], Integer>>();
    for (int i = 0; i < areas; i++) {
      int at = 2 * i;
      quantities.add(n -> n[at] + n[at + 1]);
      quantities.add(n -> n[at]);
      quantities.add(n -> n[at + 1]);
    }
    neverCertain(
        worlds(
            2 * areas,
            8,
            n -> {
              var figures = new ArrayList<Figure>();
              int all = 0;
              int ours = 0;
              for (int i = 0; i < areas; i++) {
                int contacts = n[2 * i] + n[2 * i + 1];
                all += contacts;
                ours += n[2 * i];
                figures.add(Figure.of(Measure.CONTACTS, area(i), contacts));
                figures.add(Figure.of(Measure.CALLERS, area(i), contacts));
                figures.add(Figure.of(Measure.CONTACTS_CAUSED_BY_US, area(i), n[2 * i]));
              }
              figures.add(Figure.of(Measure.CONTACTS, null, all));
              figures.add(Figure.of(Measure.CALLERS, null, all));
              figures.add(Figure.of(Measure.CONTACTS_CAUSED_BY_US, null, ours));
              return new TablesForMembers(figures, few).all();
            }),
        few,
        quantities);
  }

  @Test
  @DisplayName("T23: people and incidents are told apart and tell nothing of each other")
  void peopleAndIncidents() {
    int few = 3;
    int areas = 2;
    var quantities = new ArrayList<Function<int[], Integer>>();
    for (int i = 0; i < areas; i++) {
      int at = 2 * i;
      quantities.add(n -> n[at]);
      quantities.add(n -> n[at] == 0 ? 0 : n[at] + n[at + 1]);
    }
    neverCertain(
        worlds(
            2 * areas,
            8,
            n -> {
              var figures = new ArrayList<Figure>();
              int people = 0;
              int all = 0;
              for (int i = 0; i < areas; i++) {
                int incidents = n[2 * i] == 0 ? 0 : n[2 * i] + n[2 * i + 1];
                people += n[2 * i];
                all += incidents;
                figures.add(Figure.of(Measure.PEOPLE, area(i), n[2 * i]));
                figures.add(Figure.of(Measure.INCIDENTS, area(i), incidents));
              }
              figures.add(Figure.of(Measure.PEOPLE, null, people));
              figures.add(Figure.of(Measure.INCIDENTS, null, all));
              return new TablesForMembers(figures, few).all();
            }),
        few,
        quantities);
  }

  @Test
  @DisplayName("equality rates, by whoever knows exactly how many people there are in all")
  void equalityRates() {
    int few = 3;
    var answers = EqualityCharacteristic.DISABILITY.answers();
    var quantities = new ArrayList<Function<int[], Integer>>();
    for (int i = 0; i < answers.size(); i++) {
      int at = 2 * i;
      quantities.add(n -> n[at] + n[at + 1]);
      quantities.add(n -> n[at]);
      quantities.add(n -> n[at + 1]);
    }
    neverCertain(
        worlds(
            2 * answers.size(),
            3,
            n -> {
              var all = new HashMap<String, Integer>();
              var with = new HashMap<String, Integer>();
              int people = 0;
              int restricted = 0;
              for (int i = 0; i < answers.size(); i++) {
                int of = n[2 * i] + n[2 * i + 1];
                people += of;
                restricted += n[2 * i];
                if (of > 0) {
                  all.put(answers.get(i), of);
                  with.put(answers.get(i), n[2 * i]);
                }
              }
              return List.of(
                  people,
                  restricted,
                  FairnessOfQuarter.rates(
                      Map.of(EqualityCharacteristic.DISABILITY, all),
                      Map.of(EqualityCharacteristic.DISABILITY, with),
                      few));
            }),
        few,
        quantities);
  }

  /** Between which numbers one that is shown, or withheld, lies. */
  private static final class Bounds {
    private int low;
    private int high;

    Bounds(@Nullable Integer shown, int few) {
      low = shown == null ? 1 : shown;
      high = shown == null ? 100_000 : shown == 0 ? 0 : shown + few - 1;
    }

    void within(int least, int most) {
      low = Math.max(low, least);
      high = Math.min(high, most);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("by solving the sums of large tables for bounds, one quarter after another")
  void solvingTheSums(long seed) {
    int few = 5;
    var random = new Random(seed);
    for (int draw = 0; draw < 150; draw++) {
      int areas = 4 + random.nextInt(9);
      int[] numbers = new int[areas];
      for (int quarter = 0; quarter < 4; quarter++) {
        for (int i = 0; i < areas; i++) {
          // Most services have little of it, and little changes between quarters.
          numbers[i] =
              quarter == 0 || random.nextInt(3) == 0
                  ? (int) Math.floor(Math.pow(random.nextDouble(), 3) * 45)
                  : Math.max(0, numbers[i] + random.nextInt(3) - 1);
        }
        Table table = incidents(numbers, few).getFirst();
        Map<ServiceAreaCode, Bounds> bounds = new HashMap<>();
        Bounds total = null;
        for (Row row : table.rows()) {
          var of = new Bounds(row.cells().getFirst().number(), few);
          if (row.serviceArea() == null) {
            total = of;
          } else {
            bounds.put(row.serviceArea(), of);
          }
        }
        solve(Objects.requireNonNull(total), bounds);
        for (int i = 0; i < areas; i++) {
          Bounds found = bounds.get(area(i));
          if (numbers[i] > 0 && numbers[i] < few) {
            assertThat(found).isNotNull();
            assertThat(found.high - found.low)
                .as("%s of %s in draw %s", i, numbers, draw)
                .isPositive();
          }
        }
      }
    }
  }

  /** The areas add up to the total: each bounds the others, until nothing changes. */
  private static void solve(Bounds total, Map<ServiceAreaCode, Bounds> areas) {
    for (int round = 0; round < 20; round++) {
      int low = areas.values().stream().mapToInt(b -> b.low).sum();
      int high = areas.values().stream().mapToInt(b -> b.high).sum();
      total.within(low, high);
      for (Bounds area : areas.values()) {
        area.within(total.low - (high - area.high), total.high - (low - area.low));
      }
    }
  }

  /** What each of several people had, and how many of them there are. */
  private static List<Figure> ofCouncil(Measure counted, Measure people, int[] ofEach) {
    return List.of(
        Figure.of(counted, null, IntStream.of(ofEach).sum()),
        Figure.of(people, null, IntStream.of(ofEach).filter(n -> n > 0).count()));
  }

  @ParameterizedTest
  @CsvSource({
    "CASES, PEOPLE_CONSIDERED",
    "WARNINGS, PEOPLE_WARNED",
    "RESTRICTIONS_IN_FORCE, PEOPLE_UNDER_RESTRICTION",
    "APPEALS, PEOPLE_APPEALING"
  })
  @DisplayName("a large number that is about few people tells about them, and is withheld")
  void manyOfFewPeople(Measure counted, Measure people) {
    int few = 3;
    Function<int[], Object> seen =
        n -> new TablesForMembers(ofCouncil(counted, people, n), few).all();
    Map<Object, List<World>> worlds = worlds(5, 4, seen);
    worlds.forEach(
        (tables, possible) -> {
          boolean ofFew =
              possible.stream()
                  .anyMatch(
                      world -> isFew(IntStream.of(world.numbers()).filter(n -> n > 0).count()));
          assertThat(ofFew && shown(tables, counted) != null).as("%s", tables).isFalse();
        });
    assertThat(worlds.keySet()).anyMatch(tables -> Objects.equals(shown(tables, counted), 9));
    neverCertain(
        worlds,
        few,
        List.of(
            n -> (int) IntStream.of(n).filter(one -> one > 0).count(), n -> IntStream.of(n).sum()));
  }

  private static boolean isFew(long people) {
    return people > 0 && people < 3;
  }

  private static @Nullable Integer shown(Object tables, Measure measure) {
    Table council = (Table) ((List<?>) tables).getLast();
    return council.rows().getFirst().cells().stream()
        .filter(cell -> cell.measure() == measure)
        .toList()
        .getFirst()
        .number();
  }

  @Test
  @DisplayName("that a service has its line does not tell that anything happened there")
  void linesOfServicesTellNothing() {
    List<Figure> quiet =
        List.of(
            Figure.of(Measure.INCIDENTS, area(0), 30),
            Figure.of(Measure.PEOPLE, area(0), 20),
            Figure.of(Measure.INCIDENTS, area(1), 0),
            Figure.of(Measure.INCIDENTS, null, 30),
            Figure.of(Measure.PEOPLE, null, 20));
    var busy = new ArrayList<>(quiet);
    busy.add(Figure.of(Measure.RESTRICTIONS_IN_FORCE, area(1), 1));
    busy.add(Figure.of(Measure.PEOPLE, area(1), 0));
    busy.add(Figure.of(Measure.FAULTS, area(1), 2));

    List<Table> seen = new TablesForMembers(quiet, 5).all();
    assertThat(new TablesForMembers(busy, 5).all().getFirst()).isEqualTo(seen.getFirst());
    assertThat(seen.getFirst().rows()).extracting(Row::serviceArea).contains(area(1));
    assertThat(FrozenTables.read(FrozenTables.csv(Quarter.of(LocalDate.EPOCH), seen)))
        .as("as they are kept")
        .isEqualTo(seen);
  }

  @Test
  @DisplayName("quarters: no table has what there is together with what came to it or went")
  void noQuarterIsTheOneBeforeAndWhatCame() {
    List<Measure> shown =
        incidents(new int[] {9}, 5).stream()
            .filter(table -> table.kind() == Kind.COUNCIL)
            .flatMap(table -> table.columns().stream())
            .toList();
    assertThat(shown)
        .contains(Measure.RESTRICTIONS_IN_FORCE)
        .doesNotContain(
            Measure.RESTRICTIONS_IMPOSED, Measure.RESTRICTIONS_ENDED, Measure.RESTRICTIONS_CHANGED);
  }
}
