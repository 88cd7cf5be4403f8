package org.evenhand.plugins.leisure;

import static org.evenhand.plugins.leisure.LeisureWords.say;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * The customer does not come into certain leisure centres (P9.1), but for what was left open to
 * them: bringing a child to a lesson, or exercise that a doctor referred them to, so that nobody
 * else pays for it (F14). Elections, public meetings and whatever else is protected stay open by
 * the house's own carve-outs (F8). What the provider decided enters by the council's own steps
 * (F6).
 */
@Extension
public final class SiteExclusion implements RestrictionType {

  static final String CENTRES = "centres";
  static final String LEFT_OPEN = "left-open";

  /** Codes of the catalogue of activities. */
  static final List<String> MAY_BE_LEFT_OPEN = List.of("bringing-a-child", "referred-exercise");

  @Override
  public TypeId id() {
    return TypeId.of("leisure.site-exclusion");
  }

  @Override
  public Texts name() {
    return say("site.name");
  }

  @Override
  public Texts description() {
    return say("site.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE, Nature.SAFETY);
  }

  @Override
  public Axis axis() {
    return Axis.WHERE;
  }

  @Override
  public Appealability appealability() {
    return Appealability.APPEALABLE;
  }

  @Override
  public AuthorityAction authority() {
    return AuthorityAction.EXCLUDE_FROM_BUILDING;
  }

  @Override
  public Period reviewInterval() {
    return Period.ofMonths(3);
  }

  @Override
  public List<SettingDescriptor> settings() {
    var all = new ArrayList<SettingDescriptor>();
    all.add(
        new SettingDescriptor.BuildingSetSetting(
            Field.required(CENTRES, say("centres")).help(say("centres.help")), 1, 20));
    all.add(
        new SettingDescriptor.ListSetting(
            Field.of(LEFT_OPEN, say("site.left-open")).help(say("site.left-open.help")),
            new SettingDescriptor.ChoiceSetting(
                Field.required("activity", say("site.activity")),
                MAY_BE_LEFT_OPEN.stream()
                    .map(code -> new ChoiceOption(code, say("site." + code)))
                    .toList()),
            0,
            MAY_BE_LEFT_OPEN.size()));
    all.addAll(ProviderDecision.settings());
    return List.copyOf(all);
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return ProviderDecision.assess(settings, facts);
  }

  @Override
  public List<Rule> compile(Settings settings) {
    var when = new ArrayList<Condition>();
    when.add(Condition.inbound());
    when.add(Condition.channelIn(Channel.FACE_TO_FACE));
    when.add(Condition.buildingIn(settings.buildings(CENTRES).toArray(Ref[]::new)));
    Set<String> open = leftOpen(settings);
    if (!open.isEmpty()) {
      when.add(Condition.not(Condition.activityIn(open.toArray(String[]::new))));
    }
    return List.of(
        new Rule(
            "site-exclusion",
            new Condition.AllOf(when),
            Effect.decline(),
            LeisureWords.rule("site.rule"),
            ProviderDecision.citation(settings),
            RuleSource.PROVIDER));
  }

  @Override
  public LetterWording letter(Settings settings) {
    Set<String> open = leftOpen(settings);
    return new LetterWording(
        say("site.letter.what"),
        say("letter.where"),
        Texts.none(),
        open.isEmpty()
            ? say("site.letter.still-served")
            : say(
                "site.letter.still-served-but",
                "open",
                open.stream()
                    .map(code -> say("site." + code + ".letter").in("en").value())
                    .collect(Collectors.joining(", and "))),
        say("letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        say("site.staff.summary"),
        say("site.staff.in-practice", "reference", settings.text(ProviderDecision.REFERENCE)));
  }

  private static Set<String> leftOpen(Settings settings) {
    return settings.has(LEFT_OPEN)
        ? settings.list(LEFT_OPEN).stream()
            .map(value -> ((SettingValue.ChoiceValue) value).code())
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }
}
