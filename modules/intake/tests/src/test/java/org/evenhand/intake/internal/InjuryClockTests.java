package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days after which an injury at work is reportable (P9.5). */
class InjuryClockTests {

  private static final LocalDate ACCIDENT = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // seven days in a row are not more than seven; the day of the accident is none
        "2026-11-23, 2026-12-01, 2026-12-10, false",
        "2026-11-23, 2026-12-02, 2026-12-10, true",
        "2026-11-24, 2026-12-01, 2026-12-10, false",
        "2026-11-24, 2026-12-02, 2026-12-10, true",
        // an absence that begins later counts from its own first day
        "2026-11-28, 2026-12-05, 2026-12-10, false",
        "2026-11-28, 2026-12-06, 2026-12-10, true",
        // still away
        "2026-11-24, -, 2026-11-30, false",
        "2026-11-24, -, 2026-12-01, true"
      })
  @DisplayName("P9.5: more than seven days in a row, weekends counted, the day of the accident not")
  void countsDays(LocalDate from, @Nullable LocalDate back, LocalDate today, boolean reportable) {
    assertThat(InjuryClock.reportable(ACCIDENT, from, back, today)).isEqualTo(reportable);
  }

  @Test
  @DisplayName("P9.5: asked on the eighth day, reported within fifteen of the accident")
  void knowsItsDays() {
    assertThat(InjuryClock.eighthDay(ACCIDENT, null)).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(InjuryClock.eighthDay(ACCIDENT, ACCIDENT)).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(InjuryClock.eighthDay(ACCIDENT, ACCIDENT.plusDays(5)))
        .isEqualTo(LocalDate.of(2026, 12, 5));
    assertThat(InjuryClock.reportBy(ACCIDENT)).isEqualTo(LocalDate.of(2026, 12, 8));
  }
}
