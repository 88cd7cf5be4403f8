package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.correspondence.ServiceMethod.EMAIL;
import static org.evenhand.correspondence.ServiceMethod.FIRST_CLASS;
import static org.evenhand.correspondence.ServiceMethod.HAND;
import static org.evenhand.correspondence.ServiceMethod.PORTAL;
import static org.evenhand.correspondence.ServiceMethod.SECOND_CLASS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of dates, row by row, and the rules behind it (P10.3, T9, F9). */
class DatesTests {

  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final Figures FIGURES = Figures.standard();

  @ParameterizedTest(name = "notified {0}: {1}, moved to {2}")
  @DisplayName("P10.3: one calendar month by the corresponding date, moved to a working day")
  @CsvSource({
    "2026-01-30, 2026-02-28, 2026-03-02",
    "2026-02-28, 2026-03-28, 2026-03-30",
    "2026-08-31, 2026-09-30, 2026-09-30",
    "2026-03-03, 2026-04-03, 2026-04-07"
  })
  void lastDayOfAnAppeal(LocalDate notified, LocalDate corresponding, LocalDate lastDay) {
    assertThat(AppealWindow.lastDay(notified, FIGURES, CALENDAR)).isEqualTo(lastDay);
    Figures notRolled = Figures.of(Map.of(FigureKey.APPEAL_ROLLS_FORWARD, 0));
    assertThat(AppealWindow.lastDay(notified, notRolled, CALENDAR)).isEqualTo(corresponding);
  }

  @Test
  @DisplayName(
      "P10.4, T7: findings are due 42 days on; the council works to the working day before")
  void theCouncilsDutyIsNeverRolledForward() {
    LocalDate presentBy = LocalDate.of(2026, 2, 20).plusDays(FIGURES.get(FigureKey.APPEAL_PRESENT));
    assertThat(presentBy).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(CALENDAR.onOrBefore(presentBy)).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @ParameterizedTest(name = "{0} posted {1}: deemed {2}, last day {3}")
  @DisplayName("P10.3: post counts as arrived on the second or fourth working day after posting")
  @CsvSource({
    "FIRST_CLASS, 2025-08-29, 2025-09-02, 2025-10-02",
    "SECOND_CLASS, 2026-01-29, 2026-02-04, 2026-03-04",
    "FIRST_CLASS, 2026-04-02, 2026-04-08, 2026-05-08",
    "FIRST_CLASS, 2026-12-24, 2026-12-30, 2027-02-01",
    "FIRST_CLASS, 2026-11-28, 2026-12-01, 2027-01-04"
  })
  void postIsDeemed(ServiceMethod method, LocalDate posted, LocalDate deemed, LocalDate lastDay) {
    Notification notification =
        Notification.deemed(method, london(posted + "T11:00"), FIGURES, CALENDAR);
    assertThat(notification.on()).isEqualTo(deemed);
    assertThat(notification.at())
        .as("F9: at the beginning of the deemed day")
        .isEqualTo(deemed.atStartOfDay(WorkingDays.LONDON).toInstant());
    assertThat(notification.actual()).isFalse();
    assertThat(AppealWindow.lastDay(notification.on(), FIGURES, CALENDAR)).isEqualTo(lastDay);
    assertThat(
            Notification.planned(
                new PlannedService(method, posted, "1 Test Way"), FIGURES, CALENDAR))
        .as("the letter prints the same day")
        .isEqualTo(deemed);
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceMethod.class,
      names = {"HAND", "EMAIL", "PORTAL"})
  @DisplayName("P10.3, T9: by hand, email and portal at the recorded moment, in hours")
  void inHoursCountsAtOnce(ServiceMethod method) {
    Instant sent = london("2026-11-23T16:30");
    assertThat(Notification.deemed(method, sent, FIGURES, CALENDAR))
        .isEqualTo(new Notification(sent, LocalDate.of(2026, 11, 23), false));
  }

  @ParameterizedTest(name = "sent {0}: counts from {1}")
  @DisplayName("P10.3: after 16:30 or on a non-working day, the next working day from 00:00")
  @CsvSource({
    "2026-11-23T16:30:01, 2026-11-24",
    "2026-11-27T17:00, 2026-11-30",
    "2026-11-28T10:00, 2026-11-30",
    "2026-04-03T10:00, 2026-04-07",
    "2026-12-24T23:59, 2026-12-29"
  })
  void outOfHoursCountsFromTheNextWorkingDay(String sent, LocalDate counts) {
    for (ServiceMethod method : new ServiceMethod[] {HAND, EMAIL, PORTAL}) {
      assertThat(Notification.deemed(method, london(sent), FIGURES, CALENDAR))
          .isEqualTo(
              new Notification(counts.atStartOfDay(WorkingDays.LONDON).toInstant(), counts, false));
    }
  }

  @Test
  @DisplayName("P10.3: the cut-off is Europe/London's, in summer too")
  void theCutOffIsLocalTime() {
    Instant lateInLondonEarlyInUtc = Instant.parse("2026-07-01T15:45:00Z");
    assertThat(Notification.deemed(EMAIL, lateInLondonEarlyInUtc, FIGURES, CALENDAR))
        .isEqualTo(
            new Notification(
                Instant.parse("2026-07-01T23:00:00Z"), LocalDate.of(2026, 7, 2), false));
  }

  @Test
  @DisplayName("T9: an actual delivery by post counts on its own day, working day or not")
  void actualDeliveryReplacesThePresumption() {
    Instant saturday = london("2026-11-28T09:12");
    assertThat(Notification.actual(FIRST_CLASS, saturday, FIGURES, CALENDAR))
        .isEqualTo(new Notification(saturday, LocalDate.of(2026, 11, 28), true));
    Instant night = london("2026-11-27T23:50");
    assertThat(Notification.actual(SECOND_CLASS, night, FIGURES, CALENDAR).on())
        .isEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  @DisplayName("P10.3: handed over in the evening, an actual delivery counts from the next day")
  void actualHandDeliveryKeepsToOfficeHours() {
    assertThat(Notification.actual(HAND, london("2026-11-23T19:00"), FIGURES, CALENDAR))
        .isEqualTo(
            new Notification(
                LocalDate.of(2026, 11, 24).atStartOfDay(WorkingDays.LONDON).toInstant(),
                LocalDate.of(2026, 11, 24),
                true));
  }

  @Test
  @DisplayName("P10.3: postal days and cut-off are the council's to configure")
  void figuresComeFromThePolicy() {
    Figures slower =
        Figures.of(
            Map.of(
                FigureKey.FIRST_CLASS, 3,
                FigureKey.SECOND_CLASS, 6,
                FigureKey.NOTIFICATION_CUTOFF, 12 * 60));
    Instant sent = london("2026-11-23T12:01");
    assertThat(Notification.deemed(FIRST_CLASS, sent, slower, CALENDAR).on())
        .isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(Notification.deemed(SECOND_CLASS, sent, slower, CALENDAR).on())
        .isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(Notification.deemed(EMAIL, sent, slower, CALENDAR).on())
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }

  private static Instant london(String local) {
    return LocalDateTime.parse(local).atZone(WorkingDays.LONDON).toInstant();
  }
}
