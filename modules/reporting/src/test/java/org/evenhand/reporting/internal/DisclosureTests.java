package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Withheld;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Quarter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PR.2: elected members see aggregates only, and no small number can be worked out from them. */
class DisclosureTests {

  private static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  private static final Quarter QUARTER = new Quarter(LocalDate.of(2026, 7, 1));

  /** Every consistent set of counts up to a size at which the pattern has repeated. */
  private static List<Counts> everything() {
    var all = new ArrayList<Counts>();
    for (int incidents = 0; incidents <= 14; incidents++) {
      for (int unknown = 0; unknown <= incidents; unknown++) {
        int known = incidents - unknown;
        for (int people = known == 0 ? 0 : 1; people <= known; people++) {
          all.add(new Counts(incidents, people, unknown, 0, 0, 0));
        }
      }
    }
    for (int contacts = 1; contacts <= 14; contacts++) {
      for (int callers = 1; callers <= contacts; callers++) {
        for (int byUs = 0; byUs <= contacts; byUs++) {
          all.add(new Counts(0, 0, 0, contacts, callers, byUs));
        }
      }
    }
    return all;
  }

  private static IncidentFiguresView shown(Counts counts) {
    return shown(counts, 5);
  }

  private static IncidentFiguresView shown(Counts counts, int few) {
    return new Disclosure(few).forMembers(HOUSING, QUARTER, counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6})
  void showsNoSmallNumber(int few) {
    for (Counts counts : everything()) {
      IncidentFiguresView view = shown(counts, few);
      assertThat(
              Stream.of(
                      view.incidents(),
                      view.people(),
                      view.incidentsOfUnknownPeople(),
                      view.contacts(),
                      view.contactsCausedByUs())
                  .filter(Objects::nonNull))
          .allMatch(number -> number % few == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6})
  @DisplayName("whatever is shown, a quantity about few people stays open to several values")
  void nothingSmallCanBeWorkedOut(int few) {
    nothingSmall(few, "incidents", Counts::incidents);
    nothingSmall(few, "people", Counts::people);
    nothingSmall(few, "incidents of unknown people", Counts::ofUnknownPeople);
    nothingSmall(few, "incidents of known people", c -> c.incidents() - c.ofUnknownPeople());
    nothingSmall(few, "contacts", Counts::contacts);
    nothingSmall(few, "callers", Counts::callers);
    nothingSmall(few, "caused by us", Counts::causedByUs);
    nothingSmall(few, "not caused by us", c -> c.contacts() - c.causedByUs());
  }

  private static void nothingSmall(int few, String what, Function<Counts, Integer> quantity) {
    Map<IncidentFiguresView, Set<Integer>> possible = new HashMap<>();
    for (Counts counts : everything()) {
      possible
          .computeIfAbsent(shown(counts, few), ignored -> new TreeSet<>())
          .add(quantity.apply(counts));
    }
    possible.forEach(
        (view, values) -> {
          if (values.stream().anyMatch(value -> value > 0 && value < few)) {
            assertThat(values).as("%s given %s", what, view).hasSizeGreaterThan(1);
          }
        });
  }

  @Test
  void incidentsOfFewPeopleAreWithheldHoweverManyTheyAre() {
    IncidentFiguresView view = shown(new Counts(30, 2, 0, 0, 0, 0));

    assertThat(view.incidents()).isNull();
    assertThat(view.people()).isNull();
    assertThat(view.withheld())
        .contains(
            new Withheld("incidents", "SMALL_NUMBER"), new Withheld("people", "SMALL_NUMBER"));
  }

  @Test
  void roundsDownAndSaysSo() {
    IncidentFiguresView view = shown(new Counts(29, 11, 9, 104, 60, 52));

    assertThat(view.incidents()).isEqualTo(25);
    assertThat(view.people()).isEqualTo(10);
    assertThat(view.incidentsOfUnknownPeople()).isEqualTo(5);
    assertThat(view.contacts()).isEqualTo(100);
    assertThat(view.contactsCausedByUs()).isEqualTo(50);
    assertThat(view.rounded()).isTrue();
    assertThat(view.withheld()).isEmpty();
  }

  @Test
  void aPartIsWithheldWhoseRestWouldBeSmall() {
    assertThat(shown(new Counts(0, 0, 0, 50, 40, 47)).contactsCausedByUs()).isNull();
    assertThat(shown(new Counts(0, 0, 0, 50, 40, 45)).contactsCausedByUs()).isEqualTo(45);
  }

  @Test
  void thoseWhoSeeAllSeeItWhole() {
    IncidentFiguresView view = Disclosure.whole(HOUSING, QUARTER, new Counts(3, 1, 2, 7, 4, 1));

    assertThat(view)
        .isEqualTo(new IncidentFiguresView(HOUSING, QUARTER, 3, 1, 2, 7, 1, false, List.of()));
  }
}
