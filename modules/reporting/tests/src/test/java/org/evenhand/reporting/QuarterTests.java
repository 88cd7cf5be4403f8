package org.evenhand.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quarters of a council's year (PR.1). */
class QuarterTests {

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 2026-01-01, 2026-03-31, 2025/26 Q4",
    "2026-04-01, 2026-04-01, 2026-06-30, 2026/27 Q1",
    "2026-08-15, 2026-07-01, 2026-09-30, 2026/27 Q2",
    "2026-12-31, 2026-10-01, 2026-12-31, 2026/27 Q3",
    "2100-02-28, 2100-01-01, 2100-03-31, 2099/00 Q4",
  })
  void eachDayLiesInOne(LocalDate day, LocalDate first, LocalDate last, String label) {
    Quarter quarter = Quarter.of(day);

    assertThat(quarter.firstDay()).isEqualTo(first);
    assertThat(quarter.lastDay()).isEqualTo(last);
    assertThat(quarter.label()).isEqualTo(label);
    assertThat(quarter.over(last)).isFalse();
    assertThat(quarter.over(last.plusDays(1))).isTrue();
  }

  @Test
  void beginsWithTheFirstDayOfOneOfFourMonths() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(LocalDate.of(2026, 2, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(LocalDate.of(2026, 1, 2)));
    assertThat(Quarter.of(LocalDate.of(2026, 2, 1)).minus(5))
        .isEqualTo(new Quarter(LocalDate.of(2024, 10, 1)));
  }
}
