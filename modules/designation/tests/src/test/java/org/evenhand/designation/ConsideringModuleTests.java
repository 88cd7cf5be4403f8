package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.LinkedKind;
import org.evenhand.intake.LinkingMatters;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.policy.PolicyInForce;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** Considering somebody's behaviour, with the modules that it leans on. */
class ConsideringModuleTests extends Story {

  @Autowired List<CaseFileContributor> contributors;
  @Autowired TakingOverCases takingOver;
  @Autowired UnmetSteps unmetSteps;
  @Autowired MergingCustomers merging;
  @Autowired LinkingMatters linking;

  @Test
  @DisplayName("P4.2, T7: opening tells others, starts the clock and opens the duty to advise")
  void opening(Scenario scenario) {
    CustomerId customer = customer("Oona Opened");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(2));
    As.headOfService("housing")
        .run(
            () ->
                scenario
                    .stimulate(() -> done(() -> considering.open(open(customer, concern))))
                    .andWaitForEventOfType(ConsiderationOpened.class)
                    .matching(e -> e.customerId().equals(customer))
                    .toArriveAndVerify(
                        (event, opened) -> {
                          assertThat(event.considerationId()).isEqualTo(opened.id());
                          assertThat(event.leadService()).isEqualTo(HOUSING);
                          assertThat(event.corporate()).isFalse();
                          assertThat(opened.reference()).matches("CON-2026-\\d{5}");
                          assertThat(opened.incidentIds()).isEqualTo(incidentsOf(customer));
                          // Twenty working days, over Christmas.
                          assertThat(opened.determineBy()).isEqualTo(LocalDate.of(2026, 12, 21));
                          assertThat(duties.openFor(opened.id().value()))
                              .extracting(DutyView::kind, DutyView::ownerRole)
                              .containsExactlyInAnyOrder(
                                  org.assertj.core.groups.Tuple.tuple(
                                      "ADVISE_CONSIDERED", Role.HEAD_OF_SERVICE),
                                  org.assertj.core.groups.Tuple.tuple(
                                      "CONSIDERATION_CLOSE", Role.HEAD_OF_SERVICE));
                        }));
  }

  @Test
  @DisplayName("P4.2: told and read, each a duty of its own")
  void adviceAndReceipt() {
    ConsiderationView opened = considered(customer("Ava Advised"));

    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.advise(
                            new Considering.Advise(
                                opened.id(), AdviceKind.CONSIDERED, "Two incidents", null))));
    assertThat(openDuties(opened))
        .containsExactlyInAnyOrder("ACKNOWLEDGE_CONSIDERED", "CONSIDERATION_CLOSE");
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        considering.acknowledge(
                            new Considering.Acknowledge(
                                opened.id(), AdviceKind.CONSIDERED, null))));

    assertThat(openDuties(opened)).containsExactly("CONSIDERATION_CLOSE");
    Advice told =
        considerations
            .find(opened.id())
            .orElseThrow()
            .adviceOn(AdviceKind.CONSIDERED)
            .orElseThrow();
    assertThat(told.note()).isEqualTo("Two incidents");
    assertThat(told.acknowledgedBy()).isEqualTo(new ActorId("hofcs-1"));
  }

  @Test
  @DisplayName("P8.0, T4, T24: a decision ends the clock, tells others and is told twice")
  void determining(Scenario scenario) {
    ConsiderationView opened = considered(customer("Dora Decided"));
    prepare(opened);
    As.headOfService("housing")
        .run(
            () ->
                scenario
                    .stimulate(() -> done(() -> considering.determine(unreasonable(opened))))
                    .andWaitForEventOfType(DeterminationMade.class)
                    .matching(e -> e.considerationId().equals(opened.id()))
                    .toArriveAndVerify(
                        (event, decided) -> {
                          assertThat(event.category()).isEqualTo(Category.UNREASONABLE);
                          assertThat(event.actor()).isEqualTo(new ActorId("hos-housing"));
                          assertThat(decided.status()).isEqualTo(ConsiderationStatus.DETERMINED);
                        }));

    assertThat(openDuties(opened))
        .containsExactlyInAnyOrder("ACKNOWLEDGE_CONSIDERED", "ADVISE_DETERMINED", "TELL_CUSTOMER");
    ImposingBasis basis = considerations.basis(opened.id()).orElseThrow();
    assertThat(basis.restrictiveAllowed()).isTrue();
    assertThat(basis.mannerOnly()).isFalse();
    assertThat(basis.representationsTaken()).isTrue();
    assertThat(basis.warningGivenOrDispensed()).isTrue();
    assertThat(basis.incidentIds()).isEqualTo(opened.incidentIds());
    assertThat(basis.policyVersionId()).isEqualTo(policies.inForce(MONDAY_TEN).orElseThrow().id());
    assertThat(involvement.disqualifies(opened.id().value(), new ActorId("hos-housing"))).isTrue();
    assertThat(involvement.disqualifies(opened.id().value(), new ActorId("hofcs-1"))).isFalse();
  }

  @Test
  @DisplayName("T24: under a version that is adopted only, the decision says so")
  void warnsUnderAnAdoptedVersion() {
    ConsiderationView opened = considered(customer("Tim Twentyfour"));
    prepare(opened);

    var outcome =
        As.headOfService("housing")
            .call(() -> transactions.execute(s -> considering.determine(unreasonable(opened))));

    assertThat(outcome.warnings()).extracting(w -> w.code()).contains(PolicyInForce.ADOPTED_ONLY);
    assertThat(outcome.orNull().determination().policyAdoptedOnly()).isTrue();
  }

  @Test
  @DisplayName("P4.2: the notice with the findings ends the duty to tell the customer")
  void theNoticeEndsTheDutyToTell(Scenario scenario) {
    ConsiderationView opened = considered(customer("Nelly Notified"));
    prepare(opened);
    As.headOfService("housing").run(() -> done(() -> considering.determine(unreasonable(opened))));

    scenario
        .stimulate(() -> As.headOfService("housing").call(() -> notices.issue(decision(opened))))
        .andWaitForStateChange(() -> openDuties(opened), kinds -> !kinds.contains("TELL_CUSTOMER"))
        .andVerify(kinds -> assertThat(kinds).contains("ADVISE_DETERMINED"));
  }

  /** What was decided, in the letter's finished words. */
  private NoticeToIssue decision(ConsiderationView consideration) {
    return new NoticeToIssue(
        NoticeKind.DETERMINATION,
        consideration.customerId().value(),
        "Nelly Notified",
        consideration.id().value(),
        policies.inForce(clock.instant()).orElseThrow().id().value(),
        true,
        false,
        new NoticeParts(
            "Two officers were spoken to in words that hurt.",
            List.of(),
            "Telephone, letter and the desk stay open to you.",
            new AppealPart("the Head of Customer Services", "Write to us."),
            null,
            Set.of(Ombudsman.LOCAL_GOVERNMENT),
            "You can ask for what we hold about you.",
            "Tell us if you need this another way."),
        new PlannedService(ServiceMethod.HAND, MONDAY, "the front desk"),
        new ActorId("hos-housing"),
        Language.ENGLISH);
  }

  @Test
  @DisplayName("F1: refused as a whole, and nothing is written")
  void refusalWritesNothing() {
    ConsiderationView opened = considered(customer("Rita Refused"));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> considering.determine(unreasonable(opened))))
                    .containsExactly("DETERMINATION_STEPS_MISSING"));

    assertThat(considerations.find(opened.id())).contains(opened);
    assertThat(considerations.basis(opened.id()).orElseThrow().restrictiveAllowed()).isFalse();
  }

  @Test
  @DisplayName("F3: an undecided adjustment request keeps restrictive action away")
  void waitsForTheAdjustment() {
    ConsiderationView opened = considered(customer("Adil Adjusting"));
    prepare(opened);
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        adjusting.request(
                            new DecidingAdjustments.AdjustmentToRequest(
                                opened.customerId(),
                                AdjustmentCode.WRITTEN_ONLY,
                                null,
                                Set.of(),
                                Set.of(),
                                MONDAY),
                            currentActor.get(),
                            clock.instant())));

    As.headOfService("housing")
        .run(
            () -> {
              var outcome = transactions.execute(s -> considering.determine(unreasonable(opened)));
              assertThat(outcome.refusals())
                  .singleElement()
                  .extracting(Refusal::parameters)
                  .isEqualTo(Map.of("steps", "ADJUSTMENTS_DECIDED"));
            });
  }

  @Test
  @DisplayName("T5: incidents in another service make the case corporate")
  void incidentsElsewhereMakeItCorporate() {
    CustomerId customer = customer("Cora Corporate");
    ConcernView here = accepted(customer, HOUSING, MONDAY.minusDays(9));
    ConcernView there = accepted(customer, LEISURE, MONDAY.minusDays(5));

    ConsiderationView opened =
        As.headOfService("housing")
            .call(() -> done(() -> considering.open(open(customer, here, there))));
    prepare(opened);

    assertThat(opened.scope().corporateCauses()).containsExactly(CorporateCause.SEVERAL_SERVICES);
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> considering.determine(unreasonable(opened))))
                    .containsExactly("DECIDED_CORPORATELY"));
    ConsiderationView decided =
        As.headOfCustomerServices()
            .call(() -> done(() -> considering.determine(unreasonable(opened))));
    assertThat(decided.adviceOn(AdviceKind.DETERMINED).orElseThrow().acknowledged()).isTrue();
    assertThat(openDuties(opened)).doesNotContain("ADVISE_DETERMINED");
  }

  @Test
  @DisplayName("P5.1: only on concerns that their owner took up, about this customer")
  void refusesWhatWasNotTakenUp() {
    CustomerId customer = customer("Una Untriaged");
    ConcernView waiting =
        reported(customer, HOUSING, SubjectCapacity.CUSTOMER, MONDAY.minusDays(2));
    ConcernView ofAnother = accepted(customer("Olga Other"), HOUSING, MONDAY.minusDays(2));

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> considering.open(open(customer, waiting))))
                  .containsExactly("CONCERN_NOT_TRIAGED");
              assertThat(refused(() -> considering.open(open(customer, ofAnother))))
                  .containsExactly("CONCERN_OF_ANOTHER_CUSTOMER");
              assertThat(refused(() -> considering.open(open(customer))))
                  .containsExactly("NOTHING_TO_CONSIDER");
            });
  }

  @Test
  @DisplayName("P5.1: an incident behind a concern that nobody took up opens nothing either")
  void refusesTheIncidentOfAnUntriagedConcern() {
    CustomerId customer = customer("Ines Incident");
    reported(customer, HOUSING, SubjectCapacity.CUSTOMER, MONDAY.minusDays(2));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                considering.open(
                                    onIncidents(customer, incidentsOf(customer), List.of()))))
                    .containsExactly("CONCERN_NOT_TRIAGED"));
  }

  @Test
  @DisplayName("T19: an elected member acting as one goes to the Monitoring Officer")
  void refusesAMemberActingAsSuch() {
    CustomerId member = customer("Edgar Elected", null, true);
    ConcernView asMember =
        triaged(
            reported(member, HOUSING, SubjectCapacity.ELECTED_MEMBER, MONDAY.minusDays(1)),
            HOUSING,
            TriageOutcome.ROUTE_ELSEWHERE);

    As.headOfService("housing")
        .run(
            () -> {
              var outcome = transactions.execute(s -> considering.open(open(member, asMember)));
              assertThat(outcome.refusals())
                  .singleElement()
                  .satisfies(
                      r -> {
                        assertThat(r.code()).isEqualTo("ANOTHER_ROUTE");
                        assertThat(r.parameters()).containsEntry("route", "MONITORING_OFFICER");
                      });
            });
  }

  @Test
  @DisplayName("T19: as a tenant, the same person is a customer like any other")
  void considersAMemberAsResident() {
    ConsiderationView opened = considered(customer("Ella Elected", null, true));

    assertThat(opened.status()).isEqualTo(ConsiderationStatus.OPEN);
  }

  @Test
  @DisplayName("T19: for a child the gate is asked for, and passed by name")
  void gateForAChild() {
    ConsiderationView opened = considered(customer("Kit Kidd", LocalDate.of(2012, 4, 1), false));
    prepare(opened);

    As.headOfService("housing")
        .run(
            () -> {
              var outcome = transactions.execute(s -> considering.determine(unreasonable(opened)));
              assertThat(outcome.refusals().getFirst().parameters().get("steps"))
                  .isEqualTo("SAFEGUARDING_DECISION, PARENT_NOTICE");
              done(
                  () ->
                      considering.recordProtection(
                          new Considering.RecordProtection(
                              opened.id(),
                              "Sam Guard",
                              true,
                              "School and social worker heard",
                              "The father",
                              MONDAY,
                              null)));
              done(() -> considering.determine(unreasonable(opened)));
            });
  }

  @Test
  @DisplayName(
      "F3, F16, T3, T19: what is on another record of the same person holds for the case like what is on"
          + " the one considered")
  void whatTheOtherRecordHolds() {
    CustomerId other = customer("Mira Merged", LocalDate.of(2012, 4, 1), false);
    ConsiderationView opened = considered(customer("Mira Merge"));
    prepare(opened);
    As.officer("housing")
        .run(
            () -> {
              asksForWritingOnly(other);
              unfinished(other, new ActorId("hos-housing"));
            });
    assertThat(missing(opened)).isEmpty();

    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.merge(
                            new MergingCustomers.Merge(
                                opened.customerId(),
                                other,
                                MergeGround.CUSTOMER_CONFIRMED,
                                Confidence.CONFIRMED,
                                "Registered twice",
                                "Said so at the desk, passport seen"),
                            currentActor.get(),
                            clock.instant())));

    assertThat(missing(opened))
        .containsExactlyInAnyOrder(
            "ADJUSTMENTS_DECIDED", "SAFEGUARDING_DECISION", "PARENT_NOTICE", "MATTERS_FINISHED");
    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                considering.recordCheck(
                                    new Considering.RecordCheck(
                                        opened.id(),
                                        CheckKind.DECISION_RIGHT,
                                        CheckAnswer.SATISFIED,
                                        "Repairs log",
                                        null,
                                        null,
                                        null))))
                    .as("whose decision it was is known from the other record")
                    .containsExactly("OWN_DECISION"));
  }

  private List<String> missing(ConsiderationView of) {
    return As.headOfService("housing")
        .call(
            () ->
                transactions
                    .execute(
                        status -> {
                          status.setRollbackOnly();
                          return considering.determine(persistent(of));
                        })
                    .refusals()
                    .stream()
                    .filter(MissingStepsRefusal.class::isInstance)
                    .map(MissingStepsRefusal.class::cast)
                    .flatMap(refusal -> refusal.steps().stream())
                    .toList());
  }

  private static Considering.Determine persistent(ConsiderationView of) {
    return new Considering.Determine(
        of.id(),
        Category.UNREASONABLY_PERSISTENT,
        GrievanceFinding.NOT_JUSTIFIED,
        "The tap was mended in time",
        true,
        "Two officers could not serve others for forty minutes",
        ConductPattern.ACCUMULATION,
        "None of the contact was ours",
        null,
        true,
        "The remarks were offensive, on two days; a quieter word did not help",
        null);
  }

  private void asksForWritingOnly(CustomerId customer) {
    done(
        () ->
            adjusting.request(
                new DecidingAdjustments.AdjustmentToRequest(
                    customer, AdjustmentCode.WRITTEN_ONLY, null, Set.of(), Set.of(), MONDAY),
                currentActor.get(),
                clock.instant()));
  }

  private MatterView unfinished(CustomerId customer, ActorId decidedBy) {
    return done(
        () ->
            recordingMatters.record(
                new RecordingMatters.MatterToRecord(
                    null,
                    null,
                    customer,
                    "REP-" + UUID.randomUUID(),
                    "Repairs",
                    null,
                    HOUSING,
                    null,
                    true,
                    MONDAY.minusDays(9),
                    decidedBy,
                    null),
                currentActor.get(),
                clock.instant()));
  }

  @Test
  @DisplayName(
      "F16: a matter to which somebody linked the conduct is not set aside as another thing, before or"
          + " after it was linked; unlinked with the reason, it is")
  void linkedMatterIsNotAnotherThing() {
    ConsiderationView opened = considered(customer("Lina Linked"));
    prepare(opened);
    MatterView late =
        As.officer("housing").call(() -> unfinished(opened.customerId(), new ActorId("repairs-1")));
    IncidentId about = opened.incidentIds().iterator().next();
    var link = new LinkingMatters.LinkToMake(late.id(), LinkedKind.INCIDENT, about.value());
    As.headOfService("housing")
        .run(() -> done(() -> considering.assess(settingAside(opened, late))));
    assertThat(missing(opened)).isEmpty();

    As.headOfService("housing")
        .run(
            () -> {
              done(() -> linking.link(link, currentActor.get(), clock.instant()));
              assertThat(missing(opened)).containsExactly("MATTERS_FINISHED");
              assertThat(refused(() -> considering.assess(settingAside(opened, late))))
                  .containsExactly("MATTER_IS_LINKED");
              done(
                  () ->
                      linking.unlink(
                          link, "Linked by mistake", currentActor.get(), clock.instant()));
              done(() -> considering.assess(settingAside(opened, late)));
            });
    assertThat(missing(opened)).isEmpty();
  }

  private static Considering.Assess settingAside(ConsiderationView of, MatterView matter) {
    return new Considering.Assess(
        of.id(),
        CouldArise.NO,
        "No need known; none asked for",
        Set.of(),
        "Lives alone; nobody else is affected",
        null,
        List.of(new Assessment.UnrelatedMatter(matter.id(), "A repair; this is about a fence")),
        null);
  }

  @Test
  @DisplayName(
      "T6, P10.5: what was decided is not considered again by a head of service, but with something new, or by"
          + " the head of customer services")
  void notDecidedAgainUntilItSuits() {
    CustomerId customer = customer("Ingo Again");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(9));
    As head = As.headOfService("housing");
    ConsiderationView first =
        head.call(() -> done(() -> considering.open(open(customer, concern))));
    prepare(first);
    assertThat(head.call(() -> refused(() -> considering.open(open(customer, concern)))))
        .containsExactly("ALREADY_CONSIDERED");
    head.run(() -> done(() -> considering.determine(unreasonable(first))));

    assertThat(head.call(() -> refused(() -> considering.open(open(customer, concern)))))
        .containsExactly("DECIDED_BEFORE");
    ConcernView another = accepted(customer, HOUSING, MONDAY.minusDays(1));
    assertThat(head.call(() -> refused(() -> considering.open(open(customer, concern, another)))))
        .isEmpty();
    As.headOfCustomerServices()
        .run(() -> assertThat(refused(() -> considering.open(open(customer, concern)))).isEmpty());
  }

  @Test
  @DisplayName(
      "F5: nobody is heard about what has not happened yet, nor put off for good where safety forbade"
          + " waiting")
  void heardAboutTheConduct() {
    ConsiderationView opened = considered(customer("Hedy Heard"));
    LocalDate first = MONDAY.minusDays(30);

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(() -> heard(opened, RepresentationKind.RECEIVED, first.minusDays(1))))
                  .containsExactly("BEFORE_THE_CONDUCT");
              assertThat(refused(() -> heard(opened, RepresentationKind.RECEIVED, first)))
                  .isEmpty();
              assertThat(refused(() -> dispensed(opened, MONDAY.plusDays(29))))
                  .containsExactly("HEARING_TOO_LATE");
              assertThat(refused(() -> dispensed(opened, MONDAY.plusDays(28)))).isEmpty();
            });
  }

  private Outcome<ConsiderationView> heard(
      ConsiderationView of, RepresentationKind kind, LocalDate on) {
    return considering.recordRepresentation(
        new Considering.RecordRepresentation(of.id(), kind, on, null, "It was loud", null, null));
  }

  private Outcome<ConsiderationView> dispensed(ConsiderationView of, LocalDate by) {
    return considering.recordRepresentation(
        new Considering.RecordRepresentation(
            of.id(), RepresentationKind.DISPENSED, MONDAY, by, null, "A knife was shown", null));
  }

  @Test
  @DisplayName("T15: each bound member of a group answers for their own conduct")
  void boundMembersOfAGroup() {
    CustomerId loud = customer("Lou Loud");
    CustomerId quiet = customer("Quinn Quiet");
    CustomerId stranger = customer("Stan Stranger");
    CustomerId group = group("Tenants of the Square", loud, quiet);
    accepted(loud, HOUSING, MONDAY.minusDays(4));
    accepted(stranger, HOUSING, MONDAY.minusDays(4));

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              considering.open(
                                  onIncidents(
                                      group,
                                      Set.of(),
                                      List.of(new BoundMember(quiet, incidentsOf(loud)))))))
                  .containsExactly("MEMBER_WITHOUT_OWN_CONDUCT");
              assertThat(
                      refused(
                          () ->
                              considering.open(
                                  onIncidents(
                                      group,
                                      Set.of(),
                                      List.of(new BoundMember(stranger, incidentsOf(stranger)))))))
                  .containsExactly("NOT_A_MEMBER_OF_THE_GROUP");
              ConsiderationView opened =
                  done(
                      () ->
                          considering.open(
                              onIncidents(
                                  group,
                                  Set.of(),
                                  List.of(new BoundMember(loud, incidentsOf(loud))))));
              assertThat(opened.boundMembers())
                  .containsExactly(new BoundMember(loud, incidentsOf(loud)));
              assertThat(opened.incidentIds()).isEmpty();
              assertThat(considerations.of(loud)).containsExactly(opened);
              assertThat(considerations.of(quiet)).isEmpty();
            });
  }

  private static Considering.Open onIncidents(
      CustomerId customer, Set<IncidentId> incidents, List<BoundMember> members) {
    return new Considering.Open(
        customer,
        HOUSING,
        Set.of(),
        Set.of(),
        false,
        null,
        Set.of(),
        incidents,
        members,
        "What happened at the meeting");
  }

  @Test
  @DisplayName("F15: a head of service opens in their own area only; the HofCS anywhere")
  void opensInTheOwnAreaOnly() {
    CustomerId customer = customer("Wendy Where");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(2));

    As.headOfService("leisure")
        .run(
            () ->
                assertThat(refused(() -> considering.open(open(customer, concern))))
                    .containsExactly("NOT_YOUR_SERVICE"));
    ConsiderationView opened =
        As.headOfCustomerServices()
            .call(() -> done(() -> considering.open(open(customer, concern))));
    assertThat(opened.adviceOn(AdviceKind.CONSIDERED)).isPresent();
    assertThat(openDuties(opened)).containsExactly("CONSIDERATION_CLOSE");
  }

  @Test
  @DisplayName("F1, T6, T2: taken over without a step on record, and made whole step by step")
  void takenOverAndMadeWhole() {
    CustomerId customer = customer("Tara Takenover");
    var scope = new Scope(HOUSING, Set.of(), Set.of(), false, null);
    ConsiderationView opened =
        As.headOfCustomerServices()
            .call(
                () ->
                    transactions.execute(
                        status -> takingOver.takeOver(customer, scope, "From the old register")));

    assertThat(opened.involvement()).isEmpty();
    assertThat(openDuties(opened)).containsExactly("CONSIDERATION_CLOSE");
    assertThat(unmetSteps.of(Set.of(opened.id())).get(opened.id()))
        .contains("INCIDENT_LINKED", "CHECK_RECORDED", "REPRESENTATIONS", "WARNING")
        .endsWith("DETERMINATION")
        .doesNotContain("ADVICE_CONSIDERED", "INCIDENTS_OVER_TIME");

    CustomerId other = customer("Odd Other");
    accepted(customer, HOUSING, MONDAY.minusDays(9));
    accepted(other, HOUSING, MONDAY.minusDays(9));
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> naming(opened, incidentsOf(other))))
                  .containsExactly("INCIDENT_OF_ANOTHER_CUSTOMER");
              assertThat(refused(() -> naming(opened, Set.of())))
                  .containsExactly("NOTHING_TO_CONSIDER");
              ConsiderationView named = done(() -> naming(opened, incidentsOf(customer)));
              assertThat(named.incidentIds()).isEqualTo(incidentsOf(customer));
              assertThat(refused(() -> naming(opened, incidentsOf(customer))))
                  .containsExactly("NAMED_TWICE");
            });
    assertThat(unmetSteps.of(Set.of(opened.id())).get(opened.id()))
        .doesNotContain("INCIDENT_LINKED");

    ConsiderationView whole = considered(customer("Wilma Whole"));
    prepare(whole);
    As.headOfService("housing").run(() -> done(() -> considering.determine(unreasonable(whole))));
    assertThat(unmetSteps.of(Set.of(whole.id()))).isEmpty();
    clock.advance(Duration.ofDays(7));
    assertThat(unmetSteps.of(Set.of(whole.id())))
        .containsExactly(entry(whole.id(), List.of("ADVICE_DETERMINED")));
  }

  private Outcome<ConsiderationView> naming(ConsiderationView in, Set<IncidentId> incidents) {
    return considering.nameIncidents(new Considering.NameIncidents(in.id(), incidents, null));
  }

  @Test
  @DisplayName("One service considers one customer once at a time")
  void refusesToConsiderTwiceAtATime() {
    ConsiderationView opened = considered(customer("Tess Twice"));
    ConcernView another = accepted(opened.customerId(), HOUSING, MONDAY.minusDays(1));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> considering.open(open(opened.customerId(), another))))
                    .containsExactly("ALREADY_CONSIDERED"));
  }

  @Test
  void refusesPlacesThatDoNotExist() {
    CustomerId customer = customer("Pip Place");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(2));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                considering.open(
                                    new Considering.Open(
                                        customer,
                                        HOUSING,
                                        Set.of(new ServiceAreaCode("nowhere")),
                                        Set.of("no-such-house"),
                                        false,
                                        null,
                                        Set.of(concern.id(), new ConcernId(UUID.randomUUID())),
                                        Set.of(new IncidentId(UUID.randomUUID())),
                                        List.of(),
                                        " "))))
                    .containsExactlyInAnyOrder(
                        "TEXT_MISSING", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"));
  }

  @Test
  @DisplayName("F5: hearing put off for safety is due afterwards")
  void hearingAfterwardsIsADuty() {
    ConsiderationView opened = considered(customer("Hal Heard"));
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      considering.recordRepresentation(
                          new Considering.RecordRepresentation(
                              opened.id(),
                              RepresentationKind.DISPENSED,
                              MONDAY,
                              MONDAY.plusDays(10),
                              null,
                              "Threatened to come back armed",
                              null)));
              assertThat(openDuties(opened)).contains("HEAR_AFTERWARDS");
              assertThat(considerations.basis(opened.id()).orElseThrow().representationsTaken())
                  .isFalse();
              done(
                  () ->
                      considering.recordRepresentation(
                          new Considering.RecordRepresentation(
                              opened.id(),
                              RepresentationKind.RECEIVED,
                              MONDAY,
                              null,
                              "I did not mean it",
                              null,
                              null)));
            });

    assertThat(openDuties(opened)).doesNotContain("HEAR_AFTERWARDS");
    assertThat(considerations.basis(opened.id()).orElseThrow().representationsTaken()).isTrue();
  }

  @Test
  @DisplayName("T4: no action is told twice too, and then the case closes")
  void noActionIsToldAndClosed(Scenario scenario) {
    ConsiderationView opened = considered(customer("Nora Noaction"));
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      considering.advise(
                          new Considering.Advise(opened.id(), AdviceKind.CONSIDERED, null, null)));
              done(
                  () ->
                      considering.determine(
                          new Considering.Determine(
                              opened.id(),
                              Category.NOT_UNREASONABLE,
                              GrievanceFinding.PARTLY_JUSTIFIED,
                              "The repair was late",
                              false,
                              "The desk went on working",
                              ConductPattern.ISOLATED,
                              null,
                              null,
                              false,
                              "Strong words after a long wait",
                              null)));
              done(
                  () ->
                      considering.advise(
                          new Considering.Advise(opened.id(), AdviceKind.DETERMINED, null, null)));
              assertThat(
                      refused(
                          () ->
                              considering.close(
                                  new Considering.Close(
                                      opened.id(), CloseCause.CONCLUDED, "Done", null))))
                  .containsExactly("ADVICE_NOT_ACKNOWLEDGED");
            });
    As.headOfCustomerServices()
        .run(
            () -> {
              for (AdviceKind kind : AdviceKind.values()) {
                done(
                    () ->
                        considering.acknowledge(
                            new Considering.Acknowledge(opened.id(), kind, null)));
              }
            });
    As.headOfService("housing")
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    considering.close(
                                        new Considering.Close(
                                            opened.id(), CloseCause.CONCLUDED, "Done", null))))
                    .andWaitForEventOfType(ConsiderationClosed.class)
                    .matching(e -> e.considerationId().equals(opened.id()))
                    .toArriveAndVerify(e -> assertThat(e.cause()).isEqualTo(CloseCause.CONCLUDED)));
    // The customer still has to be told.
    assertThat(openDuties(opened)).containsExactly("TELL_CUSTOMER");
  }

  @Test
  @DisplayName("F7: what was answered before stays, also for the database's own role")
  void keepsEveryAnswer() {
    ConsiderationView opened = considered(customer("Kay Kept"));
    As.headOfService("housing")
        .run(
            () -> {
              for (CheckAnswer answer : List.of(CheckAnswer.NOT_SATISFIED, CheckAnswer.SATISFIED)) {
                done(
                    () ->
                        considering.recordCheck(
                            new Considering.RecordCheck(
                                opened.id(),
                                CheckKind.COMMUNICATION,
                                answer,
                                "Letters of May",
                                "First look",
                                null,
                                null)));
              }
            });

    assertThat(considerations.find(opened.id()).orElseThrow().checks())
        .extracting(Check::answer)
        .containsExactly(CheckAnswer.NOT_SATISFIED, CheckAnswer.SATISFIED);
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from designation.considered_incident where consideration = ?")
                    .param(opened.id().value())
                    .update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  @DisplayName("F7: the case file tells what happened, to nobody but about this person")
  void contributesToTheCaseFile() {
    ConsiderationView opened = considered(customer("Fay File"));
    prepare(opened);
    As.headOfService("housing").run(() -> done(() -> considering.determine(unreasonable(opened))));

    assertThat(chronology(opened.id().value(), opened.customerId().value()))
        .contains(
            "CONSIDERATION_OPENED",
            "HOFCS_ADVISED",
            "CHECK_ANSWERED",
            "REPRESENTATIONS_RECEIVED",
            "CIRCUMSTANCES_WEIGHED",
            "DETERMINED");
    assertThat(chronology(opened.id().value(), UUID.randomUUID())).isEmpty();
  }

  private Set<String> chronology(UUID caseId, UUID person) {
    return contributors.stream()
        .flatMap(c -> c.contribute(caseId, person).stream())
        .filter(e -> e.objectType().equals("Consideration"))
        .map(CaseFileContributor.Entry::code)
        .collect(Collectors.toSet());
  }
}
