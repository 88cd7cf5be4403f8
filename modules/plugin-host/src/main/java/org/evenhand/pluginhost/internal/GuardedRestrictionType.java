package org.evenhand.pluginhost.internal;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;

/**
 * A plugin's restriction type with a guard before it. Answers are copied and measured on the
 * plugin's own thread: a collection that counts for ever counts there.
 */
final class GuardedRestrictionType implements RestrictionType {

  private static final int MOST_PROBLEMS = 100;
  private static final int LONGEST_TEXT = 10_000;

  private final DescribedType described;
  private final RestrictionType plugin;
  private final GuardedCalls calls;

  GuardedRestrictionType(DescribedType described, RestrictionType plugin, GuardedCalls calls) {
    this.described = described;
    this.plugin = plugin;
    this.calls = calls;
  }

  @Override
  public TypeId id() {
    return described.id();
  }

  @Override
  public Texts name() {
    return described.name();
  }

  @Override
  public Texts description() {
    return described.description();
  }

  @Override
  public Set<Nature> natures() {
    return described.natures();
  }

  @Override
  public Axis axis() {
    return described.axis();
  }

  @Override
  public Appealability appealability() {
    return described.appealability();
  }

  @Override
  public AuthorityAction authority() {
    return described.authority();
  }

  @Override
  public Period reviewInterval() {
    return described.reviewInterval();
  }

  @Override
  public Set<TypeId> conflicts() {
    return described.conflicts();
  }

  @Override
  public List<SettingDescriptor> settings() {
    return described.settings();
  }

  @Override
  public int settingsVersion() {
    return described.settingsVersion();
  }

  @Override
  public List<SettingProblem> validate(Settings settings) {
    return calls.call(
        named("validate"),
        () -> {
          var problems = List.copyOf(plugin.validate(settings));
          bound(problems.size() <= MOST_PROBLEMS);
          problems.forEach(problem -> brief(problem.message()));
          return problems;
        });
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return calls.call(
        named("assess"),
        () -> {
          Assessment assessment = Objects.requireNonNull(plugin.assess(settings, facts));
          if (assessment instanceof Assessment.Refused refused) {
            bound(refused.reasons().size() <= MOST_PROBLEMS);
            refused.reasons().forEach(reason -> brief(reason.message()));
          }
          return assessment;
        });
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return calls.call(
        named("compile"),
        () -> {
          List<Rule> rules = RuleSet.of(plugin.compile(settings)).rules();
          rules.forEach(rule -> brief(rule.words().toSay(), rule.words().instructions()));
          return rules;
        });
  }

  @Override
  public LetterWording letter(Settings settings) {
    return calls.call(
        named("letter"),
        () -> {
          LetterWording letter = Objects.requireNonNull(plugin.letter(settings));
          brief(
              letter.what(),
              letter.where(),
              letter.when(),
              letter.stillServed(),
              letter.endsSooner());
          return letter;
        });
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return calls.call(
        named("staffWording"),
        () -> {
          StaffWording wording = Objects.requireNonNull(plugin.staffWording(settings));
          brief(wording.summary(), wording.inPractice());
          return wording;
        });
  }

  @Override
  public Upgrade upgrade(int fromVersion, Settings settings) {
    return calls.call(
        named("upgrade"), () -> Objects.requireNonNull(plugin.upgrade(fromVersion, settings)));
  }

  private String named(String method) {
    return described.id() + " " + method;
  }

  private static void brief(Texts... texts) {
    Arrays.stream(texts)
        .flatMap(text -> text.values().values().stream())
        .forEach(words -> bound(words.length() <= LONGEST_TEXT));
  }

  private static void bound(boolean within) {
    if (!within) {
      throw new IllegalStateException("the answer is larger than the house takes");
    }
  }

  @Override
  public String toString() {
    return described.id().toString();
  }
}
