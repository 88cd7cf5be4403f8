package org.evenhand.kit;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Field;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
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

/** A type that keeps every contract; the tests spoil it in one place each. */
class NoDrones implements RestrictionType {

  static final Settings SETTINGS =
      Settings.of("park", new SettingValue.TextValue("the castle grounds"));

  @Override
  public TypeId id() {
    return TypeId.of("parks.no-drones");
  }

  @Override
  public Texts name() {
    return Texts.en("No drones");
  }

  @Override
  public Texts description() {
    return Texts.en("Drones stay on the ground in one park.");
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
    return Period.ofMonths(6);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.TextSetting(Field.required("park", Texts.en("Which park")), 80));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(rule(Condition.activityIn("drone-flying"), Effect.decline()));
  }

  static Rule rule(Condition when, Effect effect) {
    return new Rule(
        "drones",
        when,
        effect,
        Words.of("Please land it.", "Ask for it to be landed."),
        Citation.policy("9.1"),
        RuleSource.POLICY);
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        Texts.en("Please fly no drone in " + settings.text("park") + "."),
        Texts.none(),
        Texts.none(),
        Texts.en("The park stays open to you."),
        Texts.none());
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(Texts.en("No drones"), Texts.en("Ask for it to be landed."));
  }
}
