package org.evenhand.plugins.housing;

import static org.evenhand.plugins.housing.HousingWords.say;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
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
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * The customer is seen at the tenancy office by appointment (P9.1). The office stays open to them,
 * and so does every other way to reach the council. An emergency repair, somebody homeless tonight,
 * danger and safeguarding are helped at the desk at once (F8). Whoever can come in person only
 * could not make an appointment and is not asked to (F3).
 */
@Extension
public final class OfficeAppointments implements RestrictionType {

  static final String OFFICES = "offices";
  static final String LONGEST = "longest";
  static final String WITH_A_COLLEAGUE = "with-a-colleague";

  private static final Set<Channel> TO_MAKE_ONE =
      EnumSet.of(
          Channel.PHONE,
          Channel.EMAIL,
          Channel.LETTER,
          Channel.WEB_FORM,
          Channel.PORTAL,
          Channel.TEXT_MESSAGE,
          Channel.WEB_CHAT);

  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration MOST = Duration.ofHours(2);

  @Override
  public TypeId id() {
    return TypeId.of("housing.office-appointments");
  }

  @Override
  public Texts name() {
    return say("office.name");
  }

  @Override
  public Texts description() {
    return say("office.description");
  }

  @Override
  public Set<Nature> natures() {
    return Set.of(Nature.RESTRICTIVE);
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
            Field.required(OFFICES, say("office.offices")).help(say("office.offices.help")), 1, 10),
        new SettingDescriptor.DurationSetting(
            Field.required(LONGEST, say("office.longest"))
                .help(say("office.longest.help"))
                .defaultValue(new SettingValue.DurationValue(USUAL)),
            SHORTEST,
            MOST),
        new SettingDescriptor.FlagSetting(
            Field.of(WITH_A_COLLEAGUE, say("office.with-a-colleague"))
                .help(say("office.with-a-colleague.help"))
                .defaultValue(new SettingValue.FlagValue(false))));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return facts.unusableChannels().containsAll(TO_MAKE_ONE)
        ? Assessment.refused("cannot-make-one", say("office.refused.cannot-make-one"))
        : Assessment.accepted();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    var required = new ArrayList<Requirement>();
    required.add(new Requirement.Appointment());
    required.add(new Requirement.MaximumDuration(settings.duration(LONGEST)));
    if (settings.flag(WITH_A_COLLEAGUE)) {
      required.add(new Requirement.StaffAtLeast(2));
    }
    return List.of(
        new Rule(
            "office-appointments",
            Condition.allOf(
                Condition.inbound(),
                Condition.channelIn(Channel.FACE_TO_FACE),
                Condition.buildingIn(settings.buildings(OFFICES).toArray(Ref[]::new))),
            new Effect.Require(required, say("office.rule.note")),
            HousingWords.rule("office.rule"),
            Citation.policy("9.1"),
            RuleSource.POLICY));
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        say("office.letter.what", "minutes", minutes(settings)),
        say("office.letter.where"),
        Texts.none(),
        say("office.letter.still-served"),
        say("office.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        say("office.staff.summary"),
        say(
            settings.flag(WITH_A_COLLEAGUE)
                ? "office.staff.in-practice-two"
                : "office.staff.in-practice",
            "minutes",
            minutes(settings)));
  }

  private static String minutes(Settings settings) {
    return Long.toString(settings.duration(LONGEST).toMinutes());
  }
}
