package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.PolicyShareMethod;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.PolicyToShare;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.Speaker;
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
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.StatementLog;
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

  @TestConfiguration
  static class StandingClock {
    @Bean
    @Primary
    TestClock standingClock() {
      return new TestClock(MONDAY_TEN);
    }

    @Bean
    static StatementLog statementLog() {
      return new StatementLog();
    }
  }

  @Autowired GraphQlTester graphQl;
  @Autowired TestClock clock;
  @Autowired Considering considering;
  @Autowired Considerations considerations;
  @Autowired Involvement involvement;
  @Autowired Duties duties;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired PolicyShares policyShares;
  @Autowired ServiceAreas serviceAreas;
  @Autowired Buildings buildings;
  @Autowired RegisteringCustomers registering;
  @Autowired ReportingConcerns reporting;
  @Autowired LoggingContacts logging;
  @Autowired RecordingMatters recordingMatters;
  @Autowired DecidingAdjustments adjusting;
  @Autowired Incidents incidents;
  @Autowired CurrentActor currentActor;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired GivingWarnings warnings;
  @Autowired MonitoringConduct monitoring;
  @Autowired StrategyMeetings meetings;
  @Autowired Notices notices;

  @BeforeEach
  void theCouncil() {
    clock.set(MONDAY_TEN);
    if (policies.inForce(MONDAY_TEN).isEmpty()) {
      As.headOfCustomerServices()
          .run(
              () -> {
                place("housing");
                place("leisure");
                building("town-hall");
                building("library");
                adoptPolicy();
              });
    }
  }

  private void place(String code) {
    done(
        () ->
            serviceAreas.record(
                new ServiceAreaToRecord(null, code, "The " + code, null, null, null, null, null),
                currentActor.get(),
                clock.instant()));
  }

  private void building(String code) {
    done(
        () ->
            buildings.record(
                new BuildingToRecord(
                    null,
                    code,
                    "The " + code,
                    "1 High Street",
                    null,
                    List.of(),
                    List.of(),
                    false,
                    false,
                    false,
                    null),
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

  CustomerId customer(String name) {
    return customer(name, null, false);
  }

  CustomerId customer(String name, @Nullable LocalDate born, boolean electedMember) {
    return register(CustomerKind.INDIVIDUAL, name, born, electedMember, List.of());
  }

  CustomerId group(String name, CustomerId... members) {
    return register(CustomerKind.GROUP, name, null, false, List.of(members));
  }

  private CustomerId register(
      CustomerKind kind,
      String name,
      @Nullable LocalDate born,
      boolean electedMember,
      List<CustomerId> members) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                kind,
                                name,
                                born,
                                electedMember,
                                List.of(),
                                Circumstances.NONE_KNOWN,
                                null,
                                null,
                                members),
                            currentActor.get(),
                            clock.instant()))
                    .id());
  }

  /** A concern reported to a service, with offensive remarks on each of the days. */
  ConcernView reported(
      CustomerId customer, ServiceAreaCode area, @Nullable SubjectCapacity as, LocalDate... days) {
    return reported(customer, area, as, "OFFENSIVE_REMARKS", days);
  }

  /** The same with something else on each of the days. */
  ConcernView reported(
      CustomerId customer,
      ServiceAreaCode area,
      @Nullable SubjectCapacity as,
      String behaviour,
      LocalDate... days) {
    return As.officer(area.value())
        .call(
            () ->
                done(
                    () ->
                        reporting.report(
                            new ReportingConcerns.ConcernToReport(
                                customer,
                                null,
                                as,
                                area,
                                "Offensive remarks at the desk",
                                List.of(days).stream()
                                    .map(day -> incident(behaviour, day))
                                    .toList()),
                            currentActor.get(),
                            clock.instant())));
  }

  private static ReportingConcerns.IncidentToRecord incident(String behaviour, LocalDate day) {
    return new ReportingConcerns.IncidentToRecord(
        day,
        null,
        Channel.FACE_TO_FACE,
        null,
        List.of(behaviour),
        null,
        null,
        Set.of(Affected.STAFF),
        null,
        new Impact(40, true, true, false, null),
        false,
        "Called the officer names and blocked the desk.",
        SourceGrade.FIRST_HAND,
        Confidence.CONFIRMED,
        true,
        null,
        Set.of(),
        null);
  }

  /** The same, taken up by the head of the service. */
  ConcernView accepted(CustomerId customer, ServiceAreaCode area, LocalDate... days) {
    return triaged(
        reported(customer, area, SubjectCapacity.CUSTOMER, days), area, TriageOutcome.ACCEPT);
  }

  ConcernView triaged(ConcernView concern, ServiceAreaCode area, TriageOutcome outcome) {
    return As.headOfService(area.value())
        .call(
            () ->
                done(
                    () ->
                        reporting.triage(
                            new ReportingConcerns.Triage(
                                concern.id(),
                                concern.version(),
                                outcome,
                                null,
                                concern.subjectCapacity(),
                                outcome == TriageOutcome.ROUTE_ELSEWHERE
                                    ? org.evenhand.intake.ConcernRoute.MONITORING_OFFICER
                                    : null,
                                outcome == TriageOutcome.ACCEPT ? null : "Not for us",
                                "Thank you, we look into it."),
                            currentActor.get(),
                            clock.instant())));
  }

  Set<IncidentId> incidentsOf(CustomerId customer) {
    return incidents.of(customer).stream()
        .map(IncidentView::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  void warned(CustomerId customer) {
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        policyShares.share(
                            new PolicyToShare(
                                customer.value(),
                                null,
                                PolicyShareMethod.EXPLAINED,
                                clock.instant(),
                                "If it goes on, contact may be arranged differently."))));
  }

  void called(CustomerId customer, ContactCause cause) {
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        logging.log(
                            new LoggingContacts.ContactToLog(
                                customer,
                                null,
                                HOUSING,
                                Channel.PHONE,
                                ContactDirection.IN,
                                clock.instant(),
                                cause,
                                null,
                                10,
                                Speaker.SELF,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false),
                            currentActor.get(),
                            clock.instant())));
  }

  /** Two incidents on different days, taken up and considered by housing. */
  ConsiderationView considered(CustomerId customer) {
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(30), MONDAY.minusDays(3));
    return As.headOfService("housing")
        .call(() -> done(() -> considering.open(open(customer, concern))));
  }

  static Considering.Open open(CustomerId customer, ConcernView... concerns) {
    return new Considering.Open(
        customer,
        HOUSING,
        Set.of(),
        Set.of(),
        false,
        null,
        List.of(concerns).stream()
            .map(ConcernView::id)
            .collect(java.util.stream.Collectors.toSet()),
        Set.of(),
        List.of(),
        "Offensive remarks, twice");
  }

  /** Everything done that a designation with restrictive action asks for. */
  void prepare(ConsiderationView consideration) {
    warned(consideration.customerId());
    prepareButWarn(consideration);
  }

  /** Everything done that it asks for, but the warning. */
  void prepareButWarn(ConsiderationView consideration) {
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      considering.advise(
                          new Considering.Advise(
                              consideration.id(), AdviceKind.CONSIDERED, null, null)));
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
                                new org.evenhand.foundation.ActorId("repairs-1"),
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

  /** Whether there is new information, asked at that stage; there is none. */
  void askedForNewInformation(ConsiderationView consideration, CheckStage stage) {
    done(
        () ->
            considering.recordCheck(
                new Considering.RecordCheck(
                    consideration.id(),
                    CheckKind.NEW_INFORMATION,
                    stage,
                    CheckAnswer.SATISFIED,
                    "Letters of this week read",
                    null,
                    null,
                    List.of(),
                    null)));
  }

  static GivingWarnings.Issue warning(ConsiderationView consideration) {
    return warning(consideration, consideration.incidentIds());
  }

  static GivingWarnings.Issue warning(ConsiderationView consideration, Set<IncidentId> incidents) {
    return new GivingWarnings.Issue(
        consideration.id(),
        null,
        incidents,
        "Remarks at the desk that hurt two officers",
        "If it goes on, we may arrange contact differently.",
        "Telephone, letter and the desk stay open to you.",
        Set.of(),
        new PlannedService(ServiceMethod.HAND, MONDAY, "the front desk"),
        Language.ENGLISH,
        null);
  }

  /** Given to the customer's hand at that moment. */
  void handedOver(WarningView warning) {
    handedOver(warning.noticeId());
  }

  void handedOver(org.evenhand.correspondence.@Nullable NoticeId letter) {
    done(
        () ->
            notices.recordService(
                Objects.requireNonNull(letter),
                new ServiceRecord(
                    ServiceMethod.HAND,
                    clock.instant(),
                    ServiceOutcome.DELIVERED,
                    clock.instant(),
                    "signed for",
                    null)));
  }

  static Considering.Determine unreasonable(ConsiderationView consideration) {
    return new Considering.Determine(
        consideration.id(),
        Category.UNREASONABLE,
        GrievanceFinding.NOT_JUSTIFIED,
        "The tap was mended in time",
        true,
        "Two officers could not serve others for forty minutes",
        ConductPattern.ISOLATED,
        null,
        null,
        true,
        "The remarks were offensive; the desk was closed; a quieter word did not help",
        null);
  }

  List<String> openDuties(ConsiderationView consideration) {
    return duties.openFor(consideration.id().value()).stream().map(DutyView::kind).toList();
  }

  static String gid(ConsiderationView consideration) {
    return GlobalId.of("Consideration", consideration.id().value());
  }

  static String gid(CustomerId customer) {
    return GlobalId.of("Customer", customer.value());
  }

  static String gid(ConcernView concern) {
    return GlobalId.of("Concern", concern.id().value());
  }

  <T> T done(Supplier<Outcome<T>> act) {
    Outcome<T> outcome = transactions.execute(status -> act.get());
    assertThat(outcome.refusals()).isEmpty();
    return Objects.requireNonNull(outcome.orNull());
  }

  <T> List<String> refused(Supplier<Outcome<T>> act) {
    Outcome<T> outcome =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return act.get();
            });
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  int entries(String kind, String act, UUID person) {
    return jdbc.sql(
            "select count(*) from foundation.audit_entry where kind = ? and act = ? and person_id = ?")
        .param(kind)
        .param(act)
        .param(person)
        .query(Integer.class)
        .single();
  }
}
