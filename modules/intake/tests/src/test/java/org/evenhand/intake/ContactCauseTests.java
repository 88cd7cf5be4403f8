package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P6.3a and F16: which contact the council caused itself. */
class ContactCauseTests {

  private static final LocalDate DUE = LocalDate.of(2026, 10, 30);

  @Test
  @DisplayName("P6.3a: asking because a standard was missed is caused by us, matter or not")
  void aMissedStandardIsOurs() {
    assertThat(ContactCause.MISSED_STANDARD.causedByUs(null, DUE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROGRESS_WITHIN_STANDARD", "NEW_INFORMATION", "SAME_AGAIN"})
  @DisplayName("F16: contact about a matter that is late is caused by us, whatever was ticked")
  void contactAboutALateMatterIsOurs(ContactCause cause) {
    MatterView late = matter(DUE, true, null, null);

    assertThat(cause.causedByUs(late, DUE.plusDays(1))).isTrue();
    assertThat(cause.causedByUs(late, DUE)).as("while there was still time").isFalse();
  }

  @Test
  @DisplayName("F16: late without a known day is late all the time")
  void lateWithoutADayIsLate() {
    assertThat(ContactCause.SAME_AGAIN.causedByUs(matter(null, true, null, null), DUE)).isTrue();
  }

  @Test
  @DisplayName("F16: a decision that nobody explained causes the contact after it")
  void anUnexplainedDecisionIsOurs() {
    LocalDate decided = DUE.minusDays(5);

    assertThat(
            ContactCause.SAME_AGAIN.causedByUs(
                matter(DUE, false, decided, null), decided.plusDays(3)))
        .isTrue();
    assertThat(
            ContactCause.SAME_AGAIN.causedByUs(
                matter(DUE, false, decided, decided.plusDays(1)), decided.plusDays(3)))
        .isFalse();
  }

  @Test
  @DisplayName("P6.3a: the first contact about something is never caused by us")
  void theFirstContactIsNobodysFault() {
    assertThat(
            ContactCause.FIRST_CONTACT.causedByUs(matter(DUE, true, null, null), DUE.plusDays(9)))
        .isFalse();
  }

  @Test
  @DisplayName("P6.3a: the share caused by us is in whole per cent, and none of nothing is none")
  void sharesAreRounded() {
    assertThat(summary(3, 2).percentCausedByUs()).isEqualTo(67);
    assertThat(summary(8, 1).percentCausedByUs()).isEqualTo(13);
    assertThat(summary(0, 0).percentCausedByUs()).isZero();
  }

  private static ContactSummary summary(int total, int ours) {
    return new ContactSummary(total, ours, 0, 0, 0, Map.of());
  }

  private static MatterView matter(
      @Nullable LocalDate due,
      boolean missed,
      @Nullable LocalDate decided,
      @Nullable LocalDate letter) {
    return new MatterView(
        MatterId.next(),
        0,
        CustomerId.next(),
        "ENF/26/0113",
        "Planning",
        null,
        new ServiceAreaCode("planning"),
        due,
        missed,
        decided != null,
        decided,
        decided == null ? null : new ActorId("planner-1"),
        letter != null,
        letter);
  }
}
