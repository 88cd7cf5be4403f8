package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.CIVIC_CENTRE;
import static org.evenhand.rules.Fixtures.DEPUTY;
import static org.evenhand.rules.Fixtures.LIBRARY;
import static org.evenhand.rules.Fixtures.OTHER_OFFICER;
import static org.evenhand.rules.Fixtures.SPOC;
import static org.evenhand.rules.Fixtures.at;
import static org.evenhand.rules.Fixtures.ending;
import static org.evenhand.rules.Fixtures.exclusion;
import static org.evenhand.rules.Fixtures.oneMedium;
import static org.evenhand.rules.Fixtures.phoneSlot;
import static org.evenhand.rules.Fixtures.pointOfContact;
import static org.evenhand.rules.Fixtures.policy;
import static org.evenhand.rules.Fixtures.starting;
import static org.evenhand.rules.Fixtures.tuesdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.Test;

/** T12: slot, medium and point of contact can contradict each other, and are then refused. */
class ContradictionsTests {
  private static List<Contradiction> check(RuleInForce... rules) {
    return Contradictions.check(List.of(rules), Directory.empty(), LocalDate.of(2026, 11, 23));
  }

  private static List<Contradiction.Kind> kinds(RuleInForce... rules) {
    return check(rules).stream().map(Contradiction::kind).toList();
  }

  @Test
  void findsTwoMediaThatAreEachTheOnlyOne() {
    var found = check(oneMedium(Channel.EMAIL), oneMedium(Channel.LETTER));

    assertThat(found).extracting(Contradiction::kind).contains(Contradiction.Kind.CHANNELS);
    assertThat(found.getFirst().rules())
        .extracting(Origin::ruleId)
        .containsExactly("one-medium-email", "one-medium-letter");
  }

  @Test
  void findsTwoPointsOfContact() {
    assertThat(kinds(pointOfContact(SPOC, DEPUTY), pointOfContact(OTHER_OFFICER, OTHER_OFFICER)))
        .contains(Contradiction.Kind.COUNTERPARTS);
  }

  @Test
  void findsATelephoneSlotBesideAnotherMedium() {
    var found = check(phoneSlot(tuesdays("10:00", "12:00")), oneMedium(Channel.EMAIL));

    assertThat(found)
        .extracting(Contradiction::kind)
        .containsExactly(Contradiction.Kind.TIMES_NEVER_OPEN);
    assertThat(found.getFirst().rules())
        .extracting(Origin::ruleId)
        .containsExactly("phone-slot", "one-medium-email");
  }

  @Test
  void findsTwoSlotsWithoutACommonTime() {
    var other =
        policy(
            "other-slot",
            Condition.allOf(
                Condition.channelIn(Channel.PHONE, Channel.WEB_CHAT),
                Condition.not(
                    Condition.within(
                        WeeklySlots.on(
                            DayOfWeek.THURSDAY, LocalTime.of(10, 0), LocalTime.of(12, 0))))),
            Effect.decline());

    assertThat(kinds(phoneSlot(tuesdays("10:00", "12:00")), other))
        .contains(Contradiction.Kind.TIMES);
  }

  @Test
  void findsASlotOnAnotherDayThanTheRecurrence() {
    var thursdays = Recurrence.of(LocalDate.of(2026, 11, 26), Period.ofDays(14));
    var rule =
        policy(
            "thursdays",
            Condition.allOf(
                Condition.channelIn(Channel.PHONE), Condition.not(Condition.on(thursdays))),
            Effect.decline());

    assertThat(kinds(phoneSlot(tuesdays("10:00", "12:00")), rule))
        .contains(Contradiction.Kind.TIMES);
  }

  @Test
  void findsARedirectionToAClosedDoor() {
    var noLetters = policy("no-letters", Condition.channelIn(Channel.LETTER), Effect.decline());

    assertThat(kinds(oneMedium(Channel.LETTER), noLetters))
        .contains(Contradiction.Kind.LEADS_NOWHERE);
  }

  @Test
  void findsAPointOfContactWhomTheCustomerMustNotContact() {
    var notSpoc = policy("not-them", Condition.counterpartIn(SPOC), Effect.decline());

    assertThat(kinds(pointOfContact(SPOC, SPOC), notSpoc))
        .contains(Contradiction.Kind.LEADS_NOWHERE);
  }

  @Test
  void findsPlacesWithNothingInCommon() {
    var here =
        policy(
            "here",
            Condition.channelIn(Channel.FACE_TO_FACE),
            Effect.require(new Requirement.AtPlace(Set.of(CIVIC_CENTRE))));
    var elsewhere =
        policy(
            "elsewhere",
            Condition.always(),
            Effect.require(new Requirement.AtPlace(Set.of(LIBRARY))));

    assertThat(kinds(here, elsewhere)).contains(Contradiction.Kind.PLACES);
  }

  @Test
  void acceptsWhatCanBeFollowedTogether() {
    assertThat(
            check(
                oneMedium(Channel.PHONE),
                phoneSlot(tuesdays("10:00", "12:00")),
                pointOfContact(SPOC, DEPUTY),
                exclusion(CIVIC_CENTRE)))
        .isEmpty();
    assertThat(check(oneMedium(Channel.EMAIL), pointOfContact(SPOC, DEPUTY))).isEmpty();
    assertThat(check(phoneSlot(tuesdays("10:00", "12:00")), phoneSlot(tuesdays("11:00", "13:00"))))
        .isEmpty();
  }

  @Test
  void comparesOnlyWhatIsInForceAtTheSameTime() {
    var until = ending(oneMedium(Channel.EMAIL), at("2026-12-01T00:00"));
    var from = starting(oneMedium(Channel.LETTER), at("2026-12-01T00:00"));

    assertThat(check(until, from)).isEmpty();
  }
}
