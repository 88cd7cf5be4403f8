package org.evenhand.plugins.wastesites;

import static org.evenhand.plugins.wastesites.SiteWords.say;

import java.math.BigDecimal;
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
import org.evenhand.spi.Speaker;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * The customer visits certain recycling sites with a booking, so many times a week, and where that
 * was decided in certain slots (P9.1). It binds the person who booked, whose booking and name are
 * looked at; a number plate is never asked for, for a vehicle says nothing about who drives it
 * (T21). Whoever else sits in it, or brings waste for the customer, uses the site as anybody does
 * (T16).
 */
@Extension
public final class BookedVisits implements RestrictionType {

  static final String SITES = "sites";
  static final String VISITS = "visits-a-week";
  static final String SLOTS = "slots";

  private static final Set<Channel> TO_BOOK =
      EnumSet.of(Channel.PHONE, Channel.EMAIL, Channel.LETTER, Channel.WEB_FORM, Channel.PORTAL);

  @Override
  public TypeId id() {
    return TypeId.of("waste-sites.booked-visits");
  }

  @Override
  public Texts name() {
    return say("booked.name");
  }

  @Override
  public Texts description() {
    return say("booked.description");
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
            Field.required(SITES, say("sites")).help(say("sites.help")), 1, 20),
        new SettingDescriptor.NumberSetting(
            Field.required(VISITS, say("booked.visits"))
                .help(say("booked.visits.help"))
                .defaultValue(new SettingValue.NumberValue(BigDecimal.ONE)),
            BigDecimal.ONE,
            BigDecimal.valueOf(7),
            true),
        new SettingDescriptor.WeeklySlotsSetting(
            Field.of(SLOTS, say("booked.slots")).help(say("booked.slots.help"))));
  }

  @Override
  public int settingsVersion() {
    return 1;
  }

  /** F3: whoever has no way to book is not asked to. */
  @Override
  public Assessment assess(Settings settings, AssessmentFacts facts) {
    return facts.unusableChannels().containsAll(TO_BOOK)
        ? Assessment.refused("cannot-book", say("booked.refused.cannot-book"))
        : Assessment.accepted();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Condition visit =
        Condition.allOf(
            Condition.inbound(),
            new Condition.SpeakerIn(Set.of(Speaker.REPRESENTATIVE), true),
            Condition.channelIn(Channel.FACE_TO_FACE),
            Condition.buildingIn(settings.buildings(SITES).toArray(Ref[]::new)));
    var rules = new ArrayList<Rule>();
    rules.add(
        new Rule(
            "booked",
            visit,
            new Effect.Require(
                List.of(new Requirement.Booking()), say("booked.note", "visits", visits(settings))),
            SiteWords.rule("booked.rule"),
            Citation.policy("9.1"),
            RuleSource.POLICY));
    if (settings.has(SLOTS)) {
      rules.add(
          new Rule(
              "outside-the-slots",
              Condition.allOf(visit, Condition.not(Condition.within(settings.weeklySlots(SLOTS)))),
              Effect.decline(),
              SiteWords.rule("booked.outside"),
              Citation.policy("9.1"),
              RuleSource.POLICY));
    }
    return List.copyOf(rules);
  }

  @Override
  public LetterWording letter(Settings settings) {
    return new LetterWording(
        say("booked.letter.what", "visits", visits(settings)),
        say("letter.where"),
        settings.has(SLOTS) ? say("booked.letter.when") : Texts.none(),
        say("booked.letter.still-served"),
        say("booked.letter.ends-sooner"));
  }

  @Override
  public StaffWording staffWording(Settings settings) {
    return new StaffWording(
        say("booked.staff.summary", "visits", visits(settings)), say("booked.staff.in-practice"));
  }

  /** In words that fit a letter: one booking, or so many. */
  private static String visits(Settings settings) {
    int number = settings.integer(VISITS);
    return number == 1 ? "one booking" : number + " bookings";
  }
}
