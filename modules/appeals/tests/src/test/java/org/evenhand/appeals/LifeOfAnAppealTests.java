package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considering;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.designation.Rechecking;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.Incidents;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.modulith.test.PublishedEventsExtension;

/** From lodging to the letter with the outcome, from each seat that takes part. */
@ExtendWith(PublishedEventsExtension.class)
class LifeOfAnAppealTests extends Story {

  private static final String SEEN =
      """
      fragment Seen on Appeal {
        id version status tellBy groundCodes
        acknowledgement { kind } outcomeLetter { kind }
        investigator { person name outsideBody why by at }
        declarations { person part words at }
        corrections { kind at by }
        investigation { kind about heldOn words newInformation files { id } by at }
        findings { presentedTo presentedToName customersCase summary decideBy by at
          grounds { ground borneOut words } options { what effect } }
        suspensions { suspends reason by at restrictions { id } }
        determination { outcome reasons findingsSetAside by at
          grounds { ground accepted reasons } lifted { id } varied { id endsOn } }
        withdrawal { receivedOn words by at }
        atStake { id }
        mayIAct { person name mayInvestigate mayDetermine declaredFree bars { bar message } }
        managementTeam { person name mayDetermine bars { bar } }
        file { at code text subjectType subject by }
        letters { reference service { outcome } }
        involvement { person kind }
        withheld { field }
        availableActions { action allowed due mutation refusals { code message } }
      }
      """;

  private static final As INVESTIGATOR =
      As.person("investigator-1", "Ina Investigator", "OFFICER", "leisure");
  private static final As OTHER_MEMBER = As.person("cmt-2", "Cora Manager", "CMT_MEMBER");

  @Test
  @DisplayName(
      "P10.1 to P10.5: acknowledged, looked into, presented, upheld: the exclusion ends with the"
          + " decision, and the customer is told")
  void upheld() {
    CustomerId customer = customer("Uma Upheld");
    UUID caseId = consideration(customer);
    NoticeView notice = excluded(caseId);
    AppealView appeal = lodged(letter(notice.id(), MONDAY));
    String rota = uploaded(As.headOfCustomerServices(), "rota.txt");
    As.headOfCustomerServices()
        .run(
            () -> {
              done("appealAcknowledge", appeal, letterInput());
              done("appealInvestigationRecord", appeal, step("PLAN"));
              var interview = step("INTERVIEW");
              interview.put("about", "The customer");
              interview.put("heldOn", "2026-11-23");
              interview.put("files", List.of(rota));
              done("appealInvestigationRecord", appeal, interview)
                  .path("appealInvestigationRecord.appeal.investigation[1].files[*].id")
                  .entityList(String.class)
                  .containsExactly(rota);
              assertThat(errorsOf("appealInvestigationRecord", appeal, interview))
                  .as("F7: a file belongs to one record")
                  .isNotEmpty();
              refused("appealFindingsPresent", appeal, findings("cmt-1"), "APPEAL_STEPS_MISSING");
              var asked = step("NEW_INFORMATION");
              asked.put("newInformation", false);
              done("appealInvestigationRecord", appeal, asked);
              done("appealFindingsPresent", appeal, findings("cmt-1"));
            });
    assertThat(openDuties(now(appeal))).containsExactly("APPEAL_DETERMINE");
    As.cmtMember()
        .run(
            () -> {
              refused(
                  "appealDetermine",
                  appeal,
                  decision("UPHELD", "YES"),
                  "APPEAL_CONFLICT_NOT_DECLARED");
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              Response seen = read(appeal);
              seen.path("appeal.mayIAct.mayDetermine").entity(Boolean.class).isEqualTo(true);
              seen.path("appeal.findings.decideBy").entity(String.class).isEqualTo("2026-12-07");
              seen.path("appeal.atStake").entityList(Object.class).hasSize(1);
              Response decided = done("appealDetermine", appeal, decision("UPHELD", "YES"));
              decided
                  .path("appealDetermine.appeal.determination.lifted")
                  .entityList(Object.class)
                  .hasSize(1);
              decided
                  .path("appealDetermine.appeal.tellBy")
                  .entity(String.class)
                  .isEqualTo("2026-11-30");
            });
    assertThat(restrictions.ofNotice(notice.id())).allMatch(r -> r.status().ended());
    assertThat(appeals.pending(customer.value())).hasSize(1);
    As.headOfService("housing").run(() -> read(appeal).path("appeal.determination").valueIsNull());
    As.headOfCustomerServices()
        .run(
            () -> {
              done("appealOutcomeIssue", appeal, letterInput())
                  .path("appealOutcomeIssue.appeal.outcomeLetter.kind")
                  .entity(String.class)
                  .isEqualTo("APPEAL_OUTCOME");
              refused("appealOutcomeIssue", appeal, letterInput(), "APPEAL_WRONG_STATUS");
            });
    assertThat(appeals.pending(customer.value())).isEmpty();
    assertThat(duties.openFor(appeal.id().value())).isEmpty();
    String text =
        notices
            .letter(Objects.requireNonNull(now(appeal).course().outcome()).noticeId())
            .orElseThrow()
            .text();
    assertThat(text)
        .contains("It is upheld", "We agree", "This has ended", "Local Government")
        .doesNotContain("Housing Ombudsman");
    As.headOfService("housing")
        .run(
            () ->
                read(appeal)
                    .path("appeal.determination.outcome")
                    .entity(String.class)
                    .isEqualTo("UPHELD"));
  }

  @Test
  @DisplayName(
      "P10.5, T7, F4: dismissed: nothing changes, and the letter says what stays, and in a landlord"
          + " matter names the Housing Ombudsman alone")
  void dismissed() {
    CustomerId customer = customer("Dan Dismissed");
    tenancy(customer);
    NoticeView notice = excluded(consideration(customer));
    AppealView appeal = presented(lodged(letter(notice.id(), MONDAY)));
    OTHER_MEMBER.run(
        () -> {
          done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
          done("appealDetermine", appeal, decision("DISMISSED", "NO"));
          done("appealOutcomeIssue", appeal, letterInput());
        });
    assertThat(restrictions.ofNotice(notice.id())).noneMatch(r -> r.status().ended());
    assertThat(
            notices
                .letter(Objects.requireNonNull(now(appeal).course().outcome()).noticeId())
                .orElseThrow()
                .text())
        .contains("It is not upheld", "This stays as it is", "Housing Ombudsman")
        .doesNotContain("Local Government");
  }

  @Test
  @DisplayName("P10.5: partly upheld ends what it names, and only what the notice tells of")
  void partly() {
    CustomerId customer = customer("Pia Partly");
    NoticeView notice = excluded(consideration(customer));
    AppealView appeal = presented(lodged(letter(notice.id(), MONDAY)));
    String exclusion =
        GlobalId.of("Restriction", restrictions.ofNotice(notice.id()).getFirst().id().value());
    As.cmtMember()
        .run(
            () -> {
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              var decision = decision("PARTLY_UPHELD", "PARTLY");
              refused("appealDetermine", appeal, decision, "APPEAL_PARTLY_NAMES_NOTHING");
              decision.put("lift", List.of(GlobalId.of("Restriction", UUID.randomUUID())));
              refused("appealDetermine", appeal, decision, "APPEAL_RESTRICTION_NOT_OF_NOTICE");
              decision.put("lift", List.of(exclusion));
              done("appealDetermine", appeal, decision);
            });
    assertThat(restrictions.ofNotice(notice.id())).allMatch(r -> r.status().ended());
  }

  @Test
  @DisplayName(
      "P10, T6: in force until a head without a part sets it aside; that ends with the outcome")
  void setAside() {
    CustomerId customer = customer("Sal Setaside");
    NoticeView notice = excluded(consideration(customer));
    AppealView appeal = presented(lodged(letter(notice.id(), MONDAY)));
    var decision = new HashMap<String, Object>(Map.of("suspend", true, "reason", "Not urgent."));
    As.cmtMember()
        .run(
            () -> refused("appealSuspensionDecide", appeal, decision, "MAY_NOT_DECIDE_SUSPENSION"));
    As.person("hos-housing", "Hari Head", "HEAD_OF_CUSTOMER_SERVICES")
        .run(() -> refused("appealSuspensionDecide", appeal, decision, "APPEAL_DECIDER_INVOLVED"));
    As.headOfCustomerServices()
        .run(
            () -> {
              done("appealSuspensionDecide", appeal, decision)
                  .path("appealSuspensionDecide.appeal.suspensions[*].suspends")
                  .entityList(Boolean.class)
                  .containsExactly(true);
              refused("appealSuspensionDecide", appeal, decision, "APPEAL_NOTHING_TO_SUSPEND");
            });
    assertThat(restrictions.ofNotice(notice.id()))
        .allMatch(r -> r.status() == RestrictionStatus.SUSPENDED);
    OTHER_MEMBER.run(
        () -> {
          done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
          done("appealDetermine", appeal, decision("DISMISSED", "NO"));
          done("appealOutcomeIssue", appeal, letterInput());
        });
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            Objects.requireNonNull(now(appeal).course().outcome()).noticeId(),
                            new ServiceRecord(
                                ServiceMethod.HAND, MONDAY_TEN, ServiceOutcome.SENT, null, null))));
    assertThat(restrictions.ofNotice(notice.id()))
        .allMatch(r -> r.status() == RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("P10.5, T7: where new terms are refused, nothing of the decision is done")
  void refusedTerms() {
    CustomerId customer = customer("Gus Gentler");
    NoticeView notice = excluded(consideration(customer));
    AppealView appeal = presented(lodged(letter(notice.id(), MONDAY)));
    String exclusion =
        GlobalId.of("Restriction", restrictions.ofNotice(notice.id()).getFirst().id().value());
    As.cmtMember()
        .run(
            () -> {
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              var decision = decision("PARTLY_UPHELD", "PARTLY");
              decision.put(
                  "vary",
                  List.of(
                      Map.of("restriction", exclusion, "endsOn", MONDAY.plusMonths(1).toString())));
              assertThat(errorsOf("appealDetermine", appeal, decision))
                  .contains("EMERGENCY_UNCONFIRMED");
            });
    assertThat(now(appeal).status()).isEqualTo(AppealStatus.PRESENTED);
    assertThat(now(appeal).course().determination()).isNull();
    assertThat(restrictions.ofNotice(notice.id())).noneMatch(r -> r.status().ended());
  }

  @Test
  @DisplayName("P10.5, T7: gentler terms hold at once, and the outcome letter tells of them")
  void gentlerTerms() {
    CustomerId customer = customer("Greta Gentler");
    UUID caseId = consideration(customer);
    NoticeView notice = excluded(caseId);
    RestrictionId excluded = restrictions.ofNotice(notice.id()).getFirst().id();
    confirmed(new ConsiderationId(caseId), excluded);
    AppealView appeal = presented(lodged(letter(notice.id(), MONDAY)));
    String earlier = MONDAY.plusMonths(1).toString();
    As.cmtMember()
        .run(
            () -> {
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              var decision = decision("PARTLY_UPHELD", "PARTLY");
              decision.put(
                  "vary",
                  List.of(
                      Map.of(
                          "restriction",
                          GlobalId.of("Restriction", excluded.value()),
                          "endsOn",
                          MONDAY.plusMonths(4).toString())));
              assertThat(errorsOf("appealDetermine", appeal, decision))
                  .contains("LATER_END_IS_AN_EXTENSION", "HARSHER_ON_APPEAL");
              decision.put(
                  "vary",
                  List.of(
                      Map.of(
                          "restriction",
                          GlobalId.of("Restriction", excluded.value()),
                          "endsOn",
                          earlier)));
              done("appealDetermine", appeal, decision)
                  .path("appealDetermine.appeal.determination.varied[*].endsOn")
                  .entityList(String.class)
                  .containsExactly(earlier);
            });
    RestrictionId gentler =
        Objects.requireNonNull(now(appeal).course().determination()).varied().get(excluded);
    assertThat(restrictions.find(excluded).orElseThrow().status())
        .isEqualTo(RestrictionStatus.REPLACED);
    assertThat(restrictions.find(gentler).orElseThrow())
        .satisfies(
            now -> {
              assertThat(now.status()).isEqualTo(RestrictionStatus.IN_FORCE);
              assertThat(now.chain().onAppeal()).isEqualTo(appeal.id().value());
            });
    As.cmtMember().run(() -> done("appealOutcomeIssue", appeal, letterInput()));
    assertThat(restrictions.find(gentler).orElseThrow().noticeId())
        .isEqualTo(Objects.requireNonNull(now(appeal).course().outcome()).noticeId());
    assertThat(duties.openFor(appeal.id().value())).isEmpty();
  }

  /** The full way, and what began at once confirmed by it (F1). */
  private void confirmed(ConsiderationId consideration, RestrictionId restriction) {
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      considering.advise(
                          new Considering.Advise(
                              consideration, AdviceKind.CONSIDERED, null, null)));
              for (CheckKind kind : CheckKind.values()) {
                done(
                    () ->
                        considering.recordCheck(
                            new Considering.RecordCheck(
                                consideration,
                                kind,
                                CheckAnswer.SATISFIED,
                                "Log of the desk",
                                null,
                                new ActorId("repairs-1"),
                                null)));
              }
              done(
                  () ->
                      considering.recordRepresentation(
                          new Considering.RecordRepresentation(
                              consideration,
                              RepresentationKind.RECEIVED,
                              MONDAY,
                              null,
                              "I was upset",
                              null,
                              null)));
              done(
                  () ->
                      considering.assess(
                          new Considering.Assess(
                              consideration,
                              CouldArise.NO,
                              "No need known; none asked for",
                              Set.of(),
                              "Nobody else is affected",
                              "A chair was thrown",
                              List.of(),
                              null)));
              done(
                  () ->
                      considering.determine(
                          new Considering.Determine(
                              consideration,
                              Category.UNREASONABLE,
                              GrievanceFinding.NOT_JUSTIFIED,
                              "The log of the desk",
                              true,
                              "Two officers could not serve others",
                              ConductPattern.ISOLATED,
                              null,
                              null,
                              true,
                              "A chair was thrown and the desk had to be closed",
                              null)));
              done(() -> imposing.confirm(restriction, null, "The full way was gone"));
            });
  }

  @Test
  @DisplayName(
      "T6: where the Head of Customer Services decided, somebody else is named, and nobody with a"
          + " part can be")
  void anotherInvestigator() {
    CustomerId customer = customer("Ida Independent");
    UUID caseId = consideration(customer);
    NoticeView notice = served(customer, caseId, As.headOfCustomerServices());
    AppealView appeal = lodged(letter(notice.id(), MONDAY));
    var named = new HashMap<String, Object>();
    named.put("why", "The head of customer services signed the notice.");
    As.headOfCustomerServices()
        .run(
            () -> {
              refused("appealFindingsPresent", appeal, findings("cmt-1"), "APPEAL_STEPS_MISSING");
              named.put("officer", GlobalId.of("Officer", officerOf("investigator-1").value()));
              refused("appealInvestigatorAssign", appeal, named, "APPEAL_DECIDER_INVOLVED");
            });
    INVESTIGATOR.run(() -> read(appeal).path("appeal").valueIsNull());
    OTHER_MEMBER.run(
        () -> {
          named.put(
              "outsider", Map.of("person", "hos-housing", "name", "Hari Head", "body", "Housing"));
          refused("appealInvestigatorAssign", appeal, named, "APPEAL_INVESTIGATOR_ONE");
          named.remove("officer");
          refused("appealInvestigatorAssign", appeal, named, "APPEAL_INVESTIGATOR_INVOLVED");
          named.remove("outsider");
          named.put("officer", GlobalId.of("Officer", officerOf("investigator-1").value()));
          done("appealInvestigatorAssign", appeal, named);
        });
    INVESTIGATOR.run(
        () -> {
          Response seen = read(appeal);
          seen.path("appeal.file[*].code").entityList(String.class).contains("APPEAL_LODGED");
          seen.path("appeal.letters[*].service[*].outcome")
              .entityList(String.class)
              .contains("SENT");
          seen.path("appeal.involvement[*].person")
              .entityList(String.class)
              .contains("hos-housing");
          seen.path("appeal.mayIAct.mayInvestigate").entity(Boolean.class).isEqualTo(true);
          seen.path("appeal.mayIAct.mayDetermine").entity(Boolean.class).isEqualTo(false);
          var asked = step("NEW_INFORMATION");
          asked.put("newInformation", true);
          done("appealInvestigationRecord", appeal, asked);
          done("appealFindingsPresent", appeal, findings("cmt-1"));
        });
    As.headOfCustomerServices()
        .run(
            () ->
                read(appeal)
                    .path("appeal.mayIAct.bars[*].bar")
                    .entityList(String.class)
                    .containsExactly("DECIDED"));
  }

  @Test
  @DisplayName(
      "T6, question 12: advice on substance bars a member, advice on procedure and mediation do"
          + " not; a conflict declared is not taken back")
  void whoMayDetermine() {
    CustomerId customer = customer("Meg Member");
    UUID caseId = consideration(customer);
    involve(caseId, "cmt-1", InvolvementKind.ADVISED);
    involve(caseId, "cmt-2", InvolvementKind.PROCEDURAL_ADVICE);
    involve(caseId, "cmt-2", InvolvementKind.MEDIATED);
    AppealView appeal =
        lodged(letter(served(customer, caseId, As.headOfService("housing")).id(), MONDAY));
    As.headOfCustomerServices()
        .run(
            () -> {
              var asked = step("NEW_INFORMATION");
              asked.put("newInformation", false);
              done("appealInvestigationRecord", appeal, asked);
              Response seen = read(appeal);
              seen.path("appeal.managementTeam[?(@.person == 'cmt-1')].bars[*].bar")
                  .entityList(String.class)
                  .containsExactly("ADVISED");
              seen.path("appeal.managementTeam[?(@.mayDetermine == true)].person")
                  .entityList(String.class)
                  .containsExactly("cmt-2");
              refused("appealFindingsPresent", appeal, findings("cmt-1"), "APPEAL_MEMBER_INVOLVED");
              refused(
                  "appealFindingsPresent",
                  appeal,
                  findings("investigator-1"),
                  "NOT_IN_MANAGEMENT_TEAM");
              done("appealFindingsPresent", appeal, findings("cmt-2"));
            });
    OTHER_MEMBER.run(
        () -> {
          var part = new HashMap<String, Object>(Map.of("part", "PERSONAL"));
          refused("appealConflictDeclare", appeal, part, "TEXT_MISSING");
          part.put("words", "A neighbour of the customer.");
          done("appealConflictDeclare", appeal, part);
          done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
          assertThat(errorsOf("appealDetermine", appeal, decision("DISMISSED", "NO")))
              .containsExactly("APPEAL_DECIDER_INVOLVED", "APPEAL_CONFLICT_NOT_DECLARED");
        });
    As.cmtMember()
        .run(
            () -> {
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              refused(
                  "appealDetermine",
                  appeal,
                  decision("DISMISSED", "NO"),
                  "APPEAL_DECIDER_INVOLVED");
            });
  }

  @Test
  @DisplayName("P10.2, T7: each ground is answered; without grounds nothing is presented")
  void everyGroundIsAnswered() {
    NoticeView notice = served(customer("Gil Grounds"), null, As.headOfService("housing"));
    AppealView appeal =
        lodged(
            new AppealToLodge(
                notice.id(),
                LodgedBy.CUSTOMER,
                null,
                null,
                AppealChannel.EMAIL,
                MONDAY,
                null,
                "Nobody listened and it is too much.",
                Set.of(GroundCode.NOT_HEARD, GroundCode.DISPROPORTIONATE)));
    AppealView silent =
        lodged(
            new AppealToLodge(
                served(customer("Sid Silent"), null, As.headOfService("housing")).id(),
                LodgedBy.CUSTOMER,
                null,
                null,
                AppealChannel.EMAIL,
                MONDAY,
                null,
                null));
    As.headOfCustomerServices()
        .run(
            () -> {
              var asked = step("NEW_INFORMATION");
              asked.put("newInformation", false);
              done("appealInvestigationRecord", appeal, asked);
              assertThat(errorsOf("appealFindingsPresent", appeal, findings("cmt-1")))
                  .containsExactly("APPEAL_GROUND_WITHOUT_ANSWER", "APPEAL_ANSWER_WITHOUT_GROUND");
              done("appealInvestigationRecord", silent, asked);
              assertThat(errorsOf("appealFindingsPresent", silent, findings("cmt-1")))
                  .contains("APPEAL_STEPS_MISSING");
              done("appealAcknowledge", silent, letterInput());
            });
    assertThat(
            notices
                .letter(Objects.requireNonNull(now(silent).course().acknowledgement()).noticeId())
                .orElseThrow()
                .text())
        .contains("Please tell us why you disagree", "4 January 2027");
    As.officer("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                lodging.lodge(
                                    new AppealToLodge(
                                        served(
                                                customer("Kay Kinds"),
                                                null,
                                                As.headOfService("housing"))
                                            .id(),
                                        LodgedBy.CUSTOMER,
                                        null,
                                        null,
                                        AppealChannel.EMAIL,
                                        MONDAY,
                                        null,
                                        null,
                                        Set.of(GroundCode.OTHER)))))
                    .containsExactly("APPEAL_CODES_WITHOUT_WORDS"));
  }

  @Test
  @DisplayName("P10.4, T7: presented after six weeks is said to be late, and never refused for it")
  void presentedLate() {
    AppealView appeal =
        lodged(
            letter(served(customer("Lou Later"), null, As.headOfService("housing")).id(), MONDAY));
    clock.set(Instant.parse("2027-01-05T10:00:00Z"));
    As.headOfCustomerServices()
        .run(
            () -> {
              var asked = step("NEW_INFORMATION");
              asked.put("newInformation", false);
              done("appealInvestigationRecord", appeal, asked);
              done("appealFindingsPresent", appeal, findings("cmt-1"))
                  .path("appealFindingsPresent.warnings[*].code")
                  .entityList(String.class)
                  .containsExactly("APPEAL_PRESENTED_LATE");
            });
  }

  @Autowired CorrectingRecords correcting;
  @Autowired Incidents incidents;
  @Autowired Rechecking rechecking;
  @Autowired ApplicationEventPublisher publisher;

  @Test
  @DisplayName(
      "T27, T3: what is put right during an appeal is weighed by whoever looks into it, then by"
          + " whoever decides; no dismissal on findings that wait to be looked at again")
  void putRightDuringAnAppeal(PublishedEvents published) {
    CustomerId customer = customer("Cora Corrected");
    UUID caseId = consideration(customer);
    AppealView appeal =
        lodged(letter(served(customer, caseId, As.headOfService("housing")).id(), MONDAY));
    var asked = step("NEW_INFORMATION");
    asked.put("newInformation", true);
    As.headOfCustomerServices().run(() -> done("appealInvestigationRecord", appeal, asked));
    later();
    IncidentId incident =
        considerations.find(new ConsiderationId(caseId)).orElseThrow().incidentIds().stream()
            .findFirst()
            .orElseThrow();
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        correcting.makeVoid(
                            new CorrectingRecords.MakeVoid(
                                incident,
                                incidents.find(List.of(incident)).getFirst().version(),
                                "It never happened."),
                            currentActor.get(),
                            clock.instant())));
    assertThat(openDuties(appeal)).contains("APPEAL_CORRECTION");
    later();
    As.headOfCustomerServices()
        .run(
            () -> {
              refused("appealFindingsPresent", appeal, findings("cmt-1"), "APPEAL_STEPS_MISSING");
              read(appeal)
                  .path("appeal.corrections[*].kind")
                  .entityList(String.class)
                  .containsExactly("INCIDENT_VOIDED");
              done("appealInvestigationRecord", appeal, asked);
              assertThat(openDuties(appeal)).doesNotContain("APPEAL_CORRECTION");
              done("appealFindingsPresent", appeal, findings("cmt-1"));
            });
    As.headOfService("housing").run(() -> read(appeal).path("appeal.corrections").valueIsNull());
    later();
    transactions.executeWithoutResult(
        s ->
            publisher.publishEvent(
                new CustomersMerged(
                    new CustomerMergeId(UUID.randomUUID()),
                    customer,
                    customer("Cora Correct"),
                    clock.instant(),
                    new ActorId("officer-1"))));
    assertThat(duties.openFor(appeal.id().value()))
        .filteredOn(d -> d.kind().equals("APPEAL_CORRECTION"))
        .singleElement()
        .satisfies(d -> assertThat(d.owner()).isEqualTo(new ActorId("cmt-1")));
    // As after a determination that lost an incident.
    jdbc.sql(
            "insert into designation.recheck (id, version, consideration, opened_at)"
                + " values (?, 0, ?, now())")
        .params(UUID.randomUUID(), caseId)
        .update();
    As.cmtMember()
        .run(
            () -> {
              done("appealConflictDeclare", appeal, new HashMap<>(Map.of("part", "NONE")));
              refused(
                  "appealDetermine", appeal, decision("DISMISSED", "NO"), "APPEAL_STEPS_MISSING");
            });
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        rechecking.recheck(
                            new Rechecking.Recheck(
                                new ConsiderationId(caseId),
                                0,
                                RecheckOutcome.STANDS,
                                "What is left carries it."),
                            currentActor.get(),
                            clock.instant())));
    Outcome<AppealView> decided =
        As.cmtMember()
            .call(
                () ->
                    transactions.execute(
                        s ->
                            determining.determine(
                                new DeterminingAppeals.Determine(
                                    appeal.id(),
                                    now(appeal).version(),
                                    AppealOutcome.UPHELD,
                                    "It never happened.",
                                    List.of(
                                        new GroundDecision(
                                            GroundCode.OTHER, BorneOut.YES, "The record is void.")),
                                    Set.of(),
                                    List.of(),
                                    false))));
    assertThat(decided.warnings())
        .extracting(Warning::code)
        .containsExactly("APPEAL_CORRECTED_SINCE");
    assertThat(published.ofType(FindingsSetAsideOnAppeal.class))
        .anySatisfy(e -> assertThat(e.customerId()).isEqualTo(customer.value()));
    // Nobody wrote that we have it: the letter with what became of it says so, on its own clock.
    assertThat(openDuties(appeal)).containsExactly("APPEAL_TELL");
  }

  private void later() {
    clock.set(clock.instant().plusSeconds(60));
  }

  @Test
  @DisplayName(
      "T6: whoever made the decision does not record that the appeal against it is withdrawn")
  void notTakenBackByTheDecider() {
    AppealView appeal =
        lodged(
            letter(served(customer("Wanda Kept"), null, As.headOfService("housing")).id(), MONDAY));
    var words = new HashMap<String, Object>();
    words.put("receivedOn", "2026-11-23");
    words.put("words", "She leaves it there.");

    As.headOfService("housing")
        .run(() -> refused("appealWithdraw", appeal, words, "APPEAL_WITHDRAWAL_FOR_OTHERS"));

    assertThat(now(appeal).status()).isEqualTo(AppealStatus.LODGED);
  }

  @Test
  @DisplayName("An appeal can be taken back until it is decided, and the customer is told")
  void takenBack() {
    CustomerId customer = customer("Wes Withdrawn");
    AppealView appeal =
        lodged(letter(served(customer, null, As.headOfService("housing")).id(), MONDAY));
    As.officer("housing")
        .run(
            () -> {
              var words = new HashMap<String, Object>();
              words.put("receivedOn", "2026-11-22");
              words.put("words", " ");
              assertThat(errorsOf("appealWithdraw", appeal, words))
                  .containsExactly("TEXT_MISSING", "APPEAL_STEP_BEFORE_APPEAL");
              words.put("receivedOn", "2026-11-23");
              words.put("words", "I leave it there.");
              done("appealWithdraw", appeal, words);
            });
    assertThat(appeals.pending(customer.value())).isEmpty();
    assertThat(openDuties(appeal)).containsExactly("APPEAL_TELL");
    As.headOfCustomerServices().run(() -> done("appealOutcomeIssue", appeal, letterInput()));
    assertThat(now(appeal).status()).isEqualTo(AppealStatus.WITHDRAWN);
    assertThat(duties.openFor(appeal.id().value())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = NoticeKind.class,
      names = {"DETERMINATION", "RESTRICTIONS", "VARIED", "EXTENDED", "REFUSAL_TO_LIFT"})
  @DisplayName(
      "F4, P10.1, T15: one appeal for every notice that designates, imposes, varies, extends or"
          + " refuses to lift")
  void everySuchNoticeCanBeAppealed(NoticeKind kind) {
    CustomerId customer = customer("Eve " + kind.name().toLowerCase(java.util.Locale.ROOT));
    NoticeView notice =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            notices.issue(
                                notice(
                                    customer,
                                    null,
                                    kind,
                                    true,
                                    new AppealPart(
                                        "the Head of Customer Services", "By letter or email."),
                                    null))));
    assertThat(lodged(letter(notice.id(), MONDAY)).noticeId()).isEqualTo(notice.id());
    assertThat(
            As.officer("housing")
                .call(() -> refused(() -> lodging.lodge(letter(notice.id(), MONDAY)))))
        .containsExactly("APPEAL_ALREADY_LODGED");
  }

  @Test
  @DisplayName("T20: the acts are for their seats; everybody else is turned away")
  void seats() {
    AppealView appeal =
        lodged(
            letter(served(customer("Sue Seats"), null, As.headOfService("housing")).id(), MONDAY));
    Map<String, Map<String, Object>> acts =
        Map.of(
            "appealAcknowledge", letterInput(),
            "appealInvestigationRecord", step("PLAN"),
            "appealFindingsPresent", findings("cmt-1"),
            "appealDetermine", decision("DISMISSED", "NO"),
            "appealOutcomeIssue", letterInput(),
            "appealInvestigatorAssign", new HashMap<>(Map.of("why", "x")),
            "appealConflictDeclare", new HashMap<>(Map.of("part", "NONE")),
            "appealSuspensionDecide", new HashMap<>(Map.of("suspend", false, "reason", "x")),
            "appealWithdraw",
                new HashMap<>(Map.of("receivedOn", "2026-11-23", "words", "Enough.")));
    for (As somebody : List.of(As.auditor(), As.electedMember(), As.integrator())) {
      somebody.run(() -> acts.forEach((act, input) -> forbidden(act, appeal, input)));
    }
    As.officer("housing")
        .run(
            () -> {
              forbidden("appealDetermine", appeal, acts.get("appealDetermine"));
              refused("appealInvestigationRecord", appeal, step("PLAN"), "APPEAL_NOT_YOURS");
            });
    As.headOfCustomerServices()
        .run(() -> forbidden("appealDetermine", appeal, acts.get("appealDetermine")));
    assertThat(now(appeal).version()).isEqualTo(appeal.version());
  }

  private AppealView presented(AppealView appeal) {
    As.headOfCustomerServices()
        .run(
            () -> {
              var asked = step("NEW_INFORMATION");
              asked.put("newInformation", false);
              done("appealInvestigationRecord", appeal, asked);
              done("appealFindingsPresent", appeal, findings("cmt-1"));
            });
    return now(appeal);
  }

  private void involve(UUID caseId, String person, InvolvementKind kind) {
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.involve(
                            new Considering.Involve(
                                new ConsiderationId(caseId),
                                new ActorId(person),
                                kind,
                                "Asked by telephone.",
                                null))));
  }

  private AppealView now(AppealView appeal) {
    return appeals.find(appeal.id()).orElseThrow();
  }

  private Response read(AppealView appeal) {
    return graphQl
        .document("query ($id: ID!) { appeal(id: $id) { ...Seen } }" + SEEN)
        .variable("id", GlobalId.of("Appeal", appeal.id().value()))
        .execute();
  }

  private Response act(String act, AppealView appeal, Map<String, Object> fields) {
    String input = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input";
    var whole = new HashMap<String, Object>(fields);
    whole.put("appeal", GlobalId.of("Appeal", appeal.id().value()));
    whole.put("expectedVersion", now(appeal).version());
    return graphQl
        .document(
            """
            mutation ($input: %s!) {
              %s(input: $input) {
                appeal { ...Seen } refusals { code message path } warnings { code message } } }
            """
                    .formatted(input, act)
                + SEEN)
        .variable("input", whole)
        .execute();
  }

  private Response done(String act, AppealView appeal, Map<String, Object> fields) {
    Response answer = act(act, appeal, fields);
    answer.path(act + ".refusals[*].code").entityList(String.class).hasSize(0);
    return answer;
  }

  private List<String> errorsOf(String act, AppealView appeal, Map<String, Object> fields) {
    return act(act, appeal, fields).path(act + ".refusals[*].code").entityList(String.class).get();
  }

  private void refused(String act, AppealView appeal, Map<String, Object> fields, String code) {
    Response answer = act(act, appeal, fields);
    answer
        .path(act + ".refusals[*].code")
        .entityList(String.class)
        .satisfies(codes -> assertThat(codes).contains(code));
    answer
        .path(act + ".refusals[*].message")
        .entityList(String.class)
        .satisfies(words -> assertThat(words).noneMatch(w -> w.matches("[A-Z_]+|.*\\{\\w+}.*")));
    answer.path(act + ".appeal").valueIsNull();
  }

  private void forbidden(String act, AppealView appeal, @Nullable Map<String, Object> fields) {
    act(act, appeal, Objects.requireNonNull(fields))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private Map<String, Object> letterInput() {
    return new HashMap<>(
        Map.of(
            "planned",
            Map.of(
                "method",
                "HAND",
                "sendOn",
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().toString(),
                "address",
                "At the counter")));
  }

  private static Map<String, Object> step(String kind) {
    return new HashMap<>(Map.of("kind", kind, "words", "What was asked and what was said."));
  }

  private Map<String, Object> findings(String member) {
    return new HashMap<>(
        Map.of(
            "presentedTo",
            GlobalId.of("Officer", officerOf(member).value()),
            "customersCase",
            "They say that it was somebody else.",
            "summary",
            "The log and two officers agree.",
            "grounds",
            new ArrayList<>(
                List.of(Map.of("ground", "OTHER", "borneOut", "PARTLY", "words", "In part."))),
            "options",
            List.of(Map.of("what", "Uphold", "effect", "The exclusion ends today."))));
  }

  private static Map<String, Object> decision(String outcome, String accepted) {
    return new HashMap<>(
        Map.of(
            "outcome",
            outcome,
            "reasons",
            "The log shows what happened.",
            "grounds",
            List.of(Map.of("ground", "OTHER", "accepted", accepted, "reasons", "As found."))));
  }
}
