package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealTimesTests {

  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 29);

  @ParameterizedTest(name = "sent {0}, received {1}: in time {2}")
  @DisplayName("T8: in time if sent or received by the last day")
  @CsvSource({
    "         , 2026-12-29, true",
    "         , 2026-12-30, false",
    "2026-12-29, 2027-01-04, true",
    "2026-12-30, 2027-01-04, false",
    "2026-12-20, 2026-12-22, true"
  })
  void sentOrReceivedByTheLastDay(LocalDate sent, LocalDate received, boolean inTime) {
    assertThat(AppealTimes.inTime(LAST_DAY, sent, received)).isEqualTo(inTime);
  }

  @Test
  @DisplayName("T9: no notification, no clock: an appeal before service is in time")
  void inTimeWhileNothingWasServed() {
    assertThat(AppealTimes.inTime(null, null, LocalDate.of(2030, 1, 1))).isTrue();
  }

  @Test
  @DisplayName("P10.4: received Fri 20 Feb 2026, present by Good Friday 3 Apr, work to Thu 2 Apr")
  void theCouncilsDutyIsNeverRolledForward() {
    LocalDate presentBy = AppealTimes.presentBy(LocalDate.of(2026, 2, 20), Figures.standard());
    assertThat(presentBy).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(AppealTimes.workTo(presentBy, CALENDAR)).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  @DisplayName("P10.4: the figure is the council's to configure")
  void theFigureComesFromThePolicy() {
    Figures quicker = Figures.of(Map.of(FigureKey.APPEAL_PRESENT, 28));
    assertThat(AppealTimes.presentBy(LocalDate.of(2026, 2, 20), quicker))
        .isEqualTo(LocalDate.of(2026, 3, 20));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2020, 1, 1).toEpochDay(), LocalDate.of(2035, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property
  @Label("P10.4: the council works to a working day that is never after six weeks")
  void worksToAWorkingDayWithinSixWeeks(@ForAll("days") LocalDate received) {
    LocalDate presentBy = AppealTimes.presentBy(received, Figures.standard());
    LocalDate workTo = AppealTimes.workTo(presentBy, CALENDAR);
    assertThat(presentBy).isEqualTo(received.plusWeeks(6));
    assertThat(workTo).isBeforeOrEqualTo(presentBy);
    assertThat(CALENDAR.isWorkingDay(workTo)).isTrue();
  }

  @Property
  @Label("T8: sending earlier never makes an appeal late")
  void sendingEarlierNeverMakesItLate(
      @ForAll("days") LocalDate lastDay,
      @ForAll("days") LocalDate sent,
      @ForAll("days") LocalDate received) {
    if (AppealTimes.inTime(lastDay, sent, received)) {
      assertThat(AppealTimes.inTime(lastDay, sent.minusDays(1), received)).isTrue();
    }
    assertThat(AppealTimes.inTime(lastDay, lastDay, received)).isTrue();
  }
}
