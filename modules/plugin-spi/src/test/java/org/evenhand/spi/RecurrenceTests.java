package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days that come back, and times of the week. */
class RecurrenceTests {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

  @Test
  void comesBackOnAlternateThursdaysCountedFromTheAnchor() {
    var recurrence = Recurrence.of(THURSDAY, Period.ofDays(14));

    assertThat(recurrence.occursOn(THURSDAY)).isTrue();
    assertThat(recurrence.occursOn(THURSDAY.plusDays(7))).isFalse();
    assertThat(recurrence.occursOn(THURSDAY.plusDays(14))).isTrue();
    assertThat(recurrence.occursOn(THURSDAY.minusDays(14))).as("before the anchor").isFalse();
    assertThat(recurrence.next(THURSDAY.plusDays(1))).isEqualTo(THURSDAY.plusDays(14));
    assertThat(recurrence.next(THURSDAY.minusYears(1))).isEqualTo(THURSDAY);
  }

  @Test
  void fallsOnTheLastDayOfAMonthThatIsTooShort() {
    var recurrence = Recurrence.of(LocalDate.of(2026, 8, 31), Period.ofMonths(1));

    assertThat(recurrence.occursOn(LocalDate.of(2026, 9, 30))).isTrue();
    assertThat(recurrence.occursOn(LocalDate.of(2026, 10, 31))).isTrue();
    assertThat(recurrence.occursOn(LocalDate.of(2026, 10, 30))).isFalse();
    assertThat(recurrence.next(LocalDate.of(2027, 2, 1))).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(recurrence.next(LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2027, 3, 31));
  }

  @Test
  void findsTheSameDaysForwardsAsOneByOne() {
    for (Period every :
        new Period[] {Period.ofDays(1), Period.ofDays(9), Period.ofMonths(1), Period.ofYears(1)}) {
      var recurrence =
          new Recurrence(
              LocalDate.of(2024, 2, 29),
              every,
              Set.of(LocalDate.of(2025, 2, 28), LocalDate.of(2026, 5, 29)),
              null,
              null);
      LocalDate expected = null;
      for (LocalDate date = LocalDate.of(2028, 12, 31);
          date.isAfter(LocalDate.of(2024, 1, 1));
          date = date.minusDays(1)) {
        if (recurrence.occursOn(date)) {
          expected = date;
        }
        if (expected != null) {
          assertThat(recurrence.next(date)).as("%s on %s", every, date).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void passesOverExceptedDates() {
    var recurrence =
        new Recurrence(THURSDAY, Period.ofDays(14), Set.of(THURSDAY.plusDays(14)), null, null);

    assertThat(recurrence.occursOn(THURSDAY.plusDays(14))).isFalse();
    assertThat(recurrence.next(THURSDAY.plusDays(1))).isEqualTo(THURSDAY.plusDays(28));
  }

  @Test
  void holdsOnlyInItsPartOfTheDay() {
    var recurrence =
        new Recurrence(
            THURSDAY, Period.ofDays(14), Set.of(), LocalTime.of(14, 0), LocalTime.of(16, 0));

    assertThat(recurrence.contains(THURSDAY, LocalTime.of(14, 0))).isTrue();
    assertThat(recurrence.contains(THURSDAY, LocalTime.of(16, 0))).isFalse();
    assertThat(recurrence.contains(THURSDAY, LocalTime.of(13, 59))).isFalse();
  }

  @Test
  void refusesWhatDoesNotComeBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of(THURSDAY, Period.ofDays(-7)));
    assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.of(THURSDAY, Period.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of(THURSDAY, Period.of(0, 1, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Recurrence(THURSDAY, Period.ofDays(7), Set.of(), LocalTime.of(9, 0), null));
  }

  @Test
  void holdsASlotFromItsFirstMomentUpToItsLast() {
    var slots =
        WeeklySlots.on(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(10, 0), LocalTime.of(12, 0));

    assertThat(slots.contains(DayOfWeek.MONDAY, LocalTime.of(10, 0))).isTrue();
    assertThat(slots.contains(DayOfWeek.MONDAY, LocalTime.of(12, 0))).isFalse();
    assertThat(slots.contains(DayOfWeek.WEDNESDAY, LocalTime.of(11, 0))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slot(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(10, 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> new WeeklySlots(java.util.List.of()));
  }
}
