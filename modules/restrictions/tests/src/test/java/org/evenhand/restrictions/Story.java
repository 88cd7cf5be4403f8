package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.PolicyShareMethod;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.PolicyToShare;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.Considering;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.Impact;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Finding;
import org.evenhand.policy.MakingPolicy;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyDraft;
import org.evenhand.policy.PolicyPublication;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.WeeklySlots;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The council, its policy and what happened, for the tests of this module; one context for all. */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(Story.StandingClock.class)
abstract class Story {

  static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  static final ServiceAreaCode LEISURE = new ServiceAreaCode("leisure");

  static final TypeId TIME_SLOT = TypeId.builtIn("time-slot");
  static final TypeId ONE_MEDIUM = TypeId.builtIn("one-medium");
  static final TypeId SPOC = TypeId.builtIn("single-point-of-contact");
  static final TypeId EXCLUSION = TypeId.builtIn("building-exclusion");
  static final TypeId HAT = TypeId.builtIn("hat-policy");

  @TestConfiguration
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(MONDAY_TEN);
    }
  }

  @Autowired GraphQlTester graphQl;
  @Autowired TestClock clock;
  @Autowired ImposingRestrictions imposing;
  @Autowired StandingFaults standingFaults;
  @Autowired LiftingRestrictions lifting;
  @Autowired ChangingRestrictions changing;
  @Autowired ReviewingRestrictions reviewing;
  @Autowired Breaches breaches;
  @Autowired RestrictionsOnAppeal onAppeal;
  @Autowired IssuingNotices issuing;
  @Autowired Restrictions restrictions;
  @Autowired FrontDesk frontDesk;
  @Autowired Notices notices;
  @Autowired Considering considering;
  @Autowired Considerations considerations;
  @Autowired Duties duties;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired PolicyShares policyShares;
  @Autowired ServiceAreas serviceAreas;
  @Autowired Buildings buildings;
  @Autowired Officers officers;
  @Autowired RegisteringCustomers registering;
  @Autowired Customers customers;
  @Autowired ReportingConcerns reporting;
  @Autowired RecordingMatters recordingMatters;
  @Autowired LoggingContacts logging;
  @Autowired DecidingAdjustments adjusting;
  @Autowired Incidents incidents;
  @Autowired CurrentActor currentActor;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private static int people;

  @BeforeEach
  void theCouncil() {
    clock.set(MONDAY_TEN);
    if (policies.inForce(MONDAY_TEN).isEmpty()) {
      As.headOfCustomerServices()
          .run(
              () -> {
                place("housing");
                place("leisure");
                building("town-hall", null, false);
                building("housing-office", "housing", false);
                building("leisure-centre", "leisure", false);
                building("tower-block", "housing", true);
                officer("spoc-1", "Sam Contact", "01827 709111");
                officer("spoc-2", "Dana Deputy", "01827 709112");
                officer("spoc-3", "Mo Moving", "01827 709114");
                officer("officer-1", "Olive Officer", null);
                adoptPolicy();
              });
    }
  }

  // The council

  private void place(String code) {
    done(
        () ->
            serviceAreas.record(
                new ServiceAreaToRecord(
                    null,
                    code,
                    "The " + code,
                    null,
                    null,
                    "01827 709000",
                    code + "@example.org",
                    null),
                currentActor.get(),
                clock.instant()));
  }

  private void building(String code, @Nullable String area, boolean homes) {
    done(
        () ->
            buildings.record(
                new BuildingToRecord(
                    null,
                    code,
                    "The " + code,
                    "1 High Street",
                    area,
                    homes ? List.of(new BuildingView.Zone("stairs", "Stairs", true)) : List.of(),
                    List.of(),
                    homes,
                    code.equals("town-hall"),
                    code.equals("town-hall"),
                    null),
                currentActor.get(),
                clock.instant()));
  }

  private void officer(String actor, String name, @Nullable String telephone) {
    done(
        () ->
            officers.record(
                new OfficerToRecord(
                    null, actor, name, "Adviser", null, telephone, null, null, List.of(), null),
                currentActor.get(),
                clock.instant()));
  }

  private void adoptPolicy() {
    PolicyVersionView draft =
        done(
            () ->
                makingPolicy.draft(
                    PolicyDraft.of(
                        "test-1",
                        ChangeKind.CREATION,
                        PolicyDocument.of(
                            "Contact policy for tests",
                            List.of(new PolicySection("1", "Purpose", "To treat people fairly.")))),
                    currentActor.get(),
                    clock.instant()));
    for (Finding finding : draft.findings()) {
      done(
          () ->
              makingPolicy.acceptFinding(
                  draft.id(),
                  null,
                  finding.code(),
                  finding.clause(),
                  "Not what these tests are about.",
                  currentActor.get(),
                  clock.instant()));
    }
    done(
        () ->
            makingPolicy.publish(
                new PolicyPublication(draft.id(), null, null, true, "For the tests."),
                currentActor.get(),
                clock.instant()));
  }

  Ref buildingRef(String code) {
    return Ref.building(buildings.find(code).orElseThrow().id().value());
  }

  OfficerView officer(String actor) {
    return officers.find(new ActorId(actor)).orElseThrow();
  }

  // People

  /** Somebody with a telephone of their own and a date of birth. */
  CustomerView customer(String name) {
    return customer(name, LocalDate.of(1980, 5, 17), nextTelephone());
  }

  static synchronized String nextTelephone() {
    people++;
    return "077009" + String.format("%05d", people);
  }

  CustomerView customer(String name, @Nullable LocalDate born, String telephone) {
    return register(
        CustomerKind.INDIVIDUAL,
        name,
        born,
        List.of(
            new IdentifierGiven(IdentifierKind.TELEPHONE, telephone, null, Confidence.CONFIRMED)));
  }

  CustomerView register(
      CustomerKind kind, String name, @Nullable LocalDate born, List<IdentifierGiven> known) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                kind,
                                name,
                                born,
                                false,
                                known,
                                Circumstances.NONE_KNOWN,
                                null,
                                null,
                                List.of()),
                            currentActor.get(),
                            clock.instant())));
  }

  static String telephone(CustomerView customer) {
    return customer.identifiers().getFirst().shown();
  }

  // Conduct

  ConcernView accepted(CustomerId customer, boolean tested) {
    return accepted(customer, tested, MONDAY.minusDays(3));
  }

  ConcernView accepted(CustomerId customer, boolean tested, LocalDate last) {
    ConcernView concern =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            reporting.report(
                                new ReportingConcerns.ConcernToReport(
                                    customer,
                                    null,
                                    SubjectCapacity.CUSTOMER,
                                    HOUSING,
                                    "Offensive remarks at the desk",
                                    List.of(
                                        remarks(MONDAY.minusDays(30), tested),
                                        remarks(last, tested))),
                                currentActor.get(),
                                clock.instant())));
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        reporting.triage(
                            new ReportingConcerns.Triage(
                                concern.id(),
                                concern.version(),
                                TriageOutcome.ACCEPT,
                                null,
                                concern.subjectCapacity(),
                                null,
                                null,
                                "Thank you, we look into it."),
                            currentActor.get(),
                            clock.instant())));
  }

  private static ReportingConcerns.IncidentToRecord remarks(LocalDate day, boolean tested) {
    return new ReportingConcerns.IncidentToRecord(
        day,
        null,
        Channel.FACE_TO_FACE,
        null,
        List.of("OFFENSIVE_REMARKS"),
        null,
        null,
        Set.of(Affected.STAFF),
        null,
        new Impact(40, true, true, false, null),
        false,
        "Called the officer names and blocked the desk.",
        SourceGrade.FIRST_HAND,
        Confidence.CONFIRMED,
        tested,
        null,
        Set.of(),
        null);
  }

  ConsiderationView considered(CustomerView customer) {
    return considered(customer, true);
  }

  ConsiderationView considered(CustomerView customer, boolean tested) {
    ConcernView concern = accepted(customer.id(), tested);
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        considering.open(
                            new Considering.Open(
                                customer.id(),
                                HOUSING,
                                Set.of(),
                                Set.of(),
                                false,
                                null,
                                Set.of(concern.id()),
                                Set.of(),
                                List.of(),
                                "Offensive remarks, twice"))));
  }

  /** Everything done that a designation with restrictive action asks for. */
  void prepare(ConsiderationView consideration) {
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.advise(
                            new Considering.Advise(
                                consideration.id(), AdviceKind.CONSIDERED, null, null))));
    prepareFurther(consideration);
  }

  /** The same where the Head of Customer Services knows of it already. */
  void prepareFurther(ConsiderationView consideration) {
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      policyShares.share(
                          new PolicyToShare(
                              consideration.customerId().value(),
                              null,
                              PolicyShareMethod.EXPLAINED,
                              clock.instant(),
                              "If it goes on, contact may be arranged differently.")));
              for (CheckKind kind : CheckKind.values()) {
                done(
                    () ->
                        considering.recordCheck(
                            new Considering.RecordCheck(
                                consideration.id(),
                                kind,
                                CheckAnswer.SATISFIED,
                                "Repairs log",
                                null,
                                new ActorId("repairs-1"),
                                null)));
              }
              done(
                  () ->
                      considering.recordRepresentation(
                          new Considering.RecordRepresentation(
                              consideration.id(),
                              RepresentationKind.RECEIVED,
                              MONDAY,
                              null,
                              "I was upset about the tap",
                              null,
                              null)));
              done(
                  () ->
                      considering.assess(
                          new Considering.Assess(
                              consideration.id(),
                              CouldArise.NO,
                              "No need known; none asked for",
                              Set.of(),
                              "Lives alone; nobody else is affected",
                              null,
                              List.of(),
                              null)));
            });
  }

  ConsiderationView determined(CustomerView customer) {
    ConsiderationView consideration = considered(customer);
    prepare(consideration);
    return determine(consideration, Category.UNREASONABLE, null, true);
  }

  ConsiderationView determine(
      ConsiderationView consideration,
      Category category,
      @Nullable String manner,
      boolean restrictiveAllowed) {
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        considering.determine(
                            new Considering.Determine(
                                consideration.id(),
                                category,
                                category == Category.PERSISTENT_WITH_CAUSE
                                    ? GrievanceFinding.JUSTIFIED
                                    : GrievanceFinding.NOT_JUSTIFIED,
                                "The repairs log",
                                category != Category.NOT_UNREASONABLE,
                                "Two officers could not serve others for forty minutes",
                                ConductPattern.ISOLATED,
                                null,
                                manner,
                                restrictiveAllowed,
                                "The remarks were offensive and the desk had to be closed",
                                null))));
  }

  MatterView matter(CustomerView customer, String reference, boolean concluded, boolean missed) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        recordingMatters.record(
                            new RecordingMatters.MatterToRecord(
                                null,
                                null,
                                customer.id(),
                                reference,
                                "repairs",
                                "The tap",
                                HOUSING,
                                MONDAY.minusDays(40),
                                missed,
                                concluded ? MONDAY.minusDays(50) : null,
                                concluded ? new ActorId("repairs-1") : null,
                                concluded ? MONDAY.minusDays(49) : null),
                            currentActor.get(),
                            clock.instant())));
  }

  // Actions

  static Settings slots() {
    return slots(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
  }

  static Settings slots(DayOfWeek... days) {
    return Settings.of(
        "slots",
        new SettingValue.WeeklySlotsValue(
            WeeklySlots.on(List.of(days), LocalTime.of(10, 0), LocalTime.of(12, 0))));
  }

  static Settings medium(Channel... media) {
    return Settings.of("medium", new SettingValue.ChannelSetValue(Set.of(media)));
  }

  Settings excludedFrom(String... codes) {
    return Settings.of(
        "buildings",
        new SettingValue.BuildingSetValue(
            java.util.Arrays.stream(codes)
                .map(this::buildingRef)
                .collect(java.util.stream.Collectors.toSet())));
  }

  Settings spoc(String way) {
    return spoc(way, "spoc-1");
  }

  Settings spoc(String way, String officer) {
    return Settings.of(
            "officer", new SettingValue.OfficerValue(Ref.officer(officer(officer).id().value())))
        .with("deputy", new SettingValue.OfficerValue(Ref.officer(officer("spoc-2").id().value())))
        .with("way", new SettingValue.ChoiceValue(way));
  }

  /** A restrictive action for housing, until three months from now, with all its reasons. */
  static Draft action(ConsiderationView consideration, TypeId type, Settings settings) {
    return new Draft(consideration, type, settings);
  }

  /** An action as it is being drafted; each test changes what it is about. */
  static final class Draft {
    private final ConsiderationView consideration;
    private final TypeId type;
    private final Settings settings;
    private Nature nature = Nature.RESTRICTIVE;
    private int version = 1;
    private ActionScope scope = new ActionScope(Set.of(HOUSING), false);
    private Reasons reasons =
        new Reasons(
            "Offensive remarks at the desk on two days",
            "Officers were distressed and the desk was closed for forty minutes",
            "It keeps contact calm",
            "A warning was given and did not help");
    private Answering answering = Answering.MANNER;
    private String endsSooner = "Three months of contact without such remarks";
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn = MONDAY.plusMonths(3);
    private boolean permanent;
    private @Nullable String extreme;
    private @Nullable String longer;
    private @Nullable LocalDate reviewOn;
    private boolean emergency;
    private @Nullable String emergencyReason;
    private @Nullable CustomerId customer;

    private Draft(ConsiderationView consideration, TypeId type, Settings settings) {
      this.consideration = consideration;
      this.type = type;
      this.settings = settings;
    }

    Draft nature(Nature value) {
      nature = value;
      return this;
    }

    Draft formVersion(int value) {
      version = value;
      return this;
    }

    Draft scope(boolean whole, ServiceAreaCode... areas) {
      scope = new ActionScope(Set.of(areas), whole);
      return this;
    }

    Draft reasons(Reasons value) {
      reasons = value;
      return this;
    }

    Draft answering(Answering value) {
      answering = value;
      return this;
    }

    Draft startsOn(@Nullable LocalDate day) {
      startsOn = day;
      return this;
    }

    Draft endsOn(@Nullable LocalDate day) {
      endsOn = day;
      return this;
    }

    Draft longerBecause(String reason) {
      longer = reason;
      return this;
    }

    Draft permanent(@Nullable String reason) {
      permanent = true;
      endsOn = null;
      extreme = reason;
      return this;
    }

    Draft reviewOn(LocalDate day) {
      reviewOn = day;
      return this;
    }

    Draft emergency(@Nullable String reason) {
      emergency = true;
      nature = Nature.SAFETY;
      emergencyReason = reason;
      return this;
    }

    Draft endsSooner(String words) {
      endsSooner = words;
      return this;
    }

    Draft customer(CustomerId value) {
      customer = value;
      return this;
    }

    RestrictionToImpose proposed() {
      return new RestrictionToImpose(
          consideration.id(),
          customer,
          type,
          nature,
          settings,
          version,
          scope,
          reasons,
          answering,
          endsSooner,
          startsOn,
          endsOn,
          permanent,
          extreme,
          longer,
          reviewOn,
          emergency,
          emergencyReason);
    }
  }

  RestrictionView imposed(Draft draft) {
    return As.headOfService("housing").call(() -> done(() -> imposing.impose(draft.proposed())));
  }

  List<String> refusedAs(As seat, Draft draft) {
    return seat.call(() -> refused(() -> imposing.impose(draft.proposed())));
  }

  List<String> refusedFor(Draft draft) {
    return refusedAs(As.headOfService("housing"), draft);
  }

  NoticeView issued(ConsiderationView consideration) {
    return As.headOfService("housing").call(() -> done(() -> issuing.issue(notice(consideration))));
  }

  NoticeToWrite notice(ConsiderationView consideration) {
    return new NoticeToWrite(
        consideration.id(),
        null,
        null,
        null,
        Set.of(Ombudsman.LOCAL_GOVERNMENT),
        new PlannedService(ServiceMethod.HAND, today(), "At the desk"),
        Language.ENGLISH);
  }

  NoticeView served(NoticeView notice) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND,
                                clock.instant(),
                                ServiceOutcome.SENT,
                                null,
                                "Handed over at the desk"))));
  }

  /** Imposed, told by hand and in force at once. */
  RestrictionView inForce(Draft draft) {
    RestrictionView imposed = imposed(draft);
    served(issued(considerations.find(imposed.considerationId()).orElseThrow()));
    return restrictions.find(imposed.id()).orElseThrow();
  }

  LocalDate today() {
    return clock.instant().atZone(java.time.ZoneId.of("Europe/London")).toLocalDate();
  }

  List<String> openDuties(RestrictionView view) {
    return duties.openFor(view.id().value()).stream().map(DutyView::kind).toList();
  }

  /** An appeal's letter, as the module that keeps appeals has it written. */
  NoticeView letter(CustomerView customer, ConsiderationView consideration) {
    return As.headOfCustomerServices()
        .call(
            () ->
                done(
                    () ->
                        notices.issue(
                            new NoticeToIssue(
                                NoticeKind.APPEAL_OUTCOME,
                                customer.id().value(),
                                customer.name(),
                                consideration.id().value(),
                                policies.inForce(clock.instant()).orElseThrow().id().value(),
                                false,
                                false,
                                new NoticeParts(
                                    "What became of your appeal",
                                    List.of(),
                                    "In the ways that are open to everybody",
                                    null,
                                    "You appealed already",
                                    Set.of(Ombudsman.LOCAL_GOVERNMENT),
                                    "You can ask what we hold about you",
                                    "Tell us if you need this in another form"),
                                new PlannedService(ServiceMethod.HAND, today(), "At the desk"),
                                currentActor.get().id(),
                                Language.ENGLISH))));
  }

  // The contact check, through the API

  static Map<String, Object> twoIdentifiers(CustomerView customer) {
    return Map.of("reference", customer.reference(), "telephone", telephone(customer));
  }

  /** A call by the customer about nothing protected, in housing. */
  static Map<String, Object> call(CustomerView customer) {
    return contact(twoIdentifiers(customer), Channel.PHONE);
  }

  static Map<String, Object> contact(Map<String, Object> identity, Channel channel) {
    var input = new HashMap<String, Object>();
    input.put("identity", identity);
    input.put("channel", channel.name());
    input.put("speaker", "SELF");
    input.put("topic", "other");
    input.put("serviceArea", "housing");
    return input;
  }

  static Map<String, Object> with(Map<String, Object> input, String key, Object value) {
    var changed = new HashMap<>(input);
    changed.put(key, value);
    return changed;
  }

  static final String CHECK =
      """
      query($input: ContactCheckInput!) {
        contactCheck(input: $input) {
          verdict asOf policyVersion appealPending reviewOverdue nextOpening
          identity { confirmed ask customer { id } lines { code } }
          danger { code } topic { code text { value } } adjustments { code instructions { value } }
          precautions { code marker instructions { value } }
          conditions {
            code text { value lang } instructions { value }
            because { restriction rule source clause noticeReference }
            next answerBy requirement number question fact
            reach { kind channel name reachAt available deputyName deputyAvailable }
          }
          contactOfficer { name deputyName available }
          wordsToSay { value lang } nextSteps { code text { value } } guidance { code }
        }
      }
      """;

  GraphQlTester.Response check(As seat, Map<String, Object> input) {
    return seat.call(() -> graphQl.document(CHECK).variable("input", input).execute());
  }

  GraphQlTester.Response check(Map<String, Object> input) {
    return check(As.officer("housing"), input);
  }

  static String verdict(GraphQlTester.Response response) {
    return response.path("contactCheck.verdict").entity(String.class).get();
  }

  static List<String> codes(GraphQlTester.Response response, String part) {
    return response.path("contactCheck." + part + "[*].code").entityList(String.class).get();
  }

  /** An agreed adjustment: this channel cannot be used; or large print, which closes none. */
  void adjusted(CustomerView customer, Channel... unusable) {
    var asked =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            adjusting.request(
                                new DecidingAdjustments.AdjustmentToRequest(
                                    customer.id(),
                                    AdjustmentCode.LARGE_PRINT,
                                    null,
                                    Set.of(),
                                    Set.of(unusable),
                                    MONDAY),
                                currentActor.get(),
                                clock.instant())));
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        adjusting.decide(
                            new DecidingAdjustments.AdjustmentDecision(
                                asked.id(), asked.version(), true, "Agreed"),
                            currentActor.get(),
                            clock.instant())));
  }

  // Small things

  static String gid(String type, UUID id) {
    return GlobalId.of(type, id);
  }

  <T> T done(Supplier<Outcome<T>> act) {
    Outcome<T> outcome = transactions.execute(status -> act.get());
    assertThat(outcome.refusals()).isEmpty();
    return Objects.requireNonNull(outcome.orNull());
  }

  <T> List<String> refused(Supplier<Outcome<T>> act) {
    return refusals(act).stream().map(Refusal::code).toList();
  }

  <T> List<Refusal> refusals(Supplier<Outcome<T>> act) {
    Outcome<T> outcome =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return act.get();
            });
    return outcome.refusals();
  }

  /** T3: asked again, for the review, whether there is new information; there is none. */
  void askedAtReview(ConsiderationId consideration) {
    askedForNewInformation(consideration, CheckStage.REVIEW);
  }

  void askedForNewInformation(ConsiderationId consideration, CheckStage stage) {
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.recordCheck(
                            new Considering.RecordCheck(
                                consideration,
                                CheckKind.NEW_INFORMATION,
                                stage,
                                CheckAnswer.SATISFIED,
                                "Letters since the decision read",
                                null,
                                null,
                                List.of(),
                                null))));
  }
}
