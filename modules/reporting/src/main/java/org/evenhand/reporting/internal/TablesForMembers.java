package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables.Cell;
import org.evenhand.reporting.MemberTables.Kind;
import org.evenhand.reporting.MemberTables.Row;
import org.evenhand.reporting.MemberTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Disclosure control for members and the public (PR.2). First, a number that is about fewer people
 * than the policy's small number is withheld, and a part whose remainder is so small. Then, where a
 * column has one number withheld among its areas, so is the smallest other one, or the council's
 * where there is none: the total does not give it away. What is left is rounded down. Only
 * published reports are told from, so no two days can be compared.
 */
record TablesForMembers(List<Figure> figures, int few) {

  private static final List<Measure> BY_AREA =
      List.of(Measure.INCIDENTS, Measure.PEOPLE, Measure.CONTACTS, Measure.CONTACTS_CAUSED_BY_US);

  private static final List<Measure> OF_COUNCIL =
      List.of(
          Measure.CASES,
          Measure.WARNINGS,
          Measure.RESTRICTIONS_IMPOSED,
          Measure.RESTRICTIONS_IN_FORCE,
          Measure.PEOPLE_UNDER_RESTRICTION,
          Measure.APPEALS);

  List<Table> all() {
    return List.of(byArea(), ofCouncil());
  }

  private record Place(@Nullable ServiceAreaCode area, Measure measure) {}

  private Table byArea() {
    Map<Place, Integer> numbers = new HashMap<>();
    for (Figure figure : figures) {
      if (figure.axis() == null) {
        numbers.put(new Place(figure.serviceArea(), figure.measure()), figure.number().intValue());
      }
    }
    List<ServiceAreaCode> areas =
        figures.stream()
            .filter(f -> f.axis() == null && BY_AREA.contains(f.measure()))
            .map(Figure::serviceArea)
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparing(ServiceAreaCode::value))
            .toList();
    List<@Nullable ServiceAreaCode> places = new ArrayList<>(areas);
    places.add(null);
    Set<Place> withheld = new HashSet<>();
    places.forEach(place -> primary(place, numbers, withheld));
    secondary(List.of(Measure.INCIDENTS, Measure.PEOPLE), areas, numbers, withheld);
    secondary(List.of(Measure.CONTACTS, Measure.CONTACTS_CAUSED_BY_US), areas, numbers, withheld);
    return new Table(
        Kind.SERVICE_AREAS,
        BY_AREA,
        places.stream()
            .map(
                place ->
                    new Row(
                        place,
                        BY_AREA.stream()
                            .map(
                                measure ->
                                    cell(
                                        measure,
                                        number(numbers, place, measure),
                                        withheld.contains(new Place(place, measure))))
                            .toList()))
            .toList());
  }

  private void primary(
      @Nullable ServiceAreaCode place, Map<Place, Integer> numbers, Set<Place> withheld) {
    if (isFew(number(numbers, place, Measure.PEOPLE))
        || isFew(number(numbers, place, Measure.INCIDENTS))) {
      withheld.add(new Place(place, Measure.INCIDENTS));
      withheld.add(new Place(place, Measure.PEOPLE));
    }
    int contacts = number(numbers, place, Measure.CONTACTS);
    int ours = number(numbers, place, Measure.CONTACTS_CAUSED_BY_US);
    boolean fewCallers = isFew(contacts) || isFew(number(numbers, place, Measure.CALLERS));
    if (fewCallers) {
      withheld.add(new Place(place, Measure.CONTACTS));
    }
    if (fewCallers || isFew(ours) || isFew(contacts - ours)) {
      withheld.add(new Place(place, Measure.CONTACTS_CAUSED_BY_US));
    }
  }

  /** Measures that tell of each other are withheld together. */
  private void secondary(
      List<Measure> together,
      List<ServiceAreaCode> areas,
      Map<Place, Integer> numbers,
      Set<Place> withheld) {
    for (Measure measure : together) {
      long hidden = areas.stream().filter(a -> withheld.contains(new Place(a, measure))).count();
      if (hidden == 1) {
        @Nullable ServiceAreaCode smallest =
            areas.stream()
                .filter(a -> !withheld.contains(new Place(a, measure)))
                .filter(a -> number(numbers, a, measure) > 0)
                .min(Comparator.comparing(a -> number(numbers, a, measure)))
                .orElse(null);
        together.forEach(m -> withheld.add(new Place(smallest, m)));
      }
    }
  }

  private Table ofCouncil() {
    return new Table(
        Kind.COUNCIL,
        OF_COUNCIL,
        List.of(
            new Row(
                null,
                OF_COUNCIL.stream()
                    .map(
                        measure -> {
                          int number =
                              figures.stream()
                                  .filter(
                                      f ->
                                          f.measure() == measure
                                              && f.axis() == null
                                              && f.serviceArea() == null)
                                  .mapToInt(f -> f.number().intValue())
                                  .findFirst()
                                  .orElse(0);
                          return cell(measure, number, isFew(number));
                        })
                    .toList())));
  }

  private Cell cell(Measure measure, int number, boolean hide) {
    return new Cell(measure, hide ? null : number - number % few);
  }

  private boolean isFew(int number) {
    return number > 0 && number < few;
  }

  private static int number(
      Map<Place, Integer> numbers, @Nullable ServiceAreaCode place, Measure measure) {
    return numbers.getOrDefault(new Place(place, measure), 0);
  }
}
