package org.evenhand.plugins.template;

import static org.evenhand.plugins.template.PluginWords.say;

import java.time.Period;
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
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/** The customer is seen at certain offices by appointment (P9.1); everything else is as it was. */
@Extension
public final class ByAppointment implements RestrictionType {

  static final String OFFICES = "offices";

  @Override
  public TypeId id() {
    return TypeId.of("template.by-appointment");
  }

  @Override
  public Texts name() {
    return say("appointment.name");
  }

  @Override
  public Texts description() {
    return say("appointment.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE);
  }

  @Override
  public Axis axis() {
    return Axis.WHEN;
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
            Field.required(OFFICES, say("appointment.offices"))
                .help(say("appointment.offices.help")),
            1,
            10));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        new Rule(
            "by-appointment",
            Condition.allOf(
                Condition.inbound(),
                Condition.channelIn(Channel.FACE_TO_FACE),
                Condition.buildingIn(settings.buildings(OFFICES).toArray(Ref[]::new))),
            Effect.require(new Requirement.Appointment()),
            PluginWords.rule("appointment.rule"),
            Citation.policy("9.1"),
            RuleSource.POLICY));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        say("appointment.letter.what"),
        say("appointment.letter.where"),
        Texts.none(),
        say("appointment.letter.still-served"),
        say("appointment.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(say("appointment.staff.summary"), say("appointment.staff.in-practice"));
  }
}
