package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.LineCode;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.SettingsForm;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Direction;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a restriction type must keep to. Extend it once for each type, give examples, and run it
 * with the plugin's other tests:
 *
 * <pre>{@code
 * class RepairsByTextContractTests extends RestrictionTypeContractTests {
 *   protected RestrictionType type() { return new RepairsByText(); }
 *   protected List<Settings> examples() { return List.of(…); }
 *   protected List<ContactVector> vectors() { return List.of(…); }
 * }
 * }</pre>
 */
public abstract class RestrictionTypeContractTests {

  /** A Monday with an ordinary week before it and after it. */
  protected static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static final Period LONGEST_REVIEW = Period.ofMonths(12);

  /** A new instance of the type, made as the house makes it: without arguments. */
  protected abstract RestrictionType type();

  /** Settings as somebody would choose them, at least one; between them they use every setting. */
  protected abstract List<Settings> examples();

  /** Contacts and the answers they are meant to get, at least one. */
  protected abstract List<ContactVector> vectors();

  /** Settings that pass the form but not the type. */
  protected List<Settings> refused() {
    return List.of();
  }

  /** Settings stored by earlier versions, by version: fixtures, to be kept for ever. */
  protected Map<Integer, List<Settings>> stored() {
    return Map.of();
  }

  /** A moment of that day by the clock in London. */
  protected static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(RuleLanguage.ZONE).toInstant();
  }

  @Test
  @DisplayName("says what it is: id, name, description, natures, review (F2, F12)")
  final void describesItself() {
    RestrictionType type = type();
    assertThat(type.id().namespace()).as("its own namespace").isNotEqualTo(TypeId.BUILT_IN);
    assertThat(type.name().silent()).as("a name").isFalse();
    assertThat(type.description().silent()).as("a description").isFalse();
    assertThat(type.natures()).as("what it can be").isNotEmpty();
    assertThat(type.axis()).isNotNull();
    assertThat(type.authority()).isNotNull();
    assertThat(type.settingsVersion()).isPositive();
    Period review = type.reviewInterval();
    assertThat(MONDAY.plus(review)).as("a review").isAfter(MONDAY);
    assertThat(MONDAY.plus(review))
        .as("a review within 12 months")
        .isBeforeOrEqualTo(MONDAY.plus(LONGEST_REVIEW));
  }

  @Test
  @DisplayName("says the same of itself each time, from each instance")
  final void describesItselfAlike() {
    RestrictionType one = type();
    RestrictionType other = type();
    assertThat(one.id()).isEqualTo(other.id());
    assertThat(one.name()).isEqualTo(other.name()).isEqualTo(one.name());
    assertThat(one.description()).isEqualTo(other.description());
    assertThat(one.natures()).isEqualTo(other.natures());
    assertThat(one.axis()).isEqualTo(other.axis());
    assertThat(one.appealability()).isEqualTo(other.appealability());
    assertThat(one.authority()).isEqualTo(other.authority());
    assertThat(one.reviewInterval()).isEqualTo(other.reviewInterval());
    assertThat(one.conflicts()).isEqualTo(other.conflicts());
    assertThat(one.settings()).isEqualTo(other.settings()).isEqualTo(one.settings());
    assertThat(one.settingsVersion()).isEqualTo(other.settingsVersion());
  }

  @Test
  @DisplayName("P9.2, P10.1: what can restrict can be appealed")
  final void whatCanRestrictCanBeAppealed() {
    if (type().natures().contains(Nature.RESTRICTIVE)) {
      assertThat(type().appealability()).isNotEqualTo(Appealability.NOT_APPEALABLE);
    }
  }

  @Test
  @DisplayName("draws a form: keys are unique, labels there, defaults fit, nothing secret")
  final void drawsAForm() {
    var keys = new ArrayList<String>();
    for (SettingDescriptor setting : type().settings()) {
      keys.add(setting.key());
      assertThat(setting.field().label().silent()).as("label of %s", setting.key()).isFalse();
      assertThat(setting).isNotInstanceOf(SettingDescriptor.SecretSetting.class);
    }
    assertThat(keys).doesNotHaveDuplicates();
    for (SettingDescriptor setting : type().settings()) {
      if (setting.field().visibleWhen() != null) {
        assertThat(keys).contains(setting.field().visibleWhen().key());
      }
      SettingValue value = setting.field().defaultValue();
      if (value != null) {
        Settings alone = Settings.of(setting.key(), value);
        assertThat(SettingsForm.problems(type().settings(), alone))
            .as("default of %s", setting.key())
            .noneMatch(
                problem ->
                    problem.keyPath().startsWith(setting.key())
                        && !problem.code().equals(SettingsForm.NOT_ASKED_FOR));
      }
    }
  }

  @Test
  @DisplayName("accepts its examples")
  final void acceptsItsExamples() {
    assertThat(examples()).isNotEmpty();
    for (Settings settings : examples()) {
      assertThat(SettingsForm.problems(type().settings(), settings)).isEmpty();
      assertThat(type().validate(settings)).isEmpty();
    }
  }

  @Test
  @DisplayName("its examples use every setting")
  final void examplesUseEverySetting() {
    for (SettingDescriptor setting : type().settings()) {
      assertThat(examples())
          .as("an example with %s", setting.key())
          .anyMatch(settings -> settings.has(setting.key()));
    }
  }

  @Test
  @DisplayName("says which setting is wrong, and why")
  final void refusesWithKeyPathAndCode() {
    for (Settings settings : refused()) {
      assertThat(SettingsForm.problems(type().settings(), settings))
          .as("the form lets it pass")
          .isEmpty();
      assertThat(type().validate(settings))
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                String key = problem.keyPath().replaceFirst("\\[.*", "");
                assertThat(type().settings()).extracting(SettingDescriptor::key).contains(key);
              });
    }
  }

  @Test
  @DisplayName("settings survive being stored: equal, and with one canonical form")
  final void settingsRoundTrip() {
    for (Settings settings : examples()) {
      var back = new Settings(new HashMap<>(settings.values()));
      assertThat(back).isEqualTo(settings);
      assertThat(back.canonical()).isEqualTo(settings.canonical());
      settings
          .values()
          .values()
          .forEach(value -> assertThat(RuleLanguage.kindOf(value)).isNotNull());
      assertThat(type().compile(back)).isEqualTo(type().compile(settings));
    }
  }

  @Test
  @DisplayName("compiles to rules of the language, within its bounds")
  final void compilesWithinBounds() {
    for (Settings settings : examples()) {
      for (Rule rule : RuleSet.of(type().compile(settings)).rules()) {
        assertThat(rule.source())
            .as("a court's terms are not a type's")
            .isNotEqualTo(RuleSource.COURT);
        assertThat(RuleLanguage.kindOf(rule.when())).isNotNull();
        assertThat(RuleLanguage.kindOf(rule.effect())).isNotNull();
      }
    }
  }

  @Test
  @DisplayName("the same settings give the same rules and words, wherever and however often")
  final void isDeterministic() throws Exception {
    for (Settings settings : examples()) {
      Callable<List<Object>> all =
          () ->
              List.of(
                  type().compile(settings),
                  type().letter(settings),
                  type().staffWording(settings),
                  type().validate(settings));
      List<Object> once = all.call();
      Locale locale = Locale.getDefault();
      TimeZone zone = TimeZone.getDefault();
      try {
        Locale.setDefault(Locale.of("tr", "TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(all.call()).as("in another country").isEqualTo(once);
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }
      assertThat(together(all)).as("from several threads").allMatch(once::equals);
    }
  }

  private static List<List<Object>> together(Callable<List<Object>> all)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<List<Object>>();
      for (var future : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> all).toList())) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  @Test
  @DisplayName("P9.2, F12: the letter says what is done and how the customer still gets services")
  final void writesALetter() {
    for (Settings settings : examples()) {
      LetterWording letter = type().letter(settings);
      assertThat(letter.what().silent()).isFalse();
      assertThat(letter.stillServed().silent()).isFalse();
      StaffWording staff = type().staffWording(settings);
      assertThat(staff.summary().silent()).isFalse();
      assertThat(staff.inPractice().silent()).isFalse();
      assertThat(letter.what())
          .as("the customer is not told how staff handle it")
          .isNotEqualTo(staff.inPractice());
    }
  }

  @Test
  @DisplayName("T28: no word of it blames anybody")
  final void wordsAreFreeOfBlame() {
    for (Texts words : everyWord()) {
      assertThat(PlainWords.blame(words)).as("%s", words.values()).isEmpty();
    }
  }

  @Test
  @DisplayName("placeholders are ones the house fills, and letters have none")
  final void placeholdersAreKnown() {
    for (Texts words : everyWord()) {
      assertThat(PlainWords.unknownPlaceholders(words)).as("%s", words.values()).isEmpty();
    }
    for (Settings settings : examples()) {
      LetterWording letter = type().letter(settings);
      Stream.of(
              letter.what(),
              letter.where(),
              letter.when(),
              letter.stillServed(),
              letter.endsSooner())
          .flatMap(words -> words.values().values().stream())
          .forEach(words -> assertThat(words).doesNotContain("{"));
    }
  }

  private List<Texts> everyWord() {
    RestrictionType type = type();
    var all = new ArrayList<Texts>(List.of(type.name(), type.description()));
    for (SettingDescriptor setting : type.settings()) {
      all.add(setting.field().label());
      all.add(setting.field().help());
      if (setting instanceof SettingDescriptor.ChoiceSetting choice) {
        choice.options().forEach(option -> all.add(option.label()));
      }
    }
    for (Settings settings : examples()) {
      LetterWording letter = type.letter(settings);
      all.addAll(
          List.of(
              letter.what(),
              letter.where(),
              letter.when(),
              letter.stillServed(),
              letter.endsSooner()));
      StaffWording staff = type.staffWording(settings);
      all.add(staff.summary());
      all.add(staff.inPractice());
      for (Rule rule : type.compile(settings)) {
        all.add(rule.words().toSay());
        all.add(rule.words().instructions());
      }
    }
    for (Settings settings : refused()) {
      type.validate(settings).forEach(problem -> all.add(problem.message()));
    }
    return all;
  }

  @Test
  @DisplayName("F8: what is always helped is helped here and now, on every channel")
  final void absoluteTopicsAlwaysPass() {
    eachContact(
        Protected.ABSOLUTE,
        (topic, answer) ->
            assertThat(answer.verdict())
                .as(topic)
                .isNotIn(Verdict.DECLINE_THIS_CONTACT, Verdict.REDIRECT));
  }

  @Test
  @DisplayName("F8: what has a guaranteed route is never declined")
  final void guaranteedTopicsHaveARoute() {
    eachContact(
        Protected.ROUTE_GUARANTEED,
        (topic, answer) ->
            assertThat(answer.verdict()).as(topic).isNotEqualTo(Verdict.DECLINE_THIS_CONTACT));
  }

  private interface Expectation {
    void of(String topic, ContactAnswer answer);
  }

  private void eachContact(List<String> topics, Expectation expectation) {
    for (Settings settings : examples()) {
      TryRules rules = TryRules.of(type(), settings);
      for (String topic : topics) {
        for (Channel channel : Channel.values()) {
          for (Instant moment : moments()) {
            var facts = ContactFacts.ordinary(moment, channel).topic(topic).build();
            expectation.of(topic + " by " + channel + " at " + moment, rules.check(facts));
          }
        }
      }
    }
  }

  private static List<Instant> moments() {
    return Stream.of(DayOfWeek.values())
        .flatMap(
            day ->
                Stream.of(3, 10, 16, 21).map(hour -> at(MONDAY.plusDays(day.ordinal()), hour, 30)))
        .toList();
  }

  @Test
  @DisplayName("an unknown fact gives a condition or a question, never a decline")
  final void unknownFactsNeverDecline() {
    for (Settings settings : examples()) {
      TryRules rules = TryRules.of(type(), settings);
      for (Instant moment : moments()) {
        assertThat(rules.check(ContactFacts.at(moment).build()).verdict())
            .isNotEqualTo(Verdict.DECLINE_THIS_CONTACT);
      }
    }
  }

  @Test
  @DisplayName("P9.3: by itself it leaves a route open for ordinary business")
  final void leavesARouteOpen() {
    for (Settings settings : examples()) {
      assertThat(TryRules.of(type(), settings).openRoute(MONDAY))
          .as(settings.canonical())
          .isInstanceOf(OpenRoute.Open.class);
    }
  }

  @Test
  @DisplayName("T12: its rules can be followed together")
  final void doesNotContradictItself() {
    for (Settings settings : examples()) {
      assertThat(TryRules.of(type(), settings).contradictions(MONDAY)).isEmpty();
    }
  }

  @Test
  @DisplayName("whoever is in danger is helped, whatever is in force")
  final void dangerIsAlwaysHelped() {
    for (Settings settings : examples()) {
      TryRules rules = TryRules.of(type(), settings);
      for (Channel channel : Channel.values()) {
        for (Direction direction : Direction.values()) {
          var facts =
              ContactFacts.ordinary(at(MONDAY, 10, 0), channel)
                  .direction(direction)
                  .dangerNow(true)
                  .build();
          ContactAnswer answer = rules.check(facts);
          assertThat(answer.has(LineCode.HELP_NOW)).isTrue();
          assertThat(answer.verdict()).isNotIn(Verdict.DECLINE_THIS_CONTACT, Verdict.REDIRECT);
        }
      }
    }
  }

  @TestFactory
  @DisplayName("answers contacts as its author means it to")
  final Stream<DynamicTest> answersAsMeant() {
    assertThat(vectors()).as("vectors").isNotEmpty();
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(),
                    () -> {
                      ContactAnswer answer =
                          TryRules.of(type(), vector.settings()).check(vector.facts());
                      assertThat(answer.verdict()).isEqualTo(vector.verdict());
                      assertThat(answer.lines())
                          .extracting(line -> line.code())
                          .containsAll(vector.lines());
                    }));
  }

  @Test
  @DisplayName("settings of its own version stay as they are")
  final void ownVersionNeedsNoUpgrade() {
    for (Settings settings : examples()) {
      assertThat(type().upgrade(type().settingsVersion(), settings))
          .isEqualTo(new Upgrade.Upgraded(settings));
    }
  }

  @Test
  @DisplayName("keeps settings of each earlier version, and reads them or says what to decide")
  final void readsWhatEarlierVersionsStored() {
    for (int version = 1; version < type().settingsVersion(); version++) {
      assertThat(stored().getOrDefault(version, List.of()))
          .as("fixtures of settings version %s", version)
          .isNotEmpty();
    }
    stored()
        .forEach(
            (version, all) -> {
              assertThat(version).isLessThan(type().settingsVersion());
              for (Settings settings : all) {
                switch (type().upgrade(version, settings)) {
                  case Upgrade.Upgraded(Settings upgraded) -> {
                    assertThat(SettingsForm.problems(type().settings(), upgraded)).isEmpty();
                    assertThat(type().validate(upgraded)).isEmpty();
                    assertThat(RuleSet.of(type().compile(upgraded))).isNotNull();
                  }
                  case Upgrade.NeedsDecision(Texts why) -> {
                    assertThat(why.silent()).as("what to decide").isFalse();
                    assertThat(PlainWords.blame(why)).isEmpty();
                  }
                }
              }
            });
  }

  @Test
  @DisplayName("an older release asks for a decision about settings that a newer one stored")
  final void settingsOfALaterVersionNeedADecision() {
    assumeThat(examples()).isNotEmpty();
    assertThat(type().upgrade(type().settingsVersion() + 1, examples().getFirst()))
        .isInstanceOf(Upgrade.NeedsDecision.class);
  }
}
