package org.evenhand.restrictions.internal.types;

import static org.evenhand.rules.LineCode.ADVICE;
import static org.evenhand.rules.LineCode.ASK;
import static org.evenhand.rules.LineCode.DECLINED;
import static org.evenhand.rules.LineCode.LISTEN_FOR_NEWS;
import static org.evenhand.rules.LineCode.READ_THEN_PASS_ON;
import static org.evenhand.rules.LineCode.REDIRECTED;
import static org.evenhand.rules.LineCode.REQUIRED;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.ContactVector;
import org.evenhand.kit.RestrictionTypeContractTests;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.Upgrade;
import org.evenhand.spi.WeeklySlots;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The built-in types keep the contract that plugins' types keep, under a borrowed namespace: the
 * contract asks plugins to stay out of the house's own.
 */
class BuiltInTypesContractTests {

  private static final Ref MATTER = Ref.matter(new UUID(7, 7));
  private static final Ref OTHER_MATTER = Ref.matter(new UUID(7, 8));
  private static final Ref OFFICER = Ref.officer(new UUID(1, 1));
  private static final Ref DEPUTY = Ref.officer(new UUID(1, 2));
  private static final Ref HALL = Ref.building(new UUID(2, 1));
  private static final Ref LIBRARY = Ref.building(new UUID(2, 2));

  private abstract static class Contract extends RestrictionTypeContractTests {
    private final RestrictionType type;

    Contract(RestrictionType type) {
      this.type = type;
    }

    @Override
    protected RestrictionType type() {
      return new Borrowed(type);
    }
  }

  private static ContactFacts by(Channel channel, int hour) {
    return ContactFacts.ordinary(
            LocalDate.of(2026, 11, 24)
                .atTime(hour, 30)
                .atZone(java.time.ZoneId.of("Europe/London"))
                .toInstant(),
            channel)
        .build();
  }

  @Nested
  @DisplayName("P8.3.1 the HAT policy tells staff how to stay safe, and turns nobody away")
  class HatPolicyContract extends Contract {
    private final Settings settings =
        Settings.of("hat-reference", new SettingValue.TextValue("HAT-17"))
            .with("advice", new SettingValue.LongTextValue("Stay near the door."))
            .with("officers-in-person", new SettingValue.NumberValue(BigDecimal.TWO));

    HatPolicyContract() {
      super(new HatPolicy());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call goes on, with the advice",
              settings,
              by(Channel.PHONE, 10),
              Verdict.ALLOWED,
              ADVICE),
          ContactVector.of(
              "a visit needs two",
              settings,
              by(Channel.HOME_VISIT, 10),
              Verdict.ALLOWED_WITH_CONDITIONS,
              REQUIRED));
    }
  }

  @Nested
  @DisplayName("P8.3.2 outside the slot: decline and give the slot")
  class TimeSlotContract extends Contract {
    private final Settings settings =
        Settings.of(
                "slots",
                new SettingValue.WeeklySlotsValue(
                    WeeklySlots.on(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(12, 0))))
            .with("channels", new SettingValue.ChannelSetValue(Set.of(Channel.PHONE)));

    TimeSlotContract() {
      super(new TimeSlot());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<Settings> refused() {
      return List.of(
          settings.with(
              "slots",
              new SettingValue.WeeklySlotsValue(
                  WeeklySlots.on(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(10, 10)))));
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call in the slot is taken", settings, by(Channel.PHONE, 10), Verdict.ALLOWED),
          ContactVector.of(
              "a call outside it is not",
              settings,
              by(Channel.PHONE, 15),
              Verdict.DECLINE_THIS_CONTACT,
              DECLINED),
          ContactVector.of(
              "a letter is not about slots", settings, by(Channel.LETTER, 15), Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName("P8.3.3, T12 exactly one medium; others are pointed at it")
  class OneMediumContract extends Contract {
    private final Settings settings =
        Settings.of("medium", new SettingValue.ChannelSetValue(Set.of(Channel.EMAIL)));

    OneMediumContract() {
      super(new OneMedium());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "the medium itself is open", settings, by(Channel.EMAIL, 10), Verdict.ALLOWED),
          ContactVector.of(
              "a call is pointed at it",
              settings,
              by(Channel.PHONE, 10),
              Verdict.REDIRECT,
              REDIRECTED),
          ContactVector.of(
              "a letter is read all the same",
              settings,
              by(Channel.LETTER, 10),
              Verdict.REDIRECT,
              READ_THEN_PASS_ON));
    }
  }

  @Nested
  @DisplayName("P8.3.4 face to face only with a witness, in a suitable place")
  class WitnessContract extends Contract {
    private final Settings settings =
        Settings.of("officers", new SettingValue.NumberValue(BigDecimal.TWO))
            .with("places", new SettingValue.BuildingSetValue(Set.of(HALL)));

    WitnessContract() {
      super(new WitnessPresent());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a meeting needs the witness",
              settings,
              by(Channel.FACE_TO_FACE, 10),
              Verdict.ALLOWED_WITH_CONDITIONS,
              REQUIRED),
          ContactVector.of("a call does not", settings, by(Channel.PHONE, 10), Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName(
      "P8.3.5, T13 one decided matter; anything new is heard, anything else taken as usual")
  class NoSameMatterContract extends Contract {
    private final Settings settings = Settings.of("matter", new SettingValue.MatterValue(MATTER));

    NoSameMatterContract() {
      super(new NoSameMatter());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      ContactFacts same = by(Channel.PHONE, 10).but().matter(MATTER).build();
      return List.of(
          ContactVector.of(
              "the same matter: ask for news first",
              settings,
              same,
              Verdict.ALLOWED_WITH_CONDITIONS,
              ASK,
              LISTEN_FOR_NEWS),
          ContactVector.of(
              "with news it goes on",
              settings,
              same.but().newInformation(true).build(),
              Verdict.ALLOWED),
          ContactVector.of(
              "without, it is not registered",
              settings,
              same.but().newInformation(false).build(),
              Verdict.DECLINE_THIS_CONTACT,
              DECLINED),
          ContactVector.of(
              "another matter is taken",
              settings,
              by(Channel.PHONE, 10).but().matter(OTHER_MATTER).build(),
              Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName("P8.3.6 a live contact without news ends courteously; what is written is read")
  class EndContactContract extends Contract {
    private final Settings settings =
        Settings.of("matter", new SettingValue.MatterValue(MATTER))
            .with("state", new SettingValue.ChoiceValue("being-investigated"));

    EndContactContract() {
      super(new EndContact());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call without news ends",
              settings,
              by(Channel.PHONE, 10).but().matter(MATTER).newInformation(false).build(),
              Verdict.DECLINE_THIS_CONTACT,
              DECLINED),
          ContactVector.of(
              "a letter is read",
              settings,
              by(Channel.LETTER, 10).but().matter(MATTER).newInformation(false).build(),
              Verdict.ALLOWED,
              ADVICE));
    }
  }

  @Nested
  @DisplayName("P8.3.7 a meeting helps and narrows nothing")
  class MeetingContract extends Contract {
    private final Settings settings =
        Settings.of("on", new SettingValue.DateValue(LocalDate.of(2026, 12, 7)))
            .with("at", new SettingValue.TextValue("10:30"))
            .with("where", new SettingValue.BuildingSetValue(Set.of(HALL)))
            .with("officer", new SettingValue.OfficerValue(OFFICER))
            .with("explanation", new SettingValue.LongTextValue("The desk had to be closed."))
            .with("outcome", new SettingValue.LongTextValue("A contact officer was agreed."));

    MeetingContract() {
      super(new ResolutionMeeting());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "who asks for the officer is told of it",
              settings,
              by(Channel.PHONE, 10).but().officer(OFFICER).build(),
              Verdict.ALLOWED,
              ADVICE));
    }
  }

  @Nested
  @DisplayName("P8.3.8 the policy shared with a warning changes nothing at the desk")
  class WarningContract extends Contract {
    private final Settings settings =
        Settings.of("version", new SettingValue.TextValue("1.4"))
            .with("how", new SettingValue.ChoiceValue("with-letter"))
            .with("conduct", new SettingValue.LongTextValue("Remarks at the desk on 3 November."))
            .with("what-follows", new SettingValue.LongTextValue("We may set times for calls."));

    WarningContract() {
      super(new PolicySharedWithWarning());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of("a call goes on", settings, by(Channel.PHONE, 10), Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName("P8.3.9 a strategy meeting is among departments")
  class StrategyMeetingContract extends Contract {
    private final Settings settings =
        Settings.of(
                "departments",
                new SettingValue.ListValue(
                    List.of(
                        new SettingValue.ServiceAreaValue(Ref.serviceArea("housing")),
                        new SettingValue.ServiceAreaValue(Ref.serviceArea("leisure")))))
            .with("on", new SettingValue.DateValue(LocalDate.of(2026, 12, 7)))
            .with("approach", new SettingValue.LongTextValue("One answer from housing."));

    StrategyMeetingContract() {
      super(new StrategyMeeting());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of("a call goes on", settings, by(Channel.PHONE, 10), Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName("P8.3.10, T14 a contact officer with a deputy: offered, or the only way")
  class SpocContract extends Contract {
    private final Settings only =
        Settings.of("officer", new SettingValue.OfficerValue(OFFICER))
            .with("deputy", new SettingValue.OfficerValue(DEPUTY))
            .with("way", new SettingValue.ChoiceValue("only"))
            .with(
                "endpoint",
                new SettingValue.EndpointValue(Ref.endpoint("service-area/housing/telephone")));
    private final Settings offered =
        only.with("way", new SettingValue.ChoiceValue("offered"))
            .with("answer-within", new SettingValue.NumberValue(BigDecimal.valueOf(3)));

    SpocContract() {
      super(new SinglePointOfContact());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(only, offered);
    }

    @Override
    protected List<Settings> refused() {
      return List.of(only.with("deputy", new SettingValue.OfficerValue(OFFICER)));
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "others put through", only, by(Channel.PHONE, 10), Verdict.REDIRECT, REDIRECTED),
          ContactVector.of(
              "the deputy answers",
              only,
              by(Channel.PHONE, 10).but().officer(DEPUTY).build(),
              Verdict.ALLOWED),
          ContactVector.of(
              "offered as help, everybody still answers",
              offered,
              by(Channel.PHONE, 10),
              Verdict.ALLOWED,
              ADVICE));
    }
  }

  @Nested
  @DisplayName("P8.3.11 help to find an advocate, who acts only with consent")
  class AdvocateContract extends Contract {
    private final Settings settings =
        Settings.of("need", new SettingValue.LongTextValue("Finds forms hard"))
            .with("advocate", new SettingValue.PartyValue(Ref.party("Voices of Tamworth")))
            .with("consent", new SettingValue.FlagValue(true));

    AdvocateContract() {
      super(new IndependentAdvocate());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<Settings> refused() {
      return List.of(settings.without("consent"));
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call goes on", settings, by(Channel.PHONE, 10), Verdict.ALLOWED, ADVICE));
    }
  }

  @Nested
  @DisplayName("P8.3.12, T25 an agreement of free will, that only ever advises")
  class AgreementContract extends Contract {
    private final Settings settings =
        Settings.of("terms", new SettingValue.LongTextValue("One call on Mondays"))
            .with("signed-on", new SettingValue.DateValue(LocalDate.of(2026, 11, 2)))
            .with("consent", new SettingValue.FlagValue(true));

    AgreementContract() {
      super(new VoluntaryAgreement());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<Settings> refused() {
      return List.of(settings.with("consent", new SettingValue.FlagValue(false)));
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call on another day goes on",
              settings,
              by(Channel.PHONE, 10),
              Verdict.ALLOWED,
              ADVICE));
    }
  }

  @Nested
  @DisplayName("P8.3.13, F8 named buildings, but never to vote or to attend a public meeting")
  class ExclusionContract extends Contract {
    private final Settings settings =
        Settings.of("buildings", new SettingValue.BuildingSetValue(Set.of(HALL)));

    ExclusionContract() {
      super(new BuildingExclusion());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings);
    }

    @Override
    protected List<ContactVector> vectors() {
      ContactFacts there = by(Channel.FACE_TO_FACE, 10).but().building(HALL).build();
      return List.of(
          ContactVector.of(
              "not in the building", settings, there, Verdict.DECLINE_THIS_CONTACT, DECLINED),
          ContactVector.of(
              "in another one as usual",
              settings,
              by(Channel.FACE_TO_FACE, 10).but().building(LIBRARY).build(),
              Verdict.ALLOWED),
          ContactVector.of(
              "to vote", settings, there.but().topic("elections").build(), Verdict.ALLOWED),
          ContactVector.of(
              "to a public meeting",
              settings,
              there.but().topic("public-meetings").build(),
              Verdict.ALLOWED));
    }
  }

  @Nested
  @DisplayName("P9.1 anything else, described, that turns nobody away")
  class OtherContract extends Contract {
    private final Settings settings =
        Settings.of("description", new SettingValue.LongTextValue("Meet on the ground floor."))
            .with("why-no-listed-type", new SettingValue.LongTextValue("None is about floors."))
            .with("weight", new SettingValue.ChoiceValue("required"));

    OtherContract() {
      super(new OtherAction());
    }

    @Override
    protected List<Settings> examples() {
      return List.of(settings, settings.with("weight", new SettingValue.ChoiceValue("advised")));
    }

    @Override
    protected List<ContactVector> vectors() {
      return List.of(
          ContactVector.of(
              "a call goes on under the condition",
              settings,
              by(Channel.PHONE, 10),
              Verdict.ALLOWED_WITH_CONDITIONS));
    }
  }

  /** The same type under an id that the contract accepts. */
  private record Borrowed(RestrictionType type) implements RestrictionType {
    @Override
    public TypeId id() {
      return TypeId.of("borrowed." + type.id().name());
    }

    @Override
    public Texts name() {
      return type.name();
    }

    @Override
    public Texts description() {
      return type.description();
    }

    @Override
    public Set<Nature> natures() {
      return type.natures();
    }

    @Override
    public Axis axis() {
      return type.axis();
    }

    @Override
    public Appealability appealability() {
      return type.appealability();
    }

    @Override
    public AuthorityAction authority() {
      return type.authority();
    }

    @Override
    public Period reviewInterval() {
      return type.reviewInterval();
    }

    @Override
    public Set<TypeId> conflicts() {
      return type.conflicts();
    }

    @Override
    public List<SettingDescriptor> settings() {
      return type.settings();
    }

    @Override
    public int settingsVersion() {
      return type.settingsVersion();
    }

    @Override
    public List<SettingProblem> validate(Settings settings) {
      return type.validate(settings);
    }

    @Override
    public Assessment assess(Settings settings, AssessmentFacts facts) {
      return type.assess(settings, facts);
    }

    @Override
    public List<Rule> compile(Settings settings) {
      return type.compile(settings);
    }

    @Override
    public LetterWording letter(Settings settings) {
      return type.letter(settings);
    }

    @Override
    public StaffWording staffWording(Settings settings) {
      return type.staffWording(settings);
    }

    @Override
    public Upgrade upgrade(int fromVersion, Settings settings) {
      return type.upgrade(fromVersion, settings);
    }
  }
}
