package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RuleLanguage;

/**
 * P9.3 against brute force: on every day of a fortnight, a customer whose limits were just used up
 * tries every channel, officer, team, building and number each half-hour for five working days.
 * Whatever the check accepts has to let them through somewhere.
 */
class OpenRoutePropertyTests {
  private static final LocalDate FROM = Generated.MONDAY;
  private static final LocalDate UNTIL = FROM.plusDays(13);

  @Provide
  Arbitrary<List<RuleInForce>> ruleSets() {
    return Generated.ruleSets();
  }

  @Provide
  Arbitrary<List<AgreedAdjustment>> adjustments() {
    return Generated.adjustments();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("Nothing that can be imposed leaves a customer without an open route")
  void whateverIsAcceptedLetsTheCustomerThrough(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    var input =
        OpenRouteInput.of(rules, adjustments, FROM, Fixtures.WEEKENDS)
            .until(UNTIL)
            .buildings(Set.copyOf(Generated.BUILDINGS))
            .directory(Generated.DIRECTORY);

    var found = OpenRoute.check(input);

    Statistics.label("found")
        .collect(found instanceof OpenRoute.Open)
        .coverage(
            c -> {
              c.check(true).percentage(share -> share >= 20);
              c.check(false).percentage(share -> share >= 5);
            });
    if (found instanceof OpenRoute.Open) {
      for (LocalDate day = FROM; !day.isAfter(UNTIL); day = day.plusDays(1)) {
        for (boolean usedUp : new boolean[] {false, true}) {
          assertThat(letThrough(input, day, usedUp))
              .as("after %s, limits used up: %s", day, usedUp)
              .isTrue();
        }
      }
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @Label("One rule more never opens a route")
  void oneRuleMoreNeverOpensARoute(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    if (rules.isEmpty()) {
      return;
    }
    // A rule that sends the customer to a new place brings a door; without such rules, none
    // appears.
    var plain = rules.stream().filter(rule -> !redirects(rule)).toList();
    if (plain.isEmpty()) {
      return;
    }
    var fewer = plain.subList(1, plain.size());
    var with = check(plain, adjustments);
    var without = check(fewer, adjustments);

    if (without instanceof OpenRoute.NoOpenRoute) {
      assertThat(with).isInstanceOf(OpenRoute.NoOpenRoute.class);
    }
  }

  private static boolean redirects(RuleInForce rule) {
    return rule.rule().effect().toString().contains("Redirect");
  }

  private static OpenRoute check(List<RuleInForce> rules, List<AgreedAdjustment> adjustments) {
    return OpenRoute.check(
        OpenRouteInput.of(rules, adjustments, FROM, Fixtures.WEEKENDS)
            .until(UNTIL)
            .buildings(Set.copyOf(Generated.BUILDINGS)));
  }

  private static boolean letThrough(OpenRouteInput input, LocalDate day, boolean usedUp) {
    LocalDate last = day;
    for (int working = 0; working < input.workingDays(); ) {
      last = last.plusDays(1);
      working += input.closedDays().workingDay(last) ? 1 : 0;
    }
    var recent = new ArrayList<CountedContact>();
    if (usedUp) {
      for (Channel channel : Channel.values()) {
        recent.addAll(
            Collections.nCopies(
                5,
                new CountedContact(
                    day.atTime(23, 59, 59).atZone(RuleLanguage.ZONE).toInstant(), channel)));
      }
    }
    for (ZonedDateTime time = day.plusDays(1).atStartOfDay(RuleLanguage.ZONE);
        !time.toLocalDate().isAfter(last);
        time = time.plusMinutes(30)) {
      for (Channel channel : Channel.values()) {
        if (usable(input, channel) && somebodyThere(input, channel, time)) {
          for (ContactFacts contact : contacts(input, channel, time, recent)) {
            if (served(input, contact, last)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean usable(OpenRouteInput input, Channel channel) {
    return input.adjustments().stream().noneMatch(a -> a.cannotUse().contains(channel));
  }

  private static boolean somebodyThere(OpenRouteInput input, Channel channel, ZonedDateTime time) {
    return channel.written()
        || (input.closedDays().workingDay(time.toLocalDate())
            && input.officeHours().contains(time.getDayOfWeek(), time.toLocalTime()));
  }

  /** Everything the customer might try on a channel at a moment. */
  private static List<ContactFacts> contacts(
      OpenRouteInput input, Channel channel, ZonedDateTime time, List<CountedContact> recent) {
    Set<Fact<Ref>> officers = factsOf(Generated.OFFICERS);
    Set<Fact<Ref>> teams = factsOf(Generated.TEAMS);
    Set<Fact<Ref>> endpoints = factsOf(Generated.ENDPOINTS);
    var all = new ArrayList<ContactFacts>();
    for (Fact<Ref> officer : officers) {
      for (Fact<Ref> team : teams) {
        for (Fact<Ref> endpoint : endpoints) {
          var contact =
              ContactFacts.ordinary(time.toInstant(), channel)
                  .officer(officer)
                  .team(team)
                  .endpoint(endpoint)
                  .recent(recent);
          if (channel == Channel.FACE_TO_FACE) {
            for (Ref building : Generated.BUILDINGS) {
              all.add(contact.building(building).build());
            }
          } else {
            all.add(contact.build());
          }
        }
      }
    }
    return all;
  }

  private static Set<Fact<Ref>> factsOf(List<Ref> refs) {
    var facts = new LinkedHashSet<Fact<Ref>>();
    facts.add(Fact.none());
    refs.forEach(ref -> facts.add(Fact.of(ref)));
    return facts;
  }

  /** Let through whatever is answered to the questions, and answered in time. */
  private static boolean served(OpenRouteInput input, ContactFacts contact, LocalDate last) {
    Set<Map<String, Boolean>> answers = new HashSet<>();
    for (boolean one : new boolean[] {true, false}) {
      for (boolean other : new boolean[] {true, false}) {
        answers.add(Map.of(Generated.QUESTIONS.get(0), one, Generated.QUESTIONS.get(1), other));
      }
    }
    for (Map<String, Boolean> given : answers) {
      var answer =
          ContactEvaluator.evaluate(
              CheckInput.of(contact.but().answers(given).build(), Fixtures.CONFIRMED)
                  .rules(input.rules())
                  .adjustments(input.adjustments())
                  .carveOuts(Generated.CARVE_OUTS)
                  .directory(input.directory())
                  .closedDays(input.closedDays())
                  .build());
      boolean through =
          (answer.verdict() == Verdict.ALLOWED
                  || answer.verdict() == Verdict.ALLOWED_WITH_CONDITIONS)
              && !answer.has(LineCode.READ_THEN_FILE)
              && !answer.has(LineCode.READ_THEN_ANSWER_LATER)
              && !answer.has(LineCode.DEPENDS)
              && answer.lines(LineCode.ANSWER_LATER).stream()
                  .allMatch(
                      line ->
                          line.parameters().get("answerBy") instanceof LocalDate by
                              && !by.isAfter(last));
      if (!through) {
        return false;
      }
    }
    return true;
  }
}
