package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.CIVIC_CENTRE;
import static org.evenhand.rules.Fixtures.DEPUTY;
import static org.evenhand.rules.Fixtures.HOUSING;
import static org.evenhand.rules.Fixtures.LIBRARY;
import static org.evenhand.rules.Fixtures.SPOC;
import static org.evenhand.rules.Fixtures.WEEKENDS;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.ending;
import static org.evenhand.rules.Fixtures.exclusion;
import static org.evenhand.rules.Fixtures.oneMedium;
import static org.evenhand.rules.Fixtures.phoneSlot;
import static org.evenhand.rules.Fixtures.pointOfContact;
import static org.evenhand.rules.Fixtures.policy;
import static org.evenhand.rules.Fixtures.starting;
import static org.evenhand.rules.Fixtures.tuesdays;
import static org.evenhand.rules.Fixtures.unserved;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * P9.3: whatever is in force together leaves a way for ordinary business within five working days.
 */
class OpenRouteTests {
  private static final LocalDate FROM = LocalDate.of(2026, 11, 23);
  private static final AgreedAdjustment CANNOT_WRITE =
      new AgreedAdjustment(
          "a1",
          "not-in-writing",
          Texts.en("Speak, do not write"),
          EnumSet.of(
              Channel.EMAIL,
              Channel.LETTER,
              Channel.WEB_FORM,
              Channel.TEXT_MESSAGE,
              Channel.PORTAL,
              Channel.SOCIAL_MEDIA),
          Set.of());

  private static OpenRouteInput input(RuleInForce... rules) {
    return OpenRouteInput.of(List.of(rules), List.of(), FROM, WEEKENDS);
  }

  private static OpenRouteInput cannotWrite(RuleInForce... rules) {
    return OpenRouteInput.of(List.of(rules), List.of(CANNOT_WRITE), FROM, WEEKENDS);
  }

  private static OpenRoute.NoOpenRoute refused(OpenRouteInput input) {
    var found = OpenRoute.check(input);
    assertThat(found).isInstanceOf(OpenRoute.NoOpenRoute.class);
    return (OpenRoute.NoOpenRoute) found;
  }

  private static void accepted(OpenRouteInput input) {
    assertThat(OpenRoute.check(input)).isInstanceOf(OpenRoute.Open.class);
  }

  private static RuleInForce nothingBut(Channel... channels) {
    return policy(
        "nothing-but",
        Condition.allOf(Condition.inbound(), Condition.channelAllExcept(channels)),
        Effect.decline());
  }

  @Test
  void isOpenWhenNothingIsInForce() {
    var open = (OpenRoute.Open) OpenRoute.check(input());

    assertThat(open.routes()).hasSize(1);
    assertThat(open.routes().getFirst().toBeArranged()).isFalse();
  }

  @Test
  void leavesTheOneMediumOpen() {
    var open = (OpenRoute.Open) OpenRoute.check(input(oneMedium(Channel.EMAIL)));

    assertThat(open.routes()).extracting(Route::channel).containsExactly(Channel.EMAIL);
  }

  @Test
  @DisplayName("F3: the only open channel is one that an adjustment rules out")
  void refusesAMediumThatTheCustomerCannotUse() {
    var refused = refused(cannotWrite(oneMedium(Channel.EMAIL)));

    assertThat(refused.day()).isEqualTo(FROM);
    assertThat(refused.reasons())
        .extracting(ClosedDoor::channel, ClosedDoor::why)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Channel.EMAIL, ClosedDoor.Why.UNUSABLE),
            org.assertj.core.groups.Tuple.tuple(Channel.PHONE, ClosedDoor.Why.REDIRECTED));
    assertThat(refused.reasons())
        .filteredOn(door -> door.channel() == Channel.PHONE)
        .singleElement()
        .satisfies(door -> assertThat(door.origin().ruleId()).isEqualTo("one-medium-email"));
  }

  @Test
  void refusesWhereWritingIsOnlyRead() {
    refused(input(policy("nothing", Condition.inbound(), Effect.decline())));
  }

  @Test
  @DisplayName("carve-outs do not count as a route")
  void refusesWhereOnlyProtectedTopicsAreLeft() {
    var allButRepairs =
        policy(
            "all-but-repairs",
            new Condition.TopicIn(Set.of("repairs", "emergency-repair"), true),
            Effect.decline());

    refused(input(allButRepairs));
  }

  @Test
  void acceptsASlotOfTheWeekAsTheOnlyWay() {
    accepted(cannotWrite(exclusionFromAll(), phoneSlot(tuesdays("10:00", "12:00"))));
  }

  @Test
  void refusesASlotInWhichNobodyIsThere() {
    var refused = refused(cannotWrite(exclusionFromAll(), phoneSlot(tuesdays("18:00", "20:00"))));

    assertThat(refused.reasons())
        .filteredOn(door -> door.channel() == Channel.PHONE)
        .extracting(ClosedDoor::why)
        .containsExactly(ClosedDoor.Why.DECLINED);
  }

  private static RuleInForce exclusionFromAll() {
    return policy("nowhere", Condition.channelIn(Channel.FACE_TO_FACE), Effect.decline());
  }

  @Test
  void refusesAlternateThursdaysAsTheOnlyWay() {
    var thursdays =
        new Recurrence(
            LocalDate.of(2026, 11, 26),
            Period.ofDays(14),
            Set.of(),
            LocalTime.of(10, 0),
            LocalTime.of(12, 0));
    var rule = policy("thursdays", Condition.not(Condition.on(thursdays)), Effect.decline());

    assertThat(refused(input(rule)).day())
        .as("the week after the first Thursday has none")
        .isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void acceptsAWeeklyThursdayByAppointmentOnlyWhileThereIsAWayToAsk() {
    var thursdays = Recurrence.of(LocalDate.of(2026, 11, 19), Period.ofDays(7));
    var otherDays =
        policy(
            "other-days",
            Condition.allOf(
                Condition.channelIn(Channel.FACE_TO_FACE), Condition.not(Condition.on(thursdays))),
            Effect.decline());
    var appointment =
        policy(
            "appointment",
            Condition.channelIn(Channel.FACE_TO_FACE),
            Effect.require(new Requirement.Appointment()));
    var onlyThere = nothingBut(Channel.FACE_TO_FACE);

    var open = (OpenRoute.Open) OpenRoute.check(input(onlyThere, otherDays, appointment));
    assertThat(open.routes()).extracting(Route::toBeArranged).containsExactly(true);

    assertThat(refused(cannotWrite(onlyThere, otherDays, appointment)).reasons())
        .filteredOn(door -> door.channel() == Channel.FACE_TO_FACE)
        .extracting(ClosedDoor::why)
        .containsAnyOf(ClosedDoor.Why.CANNOT_BE_ARRANGED, ClosedDoor.Why.DECLINED);
  }

  @Test
  void countsALimitAsUsedUp() {
    var fortnight =
        policy(
            "fortnight",
            Condition.inbound(),
            Effect.limit(1, CountScope.of(Period.ofDays(14), Channel.PHONE)));
    var everyThreeDays =
        policy(
            "three-days",
            Condition.inbound(),
            Effect.limit(1, CountScope.of(Period.ofDays(3), Channel.PHONE)));

    accepted(input(fortnight));
    assertThat(refused(cannotWrite(exclusionFromAll(), fortnight)).reasons())
        .filteredOn(door -> door.channel() == Channel.PHONE)
        .extracting(ClosedDoor::why)
        .containsExactly(ClosedDoor.Why.LIMITED);
    accepted(cannotWrite(exclusionFromAll(), everyThreeDays));
  }

  @Test
  void countsAnAnswerOnlyWhenItComesInTime() {
    var quarterly =
        policy(
            "quarterly",
            Condition.channelIn(Channel.LETTER),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 1), Period.ofMonths(3))));
    var everyOtherDay =
        policy(
            "every-other-day",
            Condition.channelIn(Channel.LETTER),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 1), Period.ofDays(2))));

    accepted(input(quarterly));
    assertThat(refused(input(nothingBut(Channel.LETTER), quarterly)).reasons())
        .filteredOn(door -> door.channel() == Channel.LETTER)
        .extracting(ClosedDoor::why)
        .containsExactly(ClosedDoor.Why.ANSWERED_TOO_LATE);
    accepted(input(nothingBut(Channel.LETTER), everyOtherDay));
  }

  @Test
  void looksAtRulesNotYetServedOrStartedToo() {
    var later =
        starting(policy("nothing", Condition.inbound(), Effect.decline()), at("2027-02-01T00:00"));

    var refused = refused(input(unserved(later)));

    assertThat(refused.day()).isBetween(LocalDate.of(2027, 1, 22), LocalDate.of(2027, 2, 1));
    accepted(input(ending(later, at("2027-02-03T00:00"))));
  }

  @Test
  void leavesThePointOfContactOpen() {
    var open =
        (OpenRoute.Open)
            OpenRoute.check(cannotWrite(exclusionFromAll(), pointOfContact(SPOC, DEPUTY)));

    assertThat(open.routes()).extracting(Route::officer).containsExactly(SPOC);
  }

  @Test
  void refusesAPointOfContactWhomTheCustomerMustNotContact() {
    var notSpoc = policy("not-them", Condition.counterpartIn(SPOC, DEPUTY), Effect.decline());

    refused(cannotWrite(exclusionFromAll(), pointOfContact(SPOC, DEPUTY), notSpoc));
  }

  @Test
  void refusesAPointOfContactWhoHasLeft() {
    var input =
        cannotWrite(exclusionFromAll(), pointOfContact(SPOC, DEPUTY))
            .directory((ref, at) -> new DirectoryEntry("Left", null, null, Availability.GONE));

    refused(input);
  }

  @Test
  void usesTheNumberARuleNames() {
    Ref textLine = Ref.endpoint("text-line");
    var rule =
        policy(
            "text-only",
            Condition.channelAllExcept(Channel.TEXT_MESSAGE),
            Effect.redirect(new Target.ToEndpoint(textLine)));

    refused(input(rule));
    accepted(
        input(rule)
            .directory(
                (ref, at) ->
                    new DirectoryEntry(
                        "Text line", "07700 900001", Channel.TEXT_MESSAGE, Availability.NOW)));
  }

  @Test
  @DisplayName("F8: a whole service cut off")
  void looksAtEachServiceThatARuleNames() {
    var noHousing = policy("no-housing", Condition.serviceAreaIn(HOUSING), Effect.decline());

    assertThat(refused(input(noHousing)).serviceArea()).isEqualTo(HOUSING);
  }

  @Test
  void leavesAnotherBuildingOpen() {
    var onlyInPerson = nothingBut(Channel.FACE_TO_FACE);

    accepted(input(onlyInPerson, exclusion(CIVIC_CENTRE)).buildings(Set.of(CIVIC_CENTRE, LIBRARY)));
    refused(input(onlyInPerson, exclusion(CIVIC_CENTRE)).buildings(Set.of(CIVIC_CENTRE)));
  }

  @Test
  void acceptsTwoOfficersAndAWitness() {
    accepted(
        input(
            nothingBut(Channel.FACE_TO_FACE),
            policy(
                "witness",
                Condition.channelIn(Channel.FACE_TO_FACE),
                Effect.require(
                    new Requirement.Witness(),
                    new Requirement.StaffAtLeast(2),
                    new Requirement.AtPlace(Set.of(CIVIC_CENTRE))))));
  }
}
