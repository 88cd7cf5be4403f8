package org.evenhand.plugins.leisure;

import static org.evenhand.plugins.leisure.LeisureWords.say;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
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
 * The customer takes no part in certain sessions at certain leisure centres (P9.1): swimming, say,
 * or classes, all week or at certain times. The rest of the centre stays open to them. What the
 * provider decided enters by the council's own steps (F6).
 */
@Extension
public final class SessionExclusion implements RestrictionType {

  static final String CENTRES = "centres";
  static final String SESSIONS = "sessions";
  static final String TIMES = "times";

  /** Codes of the catalogue of activities, in the order of the form. */
  static final List<String> OFFERED =
      List.of("swimming", "gym", "class", "sports-hall", "soft-play", "sauna");

  @Override
  public TypeId id() {
    return TypeId.of("leisure.session-exclusion");
  }

  @Override
  public Texts name() {
    return say("session.name");
  }

  @Override
  public Texts description() {
    return say("session.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE);
  }

  @Override
  public Axis axis() {
    return Axis.WHAT;
  }

  @Override
  public Appealability appealability() {
    return Appealability.APPEALABLE;
  }

  @Override
  public AuthorityAction authority() {
    return AuthorityAction.RESTRICT_CONTACT;
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
            Field.required(SESSIONS, say("session.sessions")).help(say("session.sessions.help")),
            new SettingDescriptor.ChoiceSetting(
                Field.required("session", say("session.session")),
                OFFERED.stream()
                    .map(code -> new ChoiceOption(code, say("session." + code)))
                    .toList()),
            1,
            OFFERED.size()));
    all.add(
        new SettingDescriptor.WeeklySlotsSetting(
            Field.of(TIMES, say("session.times")).help(say("session.times.help"))));
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
    when.add(Condition.activityIn(sessions(settings).toArray(String[]::new)));
    if (settings.has(TIMES)) {
      when.add(Condition.within(settings.weeklySlots(TIMES)));
    }
    return List.of(
        new Rule(
            "session-exclusion",
            new Condition.AllOf(when),
            Effect.decline(),
            LeisureWords.rule("session.rule"),
            ProviderDecision.citation(settings),
            RuleSource.PROVIDER));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        said(sessions(settings), "session.letter.what"),
        say("letter.where"),
        settings.has(TIMES) ? say("session.letter.when") : Texts.none(),
        say("session.letter.still-served"),
        say("letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        say("session.staff.summary"),
        say("session.staff.in-practice", "reference", settings.text(ProviderDecision.REFERENCE)));
  }

  private static Set<String> sessions(Settings settings) {
    return settings.list(SESSIONS).stream()
        .map(value -> ((SettingValue.ChoiceValue) value).code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names the sessions in the order of the form. */
  private static Texts said(Set<String> codes, String key) {
    String names =
        codes.stream()
            .sorted(Comparator.comparingInt(OFFERED::indexOf))
            .map(code -> say("session." + code).in("en").value())
            .collect(Collectors.joining(", "));
    return say(key, "sessions", names);
  }
}
