package org.evenhand.plugins.housing;

import static org.evenhand.plugins.housing.HousingWords.say;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;
import org.pf4j.Extension;

/**
 * Visits to the customer's home are made by two officers or more (P9.1, P8.3.4). It takes nothing
 * from the customer: visits go on, and contact in any other way is as before. It can be a safety
 * measure.
 */
@Extension
public final class TwoOfficerVisits implements RestrictionType {

  static final String OFFICERS = "officers";
  static final String RING_AHEAD = "ring-ahead";

  private static final BigDecimal FEWEST = BigDecimal.TWO;
  private static final BigDecimal MOST = BigDecimal.valueOf(4);

  @Override
  public TypeId id() {
    return TypeId.of("housing.two-officer-visits");
  }

  @Override
  public Texts name() {
    return say("visits.name");
  }

  @Override
  public Texts description() {
    return say("visits.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.SAFETY, Nature.RESTRICTIVE);
  }

  @Override
  public Axis axis() {
    return Axis.WHO;
  }

  @Override
  public Appealability appealability() {
    return Appealability.APPEALABLE;
  }

  @Override
  public AuthorityAction authority() {
    return AuthorityAction.SAFETY_MEASURE;
  }

  @Override
  public Period reviewInterval() {
    return Period.ofMonths(6);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.NumberSetting(
            Field.required(OFFICERS, say("visits.officers"))
                .help(say("visits.officers.help"))
                .defaultValue(new SettingValue.NumberValue(FEWEST)),
            FEWEST,
            MOST,
            true),
        new SettingDescriptor.FlagSetting(
            Field.of(RING_AHEAD, say("visits.ring-ahead")).help(say("visits.ring-ahead.help"))));
  }

  @Override
  public int settingsVersion() {
    return 2;
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Condition visit = Condition.channelIn(Channel.HOME_VISIT);
    var rules = new ArrayList<Rule>();
    rules.add(
        new Rule(
            "two-officers",
            visit,
            Effect.require(new Requirement.StaffAtLeast(settings.integer(OFFICERS))),
            HousingWords.rule("visits.rule", "officers", officers(settings)),
            Citation.policy("9.1"),
            RuleSource.POLICY));
    if (settings.flag(RING_AHEAD)) {
      rules.add(
          new Rule(
              "ring-ahead",
              Condition.allOf(visit, Condition.outbound()),
              Effect.advise(),
              HousingWords.rule("visits.ring"),
              Citation.policy("9.1"),
              RuleSource.POLICY));
    }
    return List.copyOf(rules);
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        say(
            settings.flag(RING_AHEAD) ? "visits.letter.what-ring" : "visits.letter.what",
            "officers",
            officers(settings)),
        say("visits.letter.where"),
        Texts.none(),
        say("visits.letter.still-served"),
        say("visits.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        say("visits.staff.summary", "officers", officers(settings)),
        say("visits.staff.in-practice", "officers", officers(settings)));
  }

  /** Version 1 did not ask about ringing ahead: then nobody rings, as before. */
  @Override
  public Upgrade upgrade(int fromVersion, Settings settings) {
    return switch (fromVersion) {
      case 1 -> new Upgrade.Upgraded(settings.with(RING_AHEAD, new SettingValue.FlagValue(false)));
      case 2 -> new Upgrade.Upgraded(settings);
      default -> new Upgrade.NeedsDecision(say("upgrade.unknown"));
    };
  }

  private static String officers(Settings settings) {
    return settings.number(OFFICERS).toPlainString();
  }
}
