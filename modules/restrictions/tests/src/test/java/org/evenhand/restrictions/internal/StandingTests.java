package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.restrictions.RestrictionStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where an action stands is a matter of time, not of whether a sweep has run. */
class StandingTests {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  @DisplayName("T9: told for a moment that lies ahead, it is not in force")
  void effectNeverBeginsBeforeItsMoment() {
    assertThat(Standing.at(RestrictionStatus.IN_FORCE, NOON.plusSeconds(1), null, null, NOON))
        .isEqualTo(RestrictionStatus.NOTIFIED);
    assertThat(Standing.at(RestrictionStatus.IN_FORCE, NOON, null, null, NOON))
        .isEqualTo(RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("F2: the last day counts whole, in London; then it lapses by itself")
  void lapsesAfterTheLastDay() {
    LocalDate lastDay = LocalDate.of(2026, 7, 10);
    Instant midnight = Instant.parse("2026-07-10T23:00:00Z");

    assertThat(
            Standing.at(
                RestrictionStatus.IN_FORCE,
                NOON.minusSeconds(9),
                lastDay,
                null,
                midnight.minusSeconds(1)))
        .isEqualTo(RestrictionStatus.NOTIFIED);
    assertThat(
            Standing.at(
                RestrictionStatus.IN_FORCE, Instant.EPOCH, lastDay, null, midnight.minusSeconds(1)))
        .isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(Standing.at(RestrictionStatus.IN_FORCE, Instant.EPOCH, lastDay, null, midnight))
        .isEqualTo(RestrictionStatus.LAPSED);
  }

  @Test
  @DisplayName("F1: an emergency that nobody confirmed lapses before its last day")
  void emergenciesLapse() {
    assertThat(
            Standing.at(
                RestrictionStatus.IN_FORCE, Instant.EPOCH, LocalDate.of(2027, 3, 1), NOON, NOON))
        .isEqualTo(RestrictionStatus.LAPSED);
  }

  @Test
  @DisplayName("what a person lifted stays lifted")
  void liftedStaysLifted() {
    assertThat(
            Standing.at(
                RestrictionStatus.LIFTED, Instant.EPOCH, LocalDate.of(2020, 1, 1), null, NOON))
        .isEqualTo(RestrictionStatus.LIFTED);
  }

  @Test
  @DisplayName("F2: a review is overdue from the day after its date")
  void reviewsAreOverdueFromTheNextDay() {
    LocalDate monday = LocalDate.of(2026, 11, 23);

    assertThat(Standing.reviewOverdue(monday, NOON)).isFalse();
    assertThat(Standing.reviewOverdue(monday, Instant.parse("2026-11-24T00:00:00Z"))).isTrue();
  }
}
