package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every day of 2020 to 2040 against a calendar that is written out here, day by day, and knows
 * nothing of the library that the product asks (P10.3, T9).
 */
class CalendarOracleTests {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);
  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final Figures FIGURES = Figures.standard();
  private static final Set<LocalDate> HOLIDAYS = holidays();

  @Test
  @DisplayName("P10.3: which days are working days in England")
  void workingDays() {
    everyDay(day -> assertThat(CALENDAR.isWorkingDay(day)).as("%s", day).isEqualTo(works(day)));
  }

  @Test
  @DisplayName("P10.3: the last day to appeal, moved and not moved")
  void lastDays() {
    Figures notMoved = Figures.of(Map.of(FigureKey.APPEAL_ROLLS_FORWARD, 0));
    everyDay(
        day -> {
          LocalDate corresponding = monthOn(day);
          assertThat(AppealWindow.lastDay(day, notMoved, CALENDAR))
              .as("notified %s", day)
              .isEqualTo(corresponding);
          LocalDate moved = corresponding;
          while (!works(moved)) {
            moved = moved.plusDays(1);
          }
          assertThat(AppealWindow.lastDay(day, FIGURES, CALENDAR))
              .as("notified %s", day)
              .isEqualTo(moved);
        });
  }

  @Test
  @DisplayName("P10.3, T9: the presumed day for every way of sending, in hours and after them")
  void presumedDays() {
    everyDay(
        day -> {
          for (ServiceMethod method : ServiceMethod.values()) {
            assertThat(notified(method, day, LocalTime.of(11, 0)))
                .as("%s at 11:00 on %s", method, day)
                .isEqualTo(expected(method, day, false));
            assertThat(notified(method, day, LocalTime.of(16, 30, 1)))
                .as("%s after 16:30 on %s", method, day)
                .isEqualTo(expected(method, day, true));
          }
        });
  }

  @Test
  @DisplayName("P10.4, T7: a council's own deadline is worked to the working day before")
  void councilDeadlines() {
    everyDay(
        day -> {
          LocalDate worked = day;
          while (!works(worked)) {
            worked = worked.minusDays(1);
          }
          assertThat(CALENDAR.onOrBefore(day)).as("due %s", day).isEqualTo(worked);
        });
  }

  private static LocalDate notified(ServiceMethod method, LocalDate day, LocalTime time) {
    return Notification.deemed(
            method, day.atTime(time).atZone(WorkingDays.LONDON).toInstant(), FIGURES, CALENDAR)
        .on();
  }

  private static LocalDate expected(ServiceMethod method, LocalDate sent, boolean late) {
    int count =
        switch (method) {
          case FIRST_CLASS -> 2;
          case SECOND_CLASS -> 4;
          case HAND, EMAIL, PORTAL -> works(sent) && !late ? 0 : 1;
        };
    LocalDate day = sent;
    while (count > 0) {
      day = day.plusDays(1);
      if (works(day)) {
        count--;
      }
    }
    return day;
  }

  private static LocalDate monthOn(LocalDate day) {
    YearMonth next = YearMonth.from(day).plusMonths(1);
    return next.isValidDay(day.getDayOfMonth())
        ? next.atDay(day.getDayOfMonth())
        : next.atEndOfMonth();
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !HOLIDAYS.contains(day);
  }

  private static void everyDay(java.util.function.Consumer<LocalDate> check) {
    FIRST.datesUntil(LAST.plusDays(1)).forEach(check);
  }

  /** As proclaimed and by the Banking and Financial Dealings Act, written out. */
  private static Set<LocalDate> holidays() {
    var days = new HashSet<LocalDate>();
    for (int year = 2020; year <= 2041; year++) {
      LocalDate easter = easter(year);
      days.add(easter.minusDays(2));
      days.add(easter.plusDays(1));
      days.add(inLieu(LocalDate.of(year, 1, 1)));
      days.add(year == 2020 ? LocalDate.of(2020, 5, 8) : firstMonday(year, 5));
      days.add(year == 2022 ? LocalDate.of(2022, 6, 2) : lastMonday(year, 5));
      days.add(lastMonday(year, 8));
      LocalDate christmas = LocalDate.of(year, 12, 25);
      switch (christmas.getDayOfWeek()) {
        case FRIDAY -> days.addAll(Set.of(christmas, christmas.plusDays(3)));
        case SATURDAY -> days.addAll(Set.of(christmas.plusDays(2), christmas.plusDays(3)));
        case SUNDAY -> days.addAll(Set.of(christmas.plusDays(1), christmas.plusDays(2)));
        default -> days.addAll(Set.of(christmas, christmas.plusDays(1)));
      }
    }
    days.add(LocalDate.of(2022, 6, 3));
    days.add(LocalDate.of(2022, 9, 19));
    days.add(LocalDate.of(2023, 5, 8));
    return days;
  }

  private static LocalDate inLieu(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static LocalDate firstMonday(int year, int month) {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(d -> LocalDate.of(year, month, d))
        .filter(d -> d.getDayOfWeek() == DayOfWeek.MONDAY)
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate lastMonday(int year, int month) {
    LocalDate day = YearMonth.of(year, month).atEndOfMonth();
    while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The anonymous Gregorian computus. */
  private static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
    int shift = (golden + 11 * moon + 22 * sunday) / 451;
    int days = moon + sunday - 7 * shift + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
