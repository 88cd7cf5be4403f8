package org.evenhand.plugins.wastesites;

import static org.evenhand.plugins.wastesites.SiteWords.say;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
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
import org.evenhand.spi.Words;
import org.pf4j.Extension;

/**
 * The customer comes to certain recycling sites with a vehicle no larger than was decided, and
 * stays no longer than was decided (P9.1). It binds the person, in whatever vehicle they come: none
 * is named, and none is looked up, for a vehicle says nothing about who drives it (T21).
 */
@Extension
public final class VehicleLimit implements RestrictionType {

  static final String SITES = "sites";
  static final String LARGEST = "largest";
  static final String LONGEST = "longest";

  /** From the smallest. */
  static final List<String> VEHICLES = List.of("car", "car-and-trailer", "small-van");

  @Override
  public TypeId id() {
    return TypeId.of("waste-sites.vehicle-limit");
  }

  @Override
  public Texts name() {
    return say("vehicle.name");
  }

  @Override
  public Texts description() {
    return say("vehicle.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE);
  }

  @Override
  public Axis axis() {
    return Axis.HOW;
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
    return Period.ofMonths(6);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.BuildingSetSetting(
            Field.required(SITES, say("sites")).help(say("sites.help")), 1, 20),
        new SettingDescriptor.ChoiceSetting(
            Field.required(LARGEST, say("vehicle.largest")).help(say("vehicle.largest.help")),
            VEHICLES.stream().map(code -> new ChoiceOption(code, say("vehicle." + code))).toList()),
        new SettingDescriptor.DurationSetting(
            Field.required(LONGEST, say("vehicle.longest"))
                .help(say("vehicle.longest.help"))
                .defaultValue(new SettingValue.DurationValue(Duration.ofMinutes(30))),
            Duration.ofMinutes(15),
            Duration.ofHours(2)));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        new Rule(
            "vehicle-limit",
            Condition.allOf(
                Condition.inbound(),
                Condition.channelIn(Channel.FACE_TO_FACE),
                Condition.buildingIn(settings.buildings(SITES).toArray(Ref[]::new))),
            new Effect.Require(
                List.of(new Requirement.MaximumDuration(settings.duration(LONGEST))),
                said("vehicle.note", settings)),
            new Words(said("vehicle.rule.say", settings), said("vehicle.rule.do", settings)),
            Citation.policy("9.1"),
            RuleSource.POLICY));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        said("vehicle.letter.what", settings),
        say("letter.where"),
        Texts.none(),
        say("vehicle.letter.still-served"),
        say("vehicle.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        said("vehicle.staff.summary", settings), say("vehicle.staff.in-practice"));
  }

  private static Texts said(String key, Settings settings) {
    return say(
        key,
        "vehicle",
        say("vehicle." + settings.choice(LARGEST) + ".said").in("en").value(),
        "minutes",
        Long.toString(settings.duration(LONGEST).toMinutes()));
  }
}
