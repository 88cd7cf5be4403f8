package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.calls;
import static org.evenhand.rules.Fixtures.contact;
import static org.evenhand.rules.Fixtures.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Schedule;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P8.3: what a customer is told to come back at is a day on which somebody is there. */
class ClosedDaysTests {

  /** Christmas 2026 and New Year 2027 in England; both Fridays. */
  private static final ClosedDays CHRISTMAS =
      ClosedDays.weekendsAnd(
          Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1)));

  private static final WeeklySlots FRIDAYS = on(DayOfWeek.FRIDAY);

  private static WeeklySlots on(DayOfWeek day) {
    return WeeklySlots.on(day, LocalTime.of(10, 0), LocalTime.of(12, 0));
  }

  private static Object next(ContactFacts facts, LineCode code, RuleInForce rule) {
    var answer =
        ContactEvaluator.evaluate(Fixtures.check(facts, rule).closedDays(CHRISTMAS).build());
    return answer.lines(code).getFirst().parameters().get("next");
  }

  private static Object nextCall(String now, WeeklySlots slots) {
    var outside = new Condition.Not(new Condition.WithinSlots(slots));
    return next(
        contact(Channel.PHONE, now), LineCode.DECLINED, policy("slots", outside, Effect.decline()));
  }

  @Test
  @DisplayName("A Friday slot: after 18 December the next call is on 8 January")
  void passesOverChristmasDayAndNewYearsDay() {
    assertThat(nextCall("2026-12-17T09:00", FRIDAYS)).isEqualTo(at("2026-12-18T10:00"));
    assertThat(nextCall("2026-12-18T15:00", FRIDAYS)).isEqualTo(at("2027-01-08T10:00"));
  }

  @Test
  void keepsASlotThatWasAgreedForASaturday() {
    assertThat(nextCall("2026-12-17T09:00", on(DayOfWeek.SATURDAY)))
        .isEqualTo(at("2026-12-19T10:00"));
  }

  @Test
  void aUsedUpCallIsFreeAgainWhenTheCouncilOpens() {
    var oneADay =
        policy(
            "one-a-day",
            Condition.always(),
            new Effect.Limit(1, new CountScope(Period.ofDays(1), Set.of(Channel.PHONE))));
    var facts =
        contact(Channel.PHONE, "2026-12-24T15:00").but().recent(calls("2026-12-24T10:00")).build();

    assertThat(next(facts, LineCode.LIMIT_REACHED, oneADay)).isEqualTo(at("2026-12-29T00:00"));
  }

  @Test
  void aDayOfRestFromContactThatIsTodayEndsWhenTheCouncilOpens() {
    var weekendToday =
        policy(
            "not-on-these-days",
            new Condition.OnRecurrence(Recurrence.of(LocalDate.of(2026, 12, 24), Period.ofDays(2))),
            Effect.decline());

    // 26 December is an occurrence and a Saturday; 28 a bank holiday; 29 is none of these.
    assertThat(next(contact(Channel.PHONE, "2026-12-26T09:00"), LineCode.DECLINED, weekendToday))
        .isEqualTo(at("2026-12-29T00:00"));
  }

  @Test
  @DisplayName("F19: the day on which a letter is answered is none on which the council is closed")
  void answersOnADayOnWhichItIsOpen() {
    for (Schedule schedule :
        List.of(
            new Schedule.OnDays(Recurrence.of(LocalDate.of(2026, 12, 4), Period.ofDays(7))),
            new Schedule.InSlots(FRIDAYS))) {
      var answer =
          ContactEvaluator.evaluate(
              Fixtures.check(
                      contact(Channel.EMAIL, "2026-12-18T15:00"),
                      policy("fridays", Condition.always(), new Effect.AnswerOn(schedule)))
                  .closedDays(CHRISTMAS)
                  .build());

      assertThat(answer.lines(LineCode.ANSWER_LATER).getFirst().parameters())
          .containsEntry("answerBy", LocalDate.of(2027, 1, 8));
    }
  }

  @Test
  @DisplayName("P9.3: how soon a route has to be open is the policy's to say")
  void withinThePolicysWorkingDays() {
    // What comes in on a Friday is answered on the next: the sixth working day after Thursday.
    var fridays =
        policy(
            "fridays",
            Condition.always(),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 11, 27), Period.ofDays(7))));
    var input =
        OpenRouteInput.of(
                List.of(fridays), List.of(), LocalDate.of(2026, 11, 23), ClosedDays.weekends())
            .until(LocalDate.of(2026, 12, 11));

    assertThat(OpenRoute.check(input)).isInstanceOf(OpenRoute.NoOpenRoute.class);
    assertThat(OpenRoute.check(input.within(6))).isInstanceOf(OpenRoute.Open.class);
  }

  @Test
  @DisplayName("P9.3: an answer that would fall on Christmas Day is none in time")
  void anAnswerOnAClosedDayIsNoRoute() {
    var fridays =
        policy(
            "fridays",
            Condition.always(),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 11, 27), Period.ofDays(7))));
    var from = LocalDate.of(2026, 12, 18);
    var ordinary =
        OpenRouteInput.of(List.of(fridays), List.of(), from, ClosedDays.weekends()).until(from);
    var christmas = OpenRouteInput.of(List.of(fridays), List.of(), from, CHRISTMAS).until(from);

    assertThat(OpenRoute.check(ordinary)).isInstanceOf(OpenRoute.Open.class);
    assertThat(OpenRoute.check(christmas)).isInstanceOf(OpenRoute.NoOpenRoute.class);
  }

  @Test
  void withoutClosedDaysNothingIsPassedOver() {
    Instant next = Times.nextStart(FRIDAYS, at("2026-12-18T15:00"), ClosedDays.never());

    assertThat(next).isEqualTo(at("2026-12-25T10:00"));
  }
}
