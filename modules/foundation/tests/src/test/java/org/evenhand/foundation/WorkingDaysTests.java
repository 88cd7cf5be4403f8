package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days in England (P10.3, T9). */
class WorkingDaysTests {

  private final WorkingDays days = new WorkingDays();

  @ParameterizedTest
  @CsvSource({
    "2026-04-03, Good Friday",
    "2026-04-06, Easter Monday",
    "2026-05-04, early May",
    "2026-08-31, summer in England",
    "2026-12-25, Christmas",
    "2026-12-28, Boxing Day in lieu",
    "2022-06-03, Platinum Jubilee",
    "2023-05-08, Coronation"
  })
  void bankHolidaysAreNoWorkingDays(LocalDate day, String why) {
    assertThat(days.isWorkingDay(day)).as(why).isFalse();
  }

  @Test
  void scotlandsHolidaysAreWorkingDays() {
    assertThat(days.isWorkingDay(LocalDate.of(2026, 1, 2))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 8, 3))).isTrue();
  }

  @ParameterizedTest
  @DisplayName("P10.3: the corresponding date, or the month's last day where there is none")
  @CsvSource({
    "2026-01-30, 2026-02-28",
    "2026-02-28, 2026-03-28",
    "2026-08-31, 2026-09-30",
    "2026-03-03, 2026-04-03",
    "2024-01-31, 2024-02-29"
  })
  void aMonthLaterIsTheCorrespondingDate(LocalDate from, LocalDate to) {
    assertThat(days.monthAfter(from)).isEqualTo(to);
  }

  @Test
  void aDeadlineMovesOnAndADutyIsWorkedBefore() {
    LocalDate goodFriday = LocalDate.of(2026, 4, 3);

    assertThat(days.onOrAfter(goodFriday)).isEqualTo(LocalDate.of(2026, 4, 7));
    assertThat(days.onOrBefore(goodFriday)).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Property
  void countingForwardNeverEndsOnADayOff(
      @ForAll @IntRange(min = 0, max = 3000) int offset,
      @ForAll @IntRange(min = 0, max = 60) int count) {
    LocalDate from = LocalDate.of(2022, 1, 1).plusDays(offset);

    LocalDate to = days.plus(from, count);

    assertThat(days.isWorkingDay(to)).isTrue();
    long between = from.datesUntil(to.plusDays(1)).skip(1).filter(days::isWorkingDay).count();
    if (count > 0) {
      assertThat(between).isEqualTo(count);
    }
  }
}
