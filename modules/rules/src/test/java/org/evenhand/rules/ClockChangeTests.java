package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.ask;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.contact;
import static org.evenhand.rules.Fixtures.phoneSlot;
import static org.evenhand.rules.Fixtures.tuesdays;
import static org.evenhand.rules.Verdict.ALLOWED;
import static org.evenhand.rules.Verdict.DECLINE_THIS_CONTACT;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Effect;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.Test;

/**
 * Slots are read off the clock on the wall in London. In 2027 the clocks go forward on 28 March at
 * one and back on 31 October at two.
 */
class ClockChangeTests {
  private static WeeklySlots sundays(String from, String to) {
    return WeeklySlots.on(DayOfWeek.SUNDAY, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Verdict callAt(String utc, WeeklySlots slots) {
    return ask(ContactFacts.ordinary(Instant.parse(utc), Channel.PHONE).build(), phoneSlot(slots))
        .verdict();
  }

  @Test
  void opensAtTheSameWallClockTimeInWinterAndSummer() {
    var slots = tuesdays("10:00", "12:00");

    assertThat(callAt("2027-03-23T10:00:00Z", slots)).isEqualTo(ALLOWED);
    assertThat(callAt("2027-03-30T09:00:00Z", slots)).isEqualTo(ALLOWED);
    assertThat(callAt("2027-03-30T11:00:00Z", slots)).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(Times.nextStart(slots, Instant.parse("2027-03-24T12:00:00Z"), ClosedDays.never()))
        .isEqualTo(Instant.parse("2027-03-30T09:00:00Z"));
    assertThat(Times.nextStart(slots, Instant.parse("2027-10-27T12:00:00Z"), ClosedDays.never()))
        .isEqualTo(Instant.parse("2027-11-02T10:00:00Z"));
  }

  @Test
  void hasNoSlotInAnHourThatTheClocksSkip() {
    var skipped = sundays("01:00", "02:00");

    assertThat(callAt("2027-03-28T00:59:59Z", skipped)).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(callAt("2027-03-28T01:00:00Z", skipped)).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(Times.nextStart(skipped, Instant.parse("2027-03-27T12:00:00Z"), ClosedDays.never()))
        .as("the Sunday after")
        .isEqualTo(Instant.parse("2027-04-04T00:00:00Z"));
  }

  @Test
  void beginsWithTheChangeWhereTheClocksSkipItsBeginning() {
    var cut = sundays("01:30", "02:30");

    assertThat(Times.nextStart(cut, Instant.parse("2027-03-27T12:00:00Z"), ClosedDays.never()))
        .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    assertThat(callAt("2027-03-28T01:29:59Z", cut)).isEqualTo(ALLOWED);
    assertThat(callAt("2027-03-28T01:30:00Z", cut)).isEqualTo(DECLINE_THIS_CONTACT);
  }

  @Test
  void hasASlotTwiceInAnHourThatTheClocksRepeat() {
    var repeated = sundays("01:00", "01:30");

    assertThat(callAt("2027-10-31T00:15:00Z", repeated)).isEqualTo(ALLOWED);
    assertThat(callAt("2027-10-31T00:45:00Z", repeated)).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(callAt("2027-10-31T01:15:00Z", repeated)).isEqualTo(ALLOWED);
    assertThat(Times.nextStart(repeated, Instant.parse("2027-10-31T00:45:00Z"), ClosedDays.never()))
        .isEqualTo(Instant.parse("2027-10-31T01:00:00Z"));
  }

  @Test
  void countsAPeriodByTheCalendarAcrossAChange() {
    var rule =
        Fixtures.policy(
            "weekly",
            Condition.inbound(),
            Effect.limit(1, CountScope.of(Period.ofDays(7), Channel.PHONE)));
    var call =
        contact(Channel.PHONE, "2027-03-31T10:00")
            .but()
            .recent(Fixtures.calls("2027-03-24T10:00"))
            .build();

    assertThat(ask(call, rule).verdict())
        .as("a week by the calendar is an hour shorter here")
        .isEqualTo(ALLOWED);
    var before = ask(call.but().when(at("2027-03-31T09:59")).build(), rule);
    assertThat(before.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(before.lines(LineCode.LIMIT_REACHED).getFirst().parameters())
        .containsEntry("next", at("2027-03-31T10:00"));
  }

  @Test
  void keepsASlotThatEndsAtMidnight() {
    var late = tuesdays("22:00", "00:00");

    assertThat(callAt("2026-11-24T23:59:59Z", late)).isEqualTo(ALLOWED);
    assertThat(callAt("2026-11-25T00:00:00Z", late)).isEqualTo(DECLINE_THIS_CONTACT);
  }
}
