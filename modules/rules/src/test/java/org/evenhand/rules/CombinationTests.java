package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Fixtures.DEPUTY;
import static org.evenhand.rules.Fixtures.LIBRARY;
import static org.evenhand.rules.Fixtures.SPOC;
import static org.evenhand.rules.Fixtures.ask;
import static org.evenhand.rules.Fixtures.contact;
import static org.evenhand.rules.Fixtures.court;
import static org.evenhand.rules.Fixtures.oneMedium;
import static org.evenhand.rules.Fixtures.phoneSlot;
import static org.evenhand.rules.Fixtures.pointOfContact;
import static org.evenhand.rules.Fixtures.policy;
import static org.evenhand.rules.Fixtures.provider;
import static org.evenhand.rules.Fixtures.safety;
import static org.evenhand.rules.Fixtures.tuesdays;
import static org.evenhand.rules.Fixtures.visitTo;
import static org.evenhand.rules.Verdict.ALLOWED_WITH_CONDITIONS;
import static org.evenhand.rules.Verdict.DECLINE_THIS_CONTACT;
import static org.evenhand.rules.Verdict.REDIRECT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Target;
import org.junit.jupiter.api.Test;

/** P9.3: any set of actions may be in force together, and how they combine is written down. */
class CombinationTests {
  private static final ContactFacts CALL = contact(Channel.PHONE, "2026-11-25T10:00");
  private static final Ref A = Ref.building("a");
  private static final Ref B = Ref.building("b");

  @Test
  void hasAnEntryForEveryPairOfEffectsAndSourcesWhicheverComesFirst() {
    for (EffectKind one : EffectKind.values()) {
      for (RuleSource oneSource : RuleSource.values()) {
        for (EffectKind other : EffectKind.values()) {
          for (RuleSource otherSource : RuleSource.values()) {
            var resolution = Combination.of(one, oneSource, other, otherSource);

            assertThat(resolution).isNotNull();
            assertThat(Combination.of(other, otherSource, one, oneSource)).isEqualTo(resolution);
          }
        }
      }
    }
  }

  @Test
  void usesEveryRowAndContradictsNone() {
    var used = new HashSet<Combination.Row>();
    for (EffectKind one : EffectKind.values()) {
      for (RuleSource oneSource : RuleSource.values()) {
        for (EffectKind other : EffectKind.values()) {
          for (RuleSource otherSource : RuleSource.values()) {
            int difference = Combination.rank(oneSource) - Combination.rank(otherSource);
            var rows =
                Combination.ROWS.stream()
                    .filter(
                        row ->
                            (row.first() == one
                                    && row.second() == other
                                    && row.standing().holds(difference))
                                || (row.first() == other
                                    && row.second() == one
                                    && row.standing().holds(-difference)))
                    .toList();
            assertThat(rows).hasSizeLessThanOrEqualTo(1);
            used.addAll(rows);
          }
        }
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(Combination.ROWS);
  }

  @Test
  void ranksACourtOverSafetyOverPolicyAndProvidersAlike() {
    assertThat(Combination.rank(RuleSource.COURT))
        .isGreaterThan(Combination.rank(RuleSource.SAFETY));
    assertThat(Combination.rank(RuleSource.SAFETY))
        .isGreaterThan(Combination.rank(RuleSource.POLICY));
    assertThat(Combination.rank(RuleSource.POLICY))
        .isEqualTo(Combination.rank(RuleSource.PROVIDER));
  }

  @Test
  void declinesOnlyWhereNoRedirectionApplies() {
    var noCalls = policy("no-calls", Condition.channelIn(Channel.PHONE), Effect.decline());

    assertThat(ask(CALL, noCalls).verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(ask(CALL, noCalls, oneMedium(Channel.EMAIL)).verdict()).isEqualTo(REDIRECT);
  }

  @Test
  void declinesNobodyWhileARedirectionMayStillApply() {
    var noCalls = policy("no-calls", Condition.channelIn(Channel.PHONE), Effect.decline());
    var matterByEmail =
        policy("by-email", Condition.matterIn(Fixtures.MATTER), Effect.redirect(Channel.EMAIL));

    var answer = ask(CALL.but().matter(Fact.unknown()).build(), noCalls, matterByEmail);

    assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(answer.lines(LineCode.ASK_FACT).getFirst().parameters())
        .containsEntry("fact", FactName.MATTER);
    assertThat(ask(CALL, noCalls, matterByEmail).verdict()).isEqualTo(DECLINE_THIS_CONTACT);
  }

  @Test
  void declinesWhereTheRedirectionDoesNotLeadOutOfIt() {
    var answer = ask(CALL, phoneSlot(tuesdays("10:00", "12:00")), pointOfContact(SPOC, DEPUTY));

    assertThat(answer.verdict())
        .as("the point of contact may be rung in the slot, not now")
        .isEqualTo(DECLINE_THIS_CONTACT);
    assertThat(answer.lines(LineCode.REDIRECTED).getFirst().parameters())
        .containsEntry("next", Fixtures.at("2026-12-01T10:00"));
  }

  @Test
  void letsACourtsRedirectionStandAboveADecliningPolicy() {
    var noContact = policy("none", Condition.inbound(), Effect.decline());
    var order =
        court(
            "order",
            Condition.channelIn(Channel.PHONE),
            Effect.redirect(new Target.ToOfficer(SPOC, null)));

    assertThat(ask(CALL, noContact, order).verdict()).isEqualTo(REDIRECT);
  }

  @Test
  void doesNotRedirectIntoWhatACourtForbids() {
    var order = court("order", Condition.counterpartIn(SPOC), Effect.decline());

    var answer = ask(CALL, pointOfContact(SPOC, DEPUTY), order);

    assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(answer.has(LineCode.NOT_OPEN_THERE)).isTrue();
  }

  @Test
  void followsTheHigherOfTwoRedirectionsToTheSameKindOfPlace() {
    var order = court("order", Condition.channelIn(Channel.PHONE), Effect.redirect(Channel.LETTER));

    var answer = ask(CALL, oneMedium(Channel.EMAIL), order);

    assertThat(answer.lines(LineCode.REDIRECTED))
        .extracting(line -> line.parameters().get("channel"))
        .containsExactly(Channel.LETTER);
  }

  @Test
  void namesMediumAndPointOfContactTogether() {
    var answer = ask(CALL, oneMedium(Channel.EMAIL), pointOfContact(SPOC, DEPUTY));

    assertThat(answer.verdict()).isEqualTo(REDIRECT);
    assertThat(answer.lines(LineCode.REDIRECTED))
        .extracting(line -> line.parameters().get("target"))
        .containsExactlyInAnyOrder("channel", "officer");
  }

  @Test
  void addsUpRequirementsAndKeepsTheStricterNumber() {
    var visit = visitTo(LIBRARY, "2026-11-25T10:00");
    var two =
        policy(
            "two",
            Condition.always(),
            Effect.require(
                new Requirement.StaffAtLeast(2),
                new Requirement.MaximumDuration(Duration.ofMinutes(30))));
    var three =
        safety(
            "three",
            Condition.always(),
            Effect.require(
                new Requirement.StaffAtLeast(3),
                new Requirement.Witness(),
                new Requirement.MaximumDuration(Duration.ofHours(1))));

    var answer = ask(visit, two, three);

    assertThat(answer.lines(LineCode.REQUIRED))
        .extracting(line -> line.parameters().get("requirement"))
        .containsExactlyInAnyOrder(
            new Requirement.StaffAtLeast(3),
            new Requirement.Witness(),
            new Requirement.MaximumDuration(Duration.ofMinutes(30)));
  }

  @Test
  void intersectsPlacesThatAreEachTheOnlyOnes() {
    var both =
        policy("both", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(A, B))));
    var one =
        provider("one", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(B))));

    var answer = ask(visitTo(LIBRARY, "2026-11-25T10:00"), both, one);

    assertThat(answer.lines(LineCode.REQUIRED))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line.parameters())
                    .containsEntry("requirement", new Requirement.AtPlace(Set.of(B))));
  }

  @Test
  void keepsThePlacesOfTheHigherStandingWhereNoneIsCommon() {
    var order =
        court("order", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(A))));
    var ours =
        policy("ours", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(B))));

    var answer = ask(visitTo(LIBRARY, "2026-11-25T10:00"), ours, order);

    assertThat(answer.lines(LineCode.REQUIRED))
        .extracting(line -> line.parameters().get("requirement"))
        .containsExactly(new Requirement.AtPlace(Set.of(A)));
  }

  @Test
  void saysSoWhereEqualsHaveNoPlaceInCommon() {
    var one = policy("one", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(A))));
    var other =
        policy("other", Condition.always(), Effect.require(new Requirement.AtPlace(Set.of(B))));

    var answer = ask(visitTo(LIBRARY, "2026-11-25T10:00"), one, other);

    assertThat(answer.verdict()).isEqualTo(ALLOWED_WITH_CONDITIONS);
    assertThat(answer.lines(LineCode.PLACES_CLASH)).hasSize(2);
    assertThat(answer.has(LineCode.TELL_OWNER)).isTrue();
  }

  @Test
  void answersOnTheEarlierOfTwoDaysAndOnTheCourtsDay() {
    var letter = contact(Channel.LETTER, "2026-11-25T10:00");
    var monthly =
        policy(
            "monthly",
            Condition.always(),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 1), Period.ofMonths(1))));
    var weekly =
        provider(
            "weekly",
            Condition.always(),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 2), Period.ofDays(7))));
    var order =
        court(
            "order",
            Condition.always(),
            Effect.answerOn(Recurrence.of(LocalDate.of(2026, 10, 15), Period.ofMonths(1))));

    assertThat(ask(letter, monthly, weekly).lines(LineCode.ANSWER_LATER))
        .extracting(line -> line.parameters().get("answerBy"))
        .containsExactly(LocalDate.of(2026, 11, 27));
    assertThat(ask(letter, monthly, weekly, order).lines(LineCode.ANSWER_LATER))
        .extracting(line -> line.parameters().get("answerBy"))
        .containsExactly(LocalDate.of(2026, 12, 15));
  }
}
