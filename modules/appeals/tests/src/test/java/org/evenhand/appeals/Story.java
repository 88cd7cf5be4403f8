package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.Considering;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaToRecord;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.Impact;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.RegisteringCustomers;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.intake.RepresentativeId;
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
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.ImposingRestrictions;
import org.evenhand.restrictions.IssuingNotices;
import org.evenhand.restrictions.NoticeToWrite;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
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

/**
 * The council, a case in housing and a notice, for the tests of this module; one context for all.
 */
@ModuleTest
@AutoConfigureGraphQlTester
@Import(Story.StandingClock.class)
abstract class Story {

  static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");

  /** Handed over on Monday: a month on is a Wednesday. */
  static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 23);

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
  @Autowired LodgingAppeals lodging;
  @Autowired Appeals appeals;
  @Autowired Notices notices;
  @Autowired Considering considering;
  @Autowired Duties duties;
  @Autowired Policies policies;
  @Autowired MakingPolicy makingPolicy;
  @Autowired ServiceAreas serviceAreas;
  @Autowired RegisteringCustomers registering;
  @Autowired ReportingConcerns reporting;
  @Autowired CurrentActor currentActor;
  @Autowired InvestigatingAppeals investigating;
  @Autowired DeterminingAppeals determining;
  @Autowired AnsweringAppeals answering;
  @Autowired Considerations considerations;
  @Autowired ImposingRestrictions imposing;
  @Autowired IssuingNotices issuing;
  @Autowired Restrictions restrictions;
  @Autowired Buildings buildings;
  @Autowired Officers officers;
  @Autowired Assignments assignments;
  @Autowired Files files;
  @Autowired RecordingMatters recordingMatters;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void theCouncil() {
    clock.set(MONDAY_TEN);
    if (policies.inForce(MONDAY_TEN).isEmpty()) {
      As.headOfCustomerServices()
          .run(
              () -> {
                done(
                    () ->
                        serviceAreas.record(
                            new ServiceAreaToRecord(
                                null, "housing", "Housing", null, null, null, null, null),
                            currentActor.get(),
                            clock.instant()));
                done(
                    () ->
                        buildings.record(
                            new BuildingToRecord(
                                null,
                                "housing-office",
                                "The housing office",
                                "1 High Street",
                                "housing",
                                List.of(),
                                List.of(),
                                false,
                                false,
                                false,
                                null),
                            currentActor.get(),
                            clock.instant()));
                officer("investigator-1", "Ina Investigator");
                onTheTeam(officer("cmt-1", "Cato Manager"));
                onTheTeam(officer("cmt-2", "Cora Manager"));
                adoptPolicy();
              });
    }
  }

  private OfficerView officer(String actor, String name) {
    return done(
        () ->
            officers.record(
                new OfficerToRecord(
                    null, actor, name, "Director", null, null, null, null, List.of(), null),
                currentActor.get(),
                clock.instant()));
  }

  private void onTheTeam(OfficerView officer) {
    done(
        () ->
            assignments.record(
                new AssignmentToRecord(
                    null,
                    null,
                    officer.id(),
                    AssignmentKind.CORPORATE_MANAGEMENT_TEAM,
                    null,
                    MONDAY,
                    null),
                currentActor.get(),
                clock.instant()));
  }

  OfficerId officerOf(String actor) {
    return officers.find(new ActorId(actor)).orElseThrow().id();
  }

  /** A real exclusion from the housing office, by emergency, told of by hand. */
  NoticeView excluded(UUID caseId) {
    return As.headOfService("housing")
        .call(
            () -> {
              var consideration = new ConsiderationId(caseId);
              done(
                  () ->
                      imposing.impose(
                          new RestrictionToImpose(
                              consideration,
                              null,
                              TypeId.builtIn("building-exclusion"),
                              Nature.SAFETY,
                              Settings.of(
                                  "buildings",
                                  new SettingValue.BuildingSetValue(
                                      Set.of(
                                          Ref.building(
                                              buildings
                                                  .find("housing-office")
                                                  .orElseThrow()
                                                  .id()
                                                  .value())))),
                              1,
                              new ActionScope(Set.of(), false),
                              new Reasons(
                                  "A chair was thrown at the desk",
                                  "Officers were afraid and the desk was closed",
                                  "It keeps people at the desk safe",
                                  "A warning was given and did not help"),
                              Answering.MANNER,
                              "A meeting that shows it will not happen again",
                              null,
                              MONDAY.plusMonths(3),
                              false,
                              null,
                              null,
                              null,
                              true,
                              "A chair was thrown")));
              NoticeView notice =
                  done(
                      () ->
                          issuing.issue(
                              new NoticeToWrite(
                                  consideration,
                                  null,
                                  null,
                                  null,
                                  Set.of(Ombudsman.LOCAL_GOVERNMENT),
                                  new PlannedService(ServiceMethod.HAND, MONDAY, "At the counter"),
                                  Language.ENGLISH)));
              return done(
                  () ->
                      notices.recordService(
                          notice.id(),
                          new ServiceRecord(
                              ServiceMethod.HAND, MONDAY_TEN, ServiceOutcome.SENT, null, null)));
            });
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
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.register(
                            new RegisteringCustomers.CustomerToRegister(
                                CustomerKind.INDIVIDUAL,
                                name,
                                null,
                                false,
                                List.of(),
                                Circumstances.NONE_KNOWN,
                                null,
                                null,
                                List.of()),
                            currentActor.get(),
                            clock.instant()))
                    .id());
  }

  /** The council is this customer's landlord. */
  void tenancy(CustomerId customer) {
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        recordingMatters.record(
                            new RecordingMatters.MatterToRecord(
                                null,
                                null,
                                customer,
                                "T-" + customer.value(),
                                "housing system",
                                null,
                                HOUSING,
                                null,
                                false,
                                null,
                                null,
                                null,
                                MatterKind.TENANCY),
                            currentActor.get(),
                            clock.instant())));
  }

  RepresentativeId representative(CustomerId customer, RepresentativeAuthority authority) {
    return As.officer("housing")
        .call(
            () ->
                done(() ->
                        registering.recordRepresentative(
                            new RegisteringCustomers.RepresentativeToRecord(
                                customer,
                                "Sister Sample",
                                null,
                                "sister",
                                authority,
                                authority == RepresentativeAuthority.NONE_SEEN ? null : MONDAY,
                                null,
                                null,
                                MONDAY.minusYears(1),
                                null),
                            currentActor.get(),
                            clock.instant()))
                    .id());
  }

  /** A consideration that housing leads, opened by its head. */
  UUID consideration(CustomerId customer) {
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
                                    List.of(offensiveRemarks())),
                                currentActor.get(),
                                clock.instant())));
    return As.headOfService("housing")
        .call(
            () -> {
              done(
                  () ->
                      reporting.triage(
                          new ReportingConcerns.Triage(
                              concern.id(),
                              concern.version(),
                              ReportingConcerns.TriageOutcome.ACCEPT,
                              null,
                              SubjectCapacity.CUSTOMER,
                              null,
                              null,
                              "Thank you, we look into it."),
                          currentActor.get(),
                          clock.instant()));
              return done(() ->
                      considering.open(
                          new Considering.Open(
                              customer,
                              HOUSING,
                              Set.of(),
                              Set.of(),
                              false,
                              null,
                              Set.of(concern.id()),
                              Set.of(),
                              List.of(),
                              "Remarks at the desk that officers found offensive.")))
                  .id()
                  .value();
            });
  }

  private static ReportingConcerns.IncidentToRecord offensiveRemarks() {
    return new ReportingConcerns.IncidentToRecord(
        MONDAY.minusDays(3),
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
        true,
        null,
        Set.of(),
        null);
  }

  /** A notice of restrictions, signed by whoever this is. */
  NoticeView issued(CustomerId customer, @Nullable UUID caseId, As signatory) {
    return signatory.call(
        () ->
            done(
                () ->
                    notices.issue(
                        notice(
                            customer,
                            caseId,
                            NoticeKind.RESTRICTIONS,
                            true,
                            new AppealPart("the Head of Customer Services", "By letter or email."),
                            null))));
  }

  /** The same, handed over at once, so that Wednesday 23 December is the last day. */
  NoticeView served(CustomerId customer, @Nullable UUID caseId, As signatory) {
    NoticeId notice = issued(customer, caseId, signatory).id();
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice,
                            new ServiceRecord(
                                ServiceMethod.HAND, MONDAY_TEN, ServiceOutcome.SENT, null, null))));
  }

  NoticeToIssue notice(
      CustomerId customer,
      @Nullable UUID caseId,
      NoticeKind kind,
      boolean restricts,
      @Nullable AppealPart appeal,
      @Nullable String whyNoAppeal) {
    return new NoticeToIssue(
        kind,
        customer.value(),
        "Mx Quill Testperson",
        caseId,
        policies.inForce(clock.instant()).orElseThrow().id().value(),
        restricts,
        restricts,
        new NoticeParts(
            "On 20 November you called an officer names at the desk.",
            List.of(
                new ActionPart(
                    null,
                    "We take calls from you on Tuesdays.",
                    MONDAY.plusMonths(6),
                    MONDAY.plusMonths(3),
                    "Three calm months.")),
            "Write to us at any time.",
            appeal,
            whyNoAppeal,
            Set.of(Ombudsman.LOCAL_GOVERNMENT),
            "You can ask for a copy of what we hold.",
            "Tell us if you need another format."),
        new PlannedService(ServiceMethod.HAND, MONDAY, "At the counter"),
        currentActor.get().id(),
        Language.ENGLISH);
  }

  /** A text file that this person sent; its id as the API gives it. */
  String uploaded(As sender, String name) {
    byte[] content = ("Content of " + name).getBytes(StandardCharsets.UTF_8);
    return sender.call(
        () -> {
          FileView file =
              done(
                  () ->
                      files.start(
                          new Files.ToUpload(name, "text/plain", content.length, digest(content)),
                          currentActor.get(),
                          clock.instant()));
          assertThat(
                  files
                      .receive(
                          file.id(),
                          digest(content),
                          new ByteArrayInputStream(content),
                          currentActor.get(),
                          clock.instant())
                      .refusals())
              .isEmpty();
          return GlobalId.of("File", file.id().value());
        });
  }

  private static String digest(byte[] content) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha-256=:" + Base64.getEncoder().encodeToString(sum) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  AppealToLodge letter(NoticeId notice, LocalDate receivedOn) {
    return new AppealToLodge(
        notice,
        LodgedBy.CUSTOMER,
        null,
        null,
        AppealChannel.LETTER,
        receivedOn,
        null,
        "I did not say that.");
  }

  AppealView lodged(AppealToLodge appeal) {
    return As.officer("housing").call(() -> done(() -> lodging.lodge(appeal)));
  }

  List<String> openDuties(AppealView appeal) {
    return duties.openFor(appeal.id().value()).stream().map(DutyView::kind).sorted().toList();
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
    return outcome.refusals().stream().map(r -> r.code()).toList();
  }
}
