package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

/** What holds of every date, not only of those in the table (P10.3, T9, F9). */
class DatePropertyTests {

  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final Figures FIGURES = Figures.standard();
  private static final long FROM = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
  private static final long UNTIL = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2020, 1, 1).toEpochDay(), LocalDate.of(2035, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(FROM, UNTIL).map(Instant::ofEpochSecond);
  }

  @Property
  @Label("P10.3: rolled on, the last day is never a non-working day and never too early")
  void lastDayIsAWorkingDayAtLeastAMonthOn(@ForAll("days") LocalDate notified) {
    LocalDate lastDay = AppealWindow.lastDay(notified, FIGURES, CALENDAR);
    assertThat(CALENDAR.isWorkingDay(lastDay)).isTrue();
    assertThat(lastDay).isAfterOrEqualTo(notified.plusMonths(1));
    assertThat(lastDay).isBefore(notified.plusMonths(1).plusDays(7));
  }

  @Property
  @Label("P10.3: not rolled on, it is the corresponding date")
  void notRolledItIsTheCorrespondingDate(@ForAll("days") LocalDate notified) {
    Figures figures = Figures.of(Map.of(FigureKey.APPEAL_ROLLS_FORWARD, 0));
    assertThat(AppealWindow.lastDay(notified, figures, CALENDAR)).isEqualTo(notified.plusMonths(1));
  }

  @Property
  @Label("P10.3: who is notified later never has less time")
  void lastDayIsMonotone(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = one.isBefore(other) ? other : one;
    assertThat(AppealWindow.lastDay(earlier, FIGURES, CALENDAR))
        .isBeforeOrEqualTo(AppealWindow.lastDay(later, FIGURES, CALENDAR));
  }

  @Property
  @Label("T9, F9: no presumption puts notification before sending, and it falls on a working day")
  void deemedNeverBeforeSending(@ForAll ServiceMethod method, @ForAll("moments") Instant sent) {
    Notification notification = Notification.deemed(method, sent, FIGURES, CALENDAR);
    assertThat(notification.at()).isAfterOrEqualTo(sent);
    assertThat(CALENDAR.isWorkingDay(notification.on())).isTrue();
    assertThat(notification.at().atZone(WorkingDays.LONDON).toLocalDate())
        .isEqualTo(notification.on());
  }

  @Property
  @Label("T9: what is sent later never counts as notified earlier")
  void deemedIsMonotone(
      @ForAll ServiceMethod method,
      @ForAll("moments") Instant one,
      @ForAll("moments") Instant other) {
    Instant earlier = one.isBefore(other) ? one : other;
    Instant later = one.isBefore(other) ? other : one;
    assertThat(Notification.deemed(method, earlier, FIGURES, CALENDAR).at())
        .isBeforeOrEqualTo(Notification.deemed(method, later, FIGURES, CALENDAR).at());
  }

  @Property
  @Label("F9: an actual delivery never has effect before it happened")
  void actualNeverBeforeDelivery(
      @ForAll ServiceMethod method, @ForAll("moments") Instant delivered) {
    Notification notification = Notification.actual(method, delivered, FIGURES, CALENDAR);
    assertThat(notification.at()).isAfterOrEqualTo(delivered);
    assertThat(notification.actual()).isTrue();
  }
}
