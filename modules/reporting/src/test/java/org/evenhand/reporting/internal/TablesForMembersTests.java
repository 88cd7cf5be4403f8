package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables.Cell;
import org.evenhand.reporting.MemberTables.Row;
import org.evenhand.reporting.MemberTables.Table;
import org.evenhand.reporting.Quarter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PR.2: whoever attacks the tables that members see cannot work a small number out. */
class TablesForMembersTests {

  private static final int FEW = 5;
  private static final List<ServiceAreaCode> AREAS =
      List.of(
          new ServiceAreaCode("benefits"),
          new ServiceAreaCode("housing"),
          new ServiceAreaCode("leisure"));

  /** Incidents of each area, each of another person: the most that an attacker can assume. */
  private static List<Figure> world(int... incidents) {
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < incidents.length; i++) {
      figures.add(Figure.of(Measure.INCIDENTS, AREAS.get(i), incidents[i]));
      figures.add(Figure.of(Measure.PEOPLE, AREAS.get(i), incidents[i]));
    }
    int all = Arrays.stream(incidents).sum();
    figures.add(Figure.of(Measure.INCIDENTS, null, all));
    figures.add(Figure.of(Measure.PEOPLE, null, all));
    return figures;
  }

  private static Table areas(List<Figure> figures) {
    return new TablesForMembers(figures, FEW).all().getFirst();
  }

  private static @Nullable Integer shown(Table table, int row, Measure measure) {
    return table.rows().get(row).cells().stream()
        .filter(cell -> cell.measure() == measure)
        .toList()
        .getFirst()
        .number();
  }

  /**
   * Every world of three areas with up to fourteen incidents each (then the pattern repeats), by
   * what an attacker sees of it.
   */
  private static Map<Object, List<int[]>> worlds(Function<int[], Object> seen) {
    var worlds = new HashMap<Object, List<int[]>>();
    for (int a = 0; a <= 14; a++) {
      for (int b = 0; b <= 14; b++) {
        for (int c = 0; c <= 14; c++) {
          int[] world = {a, b, c};
          worlds.computeIfAbsent(seen.apply(world), key -> new ArrayList<>()).add(world);
        }
      }
    }
    return worlds;
  }

  private static void nothingSmallIsCertain(Map<Object, List<int[]>> worlds) {
    worlds.forEach(
        (seen, possible) -> {
          for (int area = 0; area < 3; area++) {
            int which = area;
            Set<Integer> values = new TreeSet<>(possible.stream().map(w -> w[which]).toList());
            if (values.stream().anyMatch(v -> v > 0 && v < FEW)) {
              assertThat(values).as("area %s given %s", area, seen).hasSizeGreaterThan(1);
            }
          }
        });
  }

  @Test
  @DisplayName("from the areas and the council's total together, no small number is certain")
  void theTotalGivesNothingAway() {
    nothingSmallIsCertain(worlds(world -> areas(world(world))));
  }

  @Test
  @DisplayName("nor from these tables together with the figures by area that members can ask for")
  void anotherTableGivesNothingAway() {
    var disclosure = new Disclosure(FEW);
    var quarter = new Quarter(LocalDate.of(2026, 7, 1));
    nothingSmallIsCertain(
        worlds(
            world ->
                List.of(
                    areas(world(world)),
                    IntStream.range(0, 3)
                        .mapToObj(
                            i ->
                                disclosure.forMembers(
                                    AREAS.get(i),
                                    quarter,
                                    new Counts(world[i], world[i], 0, 0, 0, 0)))
                        .toList())));
  }

  @Test
  @DisplayName("one number withheld among areas takes the smallest other with it, or the total")
  void withholdsASecondOne() {
    Table table = areas(world(3, 22, 9));
    assertThat(shown(table, 0, Measure.INCIDENTS)).as("primary").isNull();
    assertThat(shown(table, 2, Measure.INCIDENTS)).as("secondary").isNull();
    assertThat(shown(table, 1, Measure.INCIDENTS)).isEqualTo(20);
    assertThat(shown(table, 3, Measure.INCIDENTS)).isEqualTo(30);

    Table alone = areas(world(3, 0, 0));
    assertThat(shown(alone, 3, Measure.INCIDENTS)).as("the total").isNull();
  }

  @Test
  @DisplayName("many incidents of few people are withheld, and every number shown is rounded down")
  void fewPeopleAreWithheldHoweverManyTheIncidents() {
    var figures = new ArrayList<>(world(0, 22, 14));
    figures.set(3, Figure.of(Measure.PEOPLE, AREAS.get(1), 2));
    Table table = areas(figures);
    assertThat(shown(table, 1, Measure.INCIDENTS)).isNull();
    assertThat(shown(table, 1, Measure.PEOPLE)).isNull();
    assertThat(
            table.rows().stream()
                .map(Row::cells)
                .flatMap(List::stream)
                .map(Cell::number)
                .filter(Objects::nonNull))
        .allMatch(number -> number % FEW == 0);
  }
}
