package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.rules.Verdict.ALLOWED;
import static org.evenhand.rules.Verdict.DECLINE_THIS_CONTACT;
import static org.evenhand.rules.Verdict.REDIRECT;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;

/** What holds for any rules, any contact, any adjustments. */
class EvaluatorPropertyTests {
  @Provide
  Arbitrary<List<RuleInForce>> ruleSets() {
    return Generated.ruleSets();
  }

  @Provide
  Arbitrary<ContactFacts> contacts() {
    return Generated.knownContacts();
  }

  @Provide
  Arbitrary<List<AgreedAdjustment>> adjustments() {
    return Generated.adjustments();
  }

  @Provide
  Arbitrary<Integer> forgetting() {
    return Generated.forgetting();
  }

  @Provide
  Arbitrary<ClosedDays> closedDays() {
    return Generated.closedDays();
  }

  private static ContactAnswer answer(
      ContactFacts facts, List<RuleInForce> rules, List<AgreedAdjustment> adjustments) {
    return ContactEvaluator.evaluate(Generated.input(facts, rules, adjustments));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  @Label("Unknown facts never decline")
  void whatIsNotKnownNeverTurnsAnAnswerIntoADecline(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments,
      @ForAll("forgetting") int forgotten) {
    var known = answer(facts, rules, adjustments);
    var less = answer(Generated.forget(facts, forgotten), rules, adjustments);

    Statistics.label("verdict")
        .collect(known.verdict())
        .coverage(c -> c.check(DECLINE_THIS_CONTACT).percentage(share -> share >= 2));
    if (less.verdict() == DECLINE_THIS_CONTACT) {
      assertThat(known.verdict()).isEqualTo(DECLINE_THIS_CONTACT);
    }
    if (less.verdict() == ALLOWED) {
      assertThat(known.verdict())
          .as("an answer without condition or question does not depend on what is not known")
          .isEqualTo(ALLOWED);
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("Nobody is declined of whom channel, speaker or topic is not known")
  void declinesNobodyBeforeChannelSpeakerAndTopicAreKnown(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    var noChannel = facts.but().channel(Fact.unknown()).build();
    var noTopic = facts.but().topic(Fact.unknown()).build();

    assertThat(answer(noChannel, rules, adjustments).verdict()).isNotEqualTo(DECLINE_THIS_CONTACT);
    assertThat(answer(noTopic, rules, adjustments).verdict()).isNotEqualTo(DECLINE_THIS_CONTACT);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("F8: no carve-out is ever declined without its route")
  void neverDeclinesACarveOutAndNamesItsRoute(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    for (CarveOut carveOut : Generated.CARVE_OUTS) {
      var answer = answer(facts.but().topic(carveOut.topic()).build(), rules, adjustments);

      if (carveOut.strength() == CarveOutStrength.ABSOLUTE) {
        assertThat(answer.verdict()).isEqualTo(ALLOWED);
      } else {
        assertThat(answer.verdict()).isNotEqualTo(DECLINE_THIS_CONTACT);
        assertThat(answer.lines(LineCode.ROUTE_GUARANTEED))
            .singleElement()
            .satisfies(line -> assertThat(line.parameters()).containsKey("target"));
        assertThat(answer.has(LineCode.READ_THEN_FILE)).isFalse();
        assertThat(answer.has(LineCode.ANSWER_LATER)).isFalse();
        if (answer.verdict() == REDIRECT) {
          assertThat(answer.has(LineCode.REDIRECTED)).isTrue();
        }
      }
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("F2, F9: what has ended, has not begun or was not served never changes an answer")
  void isNotChangedByRulesThatAreNotInForce(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("ruleSets") List<RuleInForce> others,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    Instant now = facts.at();
    var withOthers = new ArrayList<>(rules);
    for (RuleInForce other : others) {
      withOthers.add(Fixtures.ending(other, now));
      withOthers.add(Fixtures.ending(other, now.minus(Duration.ofDays(3))));
      withOthers.add(Fixtures.starting(other, now.plusMillis(1)));
      if (other.nature() != Nature.SAFETY) {
        withOthers.add(Fixtures.unserved(other));
      }
    }

    assertThat(answer(facts, withOthers, adjustments)).isEqualTo(answer(facts, rules, adjustments));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("The order of rules does not matter")
  void doesNotDependOnTheOrderOfRules(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("forgetting") int forgotten,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, random);
    ContactFacts less = Generated.forget(facts, forgotten);

    assertThat(answer(facts, shuffled, List.of())).isEqualTo(answer(facts, rules, List.of()));
    assertThat(answer(less, shuffled, List.of())).isEqualTo(answer(less, rules, List.of()));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("F19: written contact from a customer is never declined")
  void neverDeclinesWhatIsWrittenToTheCouncil(
      @ForAll("ruleSets") List<RuleInForce> rules, @ForAll("contacts") ContactFacts facts) {
    if (facts.channel().value().written()) {
      var inbound = facts.but().direction(Direction.IN).build();

      assertThat(answer(inbound, rules, List.of()).verdict()).isNotEqualTo(DECLINE_THIS_CONTACT);
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("F2: past their review, ordinary rules never decline")
  void neverDeclinesByRulesPastTheirReview(
      @ForAll("ruleSets") List<RuleInForce> rules, @ForAll("contacts") ContactFacts facts) {
    var overdue =
        rules.stream()
            .filter(rule -> Combination.rank(rule.standing()) == 0)
            .map(Fixtures::overdue)
            .toList();

    assertThat(answer(facts, overdue, List.of()).verdict()).isNotEqualTo(DECLINE_THIS_CONTACT);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("T21: below two identifiers nothing of the record shows")
  void disclosesNothingBelowTwoIdentifiers(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    var input =
        Generated.input(facts, rules, adjustments)
            .but()
            .identity(IdentityConfidence.of(Identifier.NAME))
            .build();

    assertThat(ContactEvaluator.evaluate(input))
        .isEqualTo(
            ContactEvaluator.evaluate(input.but().rules(List.of()).adjustments(List.of()).build()));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("Each decline and each redirection carries its rule")
  void carriesARuleBehindEachVerdict(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    var answer = answer(facts, rules, adjustments);

    assertThat(answer.lines(Part.CONDITIONS))
        .allSatisfy(line -> assertThat(line.origin()).isNotNull());
    if (answer.verdict() == DECLINE_THIS_CONTACT) {
      assertThat(answer.has(LineCode.DECLINED) || answer.has(LineCode.LIMIT_REACHED)).isTrue();
    }
    if (answer.verdict() == REDIRECT) {
      assertThat(answer.has(LineCode.REDIRECTED)).isTrue();
    }
    if (answer.verdict() == Verdict.ALLOWED_WITH_CONDITIONS) {
      assertThat(answer.lines(Part.CONDITIONS)).isNotEmpty();
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("The next moment that is promised is one at which the rule does not decline")
  void promisesOnlyMomentsAtWhichItHolds(
      @ForAll("ruleSets") List<RuleInForce> rules, @ForAll("contacts") ContactFacts facts) {
    for (RuleInForce rule : rules) {
      if (!(rule.rule().effect() instanceof Effect.Decline)) {
        continue;
      }
      var answer = answer(facts, List.of(rule), List.of());
      for (Line line : answer.lines(LineCode.DECLINED)) {
        if (line.parameters().get("next") instanceof Instant next) {
          assertThat(next).isAfter(facts.at());
          assertThat(answer(facts.but().when(next).build(), List.of(rule), List.of()).verdict())
              .isEqualTo(ALLOWED);
        }
      }
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("No opening and no answer is promised for a day on which the council is closed")
  void promisesNothingForAClosedDay(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("closedDays") ClosedDays closedDays) {
    Set<DayOfWeek> agreed = EnumSet.noneOf(DayOfWeek.class);
    for (RuleInForce rule : rules) {
      Times.daysNamed(rule.rule().when(), agreed);
      if (rule.rule().effect().toString().contains("AnswerOn")) {
        agreed.addAll(EnumSet.allOf(DayOfWeek.class));
      }
    }
    var answer =
        ContactEvaluator.evaluate(
            Generated.input(facts, rules, List.of()).but().closedDays(closedDays).build());

    for (Line line : answer.lines()) {
      LocalDate promised = promised(line);
      Statistics.label("promised").collect(promised != null);
      if (promised != null) {
        assertThat(closedDays.holidays()).doesNotContain(promised);
        assertThat(closedDays.on(promised, agreed)).isFalse();
      }
    }
  }

  private static @Nullable LocalDate promised(Line line) {
    return line.parameters().get("next") instanceof Instant next
        ? next.atZone(RuleLanguage.ZONE).toLocalDate()
        : line.parameters().get("answerBy") instanceof LocalDate day ? day : null;
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  @Label("The opening told of weekly slots is the first there is on a day that is not closed")
  void tellsTheFirstOpeningOfSlots(
      @ForAll("slots") WeeklySlots slots,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("closedDays") ClosedDays closedDays) {
    var outside = new Condition.Not(new Condition.WithinSlots(slots));
    var phone = facts.but().channel(Channel.PHONE).direction(Direction.IN).topic("parking").build();
    var answer =
        ContactEvaluator.evaluate(
            Generated.input(
                    phone, List.of(Fixtures.policy("slots", outside, Effect.decline())), List.of())
                .but()
                .closedDays(closedDays)
                .build());

    for (Line line : answer.lines(LineCode.DECLINED)) {
      assertThat(line.parameters().get("next"))
          .isEqualTo(firstOpening(slots, phone.at(), closedDays));
    }
  }

  /** By trying each half-hour of four weeks; slots begin on one. */
  private static @Nullable Instant firstOpening(
      WeeklySlots slots, Instant at, ClosedDays closedDays) {
    Set<DayOfWeek> agreed = EnumSet.noneOf(DayOfWeek.class);
    slots.slots().forEach(slot -> agreed.add(slot.day()));
    for (int half = 1; half < 29 * 48; half++) {
      var then = at.plus(Duration.ofMinutes(30L * half)).atZone(RuleLanguage.ZONE);
      if (!then.toLocalDate().isBefore(at.atZone(RuleLanguage.ZONE).toLocalDate().plusDays(29))) {
        return null;
      }
      if (slots.contains(then.getDayOfWeek(), then.toLocalTime())
          && !closedDays.on(then.toLocalDate(), agreed)) {
        return then.toInstant();
      }
    }
    return null;
  }

  @Provide
  Arbitrary<WeeklySlots> slots() {
    return Generated.slots();
  }
}
