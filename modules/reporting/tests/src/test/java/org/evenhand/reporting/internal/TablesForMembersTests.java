package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables.Cell;
import org.evenhand.reporting.MemberTables.Row;
import org.evenhand.reporting.MemberTables.Table;
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
          new ServiceAreaCode("leisure"),
          new ServiceAreaCode("planning"),
          new ServiceAreaCode("waste"));

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

  @Test
  @DisplayName(
      "a total that is close to the lowest or the highest that its areas allow is withheld")
  void withholdsATotalCloseToAnEnd() {
    assertThat(shown(areas(world(1, 1, 1, 1, 20)), 5, Measure.INCIDENTS)).as("lowest").isNull();
    assertThat(shown(areas(world(4, 4, 4, 4, 24)), 5, Measure.INCIDENTS)).as("highest").isNull();
    assertThat(shown(areas(world(3, 0, 21)), 3, Measure.INCIDENTS)).as("close").isNull();
    assertThat(shown(areas(world(0, 9, 22)), 3, Measure.INCIDENTS)).as("none small").isEqualTo(30);

    Table usual = areas(world(2, 48, 17, 9, 23));
    assertThat(shown(usual, 0, Measure.INCIDENTS)).isNull();
    assertThat(shown(usual, 1, Measure.INCIDENTS)).isEqualTo(45);
    assertThat(shown(usual, 5, Measure.INCIDENTS)).as("the total").isEqualTo(95);
  }

  @Test
  @DisplayName(
      "what a service with few gives up costs the council no total where there are several")
  void keepsWhatItCan() {
    int[] contacts = {120, 83, 57, 240, 66, 38, 92, 71};
    int[] ours = {60, 41, 3, 120, 30, 17, 44, 30};
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < contacts.length; i++) {
      var area = new ServiceAreaCode("area-" + (char) ('a' + i));
      figures.add(Figure.of(Measure.CONTACTS, area, contacts[i]));
      figures.add(Figure.of(Measure.CALLERS, area, contacts[i]));
      figures.add(Figure.of(Measure.CONTACTS_CAUSED_BY_US, area, ours[i]));
    }
    figures.add(Figure.of(Measure.CONTACTS, null, Arrays.stream(contacts).sum()));
    figures.add(Figure.of(Measure.CONTACTS_CAUSED_BY_US, null, Arrays.stream(ours).sum()));
    Table table = areas(figures);

    assertThat(shown(table, 2, Measure.CONTACTS)).isEqualTo(55);
    assertThat(shown(table, 2, Measure.CONTACTS_CAUSED_BY_US)).isNull();
    assertThat(shown(table, 8, Measure.CONTACTS)).isEqualTo(765);
    assertThat(shown(table, 8, Measure.CONTACTS_CAUSED_BY_US)).isEqualTo(345);
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
