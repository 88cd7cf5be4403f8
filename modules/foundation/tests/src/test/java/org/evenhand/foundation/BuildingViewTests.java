package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P8.3.13, P9.3: a route through a building counts only while the building is open. */
class BuildingViewTests {

  private static BuildingView building(
      @Nullable LocalDate closedOn, BuildingView.Closure... closures) {
    return new BuildingView(
        new BuildingId(Ids.next()),
        0,
        "town-hall",
        "Town Hall",
        "1 Market Street",
        null,
        List.of(),
        List.of(closures),
        false,
        false,
        false,
        closedOn);
  }

  @Test
  @DisplayName("P9.3: a building is shut on the first and the last day of a closure, not beside it")
  void isShutOnEveryDayOfAClosure() {
    BuildingView hall =
        building(
            null,
            new BuildingView.Closure(
                LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28), "Winter closure"));

    assertThat(hall.isOpen(LocalDate.of(2026, 12, 23))).isTrue();
    assertThat(hall.isOpen(LocalDate.of(2026, 12, 24))).isFalse();
    assertThat(hall.isOpen(LocalDate.of(2026, 12, 28))).isFalse();
    assertThat(hall.isOpen(LocalDate.of(2026, 12, 29))).isTrue();
  }

  @Test
  @DisplayName("P9.3: from the day on which it is shut for good a building is no route any more")
  void isShutFromTheDayItClosesForGood() {
    BuildingView hall = building(LocalDate.of(2027, 1, 4));

    assertThat(hall.isOpen(LocalDate.of(2027, 1, 3))).isTrue();
    assertThat(hall.isOpen(LocalDate.of(2027, 1, 4))).isFalse();
  }
}
