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
 * Disclosure control for members and the public (PR.2, ADR 37). A number that is about fewer people
 * than the policy's small number is withheld, however large it is, and a part whose remainder is so
 * small. What is left is rounded down, so that no sum of other numbers gives one of these exactly,
 * but where the total is close to the lowest or the highest that the areas allow: there it is
 * withheld too. Only published reports are told from, so no two days can be compared; what there is
 * at the end of a quarter never stands beside what came to it, so no two quarters can.
 */
record TablesForMembers(List<Figure> figures, int few) {

  private static final List<Measure> BY_AREA =
      List.of(Measure.INCIDENTS, Measure.PEOPLE, Measure.CONTACTS, Measure.CONTACTS_CAUSED_BY_US);

  /** What there is at the end of a quarter; never what it came from, or quarters would tell. */
  private static final List<Measure> OF_COUNCIL =
      List.of(
          Measure.CASES,
          Measure.WARNINGS,
          Measure.RESTRICTIONS_IN_FORCE,
          Measure.PEOPLE_UNDER_RESTRICTION,
          Measure.APPEALS);

  /** How many people each of these is about. */
  private static final Map<Measure, Measure> PEOPLE_OF =
      Map.of(
          Measure.CASES, Measure.PEOPLE_CONSIDERED,
          Measure.WARNINGS, Measure.PEOPLE_WARNED,
          Measure.RESTRICTIONS_IN_FORCE, Measure.PEOPLE_UNDER_RESTRICTION,
          Measure.APPEALS, Measure.PEOPLE_APPEALING);

  private static final List<List<Measure>> TELL_OF_EACH_OTHER =
      List.of(
          List.of(Measure.INCIDENTS, Measure.PEOPLE),
          List.of(Measure.CONTACTS, Measure.CONTACTS_CAUSED_BY_US));

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
    for (List<Measure> together : TELL_OF_EACH_OTHER) {
      boolean some =
          areas.stream()
              .anyMatch(a -> together.stream().anyMatch(m -> withheld.contains(new Place(a, m))));
      if (some && together.stream().anyMatch(m -> closeToAnEnd(m, areas, numbers, withheld))) {
        together.forEach(m -> withheld.add(new Place(null, m)));
      }
    }
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

  /**
   * Whether the council's number, as it would be shown, is close to the lowest or the highest that
   * its areas allow, so that all of them would be known, or all but one by whoever knows that one.
   * Both ends are withheld: that a total is withheld does not tell which of them it is. Where a
   * part is withheld, so it is with the whole: what is left of it would be known.
   */
  private boolean closeToAnEnd(
      Measure measure,
      List<ServiceAreaCode> areas,
      Map<Place, Integer> numbers,
      Set<Place> withheld) {
    int least = 0;
    int most = 0;
    for (ServiceAreaCode area : areas) {
      int number = number(numbers, area, measure);
      if (withheld.contains(new Place(area, measure))) {
        least++;
        boolean partOfShown =
            measure == Measure.CONTACTS_CAUSED_BY_US
                && !withheld.contains(new Place(area, Measure.CONTACTS));
        most += partOfShown ? highest(number(numbers, area, Measure.CONTACTS)) - 1 : few - 1;
      } else if (number > 0) {
        least += lowest(number);
        most += highest(number);
      }
    }
    int shown = lowest(number(numbers, null, measure));
    return shown <= lowest(least) + few || shown >= lowest(most) - few;
  }

  /** The lowest number that is shown as this one is. */
  private int lowest(int number) {
    return number - number % few;
  }

  private int highest(int number) {
    return lowest(number) + few - 1;
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
                          int number = ofCouncil(measure);
                          Measure people = PEOPLE_OF.getOrDefault(measure, measure);
                          return cell(measure, number, isFew(number) || isFew(ofCouncil(people)));
                        })
                    .toList())));
  }

  private int ofCouncil(Measure measure) {
    return figures.stream()
        .filter(f -> f.measure() == measure && f.axis() == null && f.serviceArea() == null)
        .mapToInt(f -> f.number().intValue())
        .findFirst()
        .orElse(0);
  }

  private Cell cell(Measure measure, int number, boolean hide) {
    return new Cell(measure, hide ? null : lowest(number));
  }

  private boolean isFew(int number) {
    return number > 0 && number < few;
  }

  private static int number(
      Map<Place, Integer> numbers, @Nullable ServiceAreaCode place, Measure measure) {
    return numbers.getOrDefault(new Place(place, measure), 0);
  }
}
