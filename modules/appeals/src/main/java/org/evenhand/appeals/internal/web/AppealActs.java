package org.evenhand.appeals.internal.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.evenhand.appeals.AnsweringAppeals;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealToLodge;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.DecisionOption;
import org.evenhand.appeals.DeterminingAppeals;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.appeals.GroundFinding;
import org.evenhand.appeals.InvestigatingAppeals;
import org.evenhand.appeals.LodgingAppeals;
import org.evenhand.appeals.SuspendingForAppeals;
import org.evenhand.appeals.internal.AppealReads;
import org.evenhand.appeals.internal.web.Inputs.AppealAcceptLateInput;
import org.evenhand.appeals.internal.web.Inputs.AppealConflictDeclareInput;
import org.evenhand.appeals.internal.web.Inputs.AppealDetermineInput;
import org.evenhand.appeals.internal.web.Inputs.AppealFindingsPresentInput;
import org.evenhand.appeals.internal.web.Inputs.AppealGroundsRecordInput;
import org.evenhand.appeals.internal.web.Inputs.AppealInvestigationRecordInput;
import org.evenhand.appeals.internal.web.Inputs.AppealInvestigatorAssignInput;
import org.evenhand.appeals.internal.web.Inputs.AppealLetterInput;
import org.evenhand.appeals.internal.web.Inputs.AppealLodgeInput;
import org.evenhand.appeals.internal.web.Inputs.AppealPayload;
import org.evenhand.appeals.internal.web.Inputs.AppealSuspensionDecideInput;
import org.evenhand.appeals.internal.web.Inputs.AppealWithdrawInput;
import org.evenhand.appeals.internal.web.Inputs.GentlerTermsInput;
import org.evenhand.appeals.internal.web.Inputs.OutsiderInput;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AppealActs {

  private static final String TYPE = "Appeal";

  private final Acts acts;
  private final LodgingAppeals lodging;
  private final InvestigatingAppeals investigating;
  private final DeterminingAppeals determining;
  private final SuspendingForAppeals suspending;
  private final AnsweringAppeals answering;
  private final AppealReads reads;

  AppealActs(
      Acts acts,
      LodgingAppeals lodging,
      InvestigatingAppeals investigating,
      DeterminingAppeals determining,
      SuspendingForAppeals suspending,
      AnsweringAppeals answering,
      AppealReads reads) {
    this.acts = acts;
    this.lodging = lodging;
    this.investigating = investigating;
    this.determining = determining;
    this.suspending = suspending;
    this.answering = answering;
    this.reads = reads;
  }

  @MutationMapping
  AppealPayload appealLodge(@Argument AppealLodgeInput input) {
    return act(
        "appealLodge",
        input.idempotencyKey(),
        input,
        given ->
            new AppealToLodge(
                given.id("Notice", input.notice(), NoticeId::new, "notice"),
                input.lodgedBy(),
                given.idIfAny(
                    "Representative",
                    input.representative(),
                    RepresentativeId::new,
                    "representative"),
                input.adjustment(),
                input.channel(),
                input.receivedOn(),
                input.sentOn(),
                input.grounds(),
                set(input.groundCodes())),
        lodging::lodge);
  }

  @MutationMapping
  AppealPayload appealAcceptLate(@Argument AppealAcceptLateInput input) {
    return act(
        "appealAcceptLate",
        input.idempotencyKey(),
        input,
        given -> appeal(given, input.appeal()),
        id -> lodging.acceptLate(id, input.expectedVersion(), input.accept(), input.reason()));
  }

  @MutationMapping
  AppealPayload appealGroundsRecord(@Argument AppealGroundsRecordInput input) {
    return act(
        "appealGroundsRecord",
        input.idempotencyKey(),
        input,
        given -> appeal(given, input.appeal()),
        id ->
            lodging.recordGrounds(
                id,
                input.expectedVersion(),
                input.grounds(),
                set(input.groundCodes()),
                input.receivedOn()));
  }

  @MutationMapping
  AppealPayload appealAcknowledge(@Argument AppealLetterInput input) {
    return act(
        "appealAcknowledge",
        input.idempotencyKey(),
        input,
        given -> letter(given, input),
        answering::acknowledge);
  }

  @MutationMapping
  AppealPayload appealInvestigatorAssign(@Argument AppealInvestigatorAssignInput input) {
    return act(
        "appealInvestigatorAssign",
        input.idempotencyKey(),
        input,
        given ->
            new InvestigatingAppeals.Assign(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                given.idIfAny("Officer", input.officer(), OfficerId::new, "officer"),
                outsider(given, input.outsider()),
                input.why()),
        investigating::assign);
  }

  @MutationMapping
  AppealPayload appealConflictDeclare(@Argument AppealConflictDeclareInput input) {
    return act(
        "appealConflictDeclare",
        input.idempotencyKey(),
        input,
        given ->
            new InvestigatingAppeals.Declare(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                input.part(),
                input.words()),
        investigating::declare);
  }

  @MutationMapping
  AppealPayload appealInvestigationRecord(@Argument AppealInvestigationRecordInput input) {
    return act(
        "appealInvestigationRecord",
        input.idempotencyKey(),
        input,
        given ->
            new InvestigatingAppeals.Step(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                input.kind(),
                input.about(),
                input.heldOn(),
                input.words(),
                input.newInformation(),
                given.list("File", input.files(), FileId::new, "files")),
        investigating::record);
  }

  @MutationMapping
  AppealPayload appealFindingsPresent(@Argument AppealFindingsPresentInput input) {
    return act(
        "appealFindingsPresent",
        input.idempotencyKey(),
        input,
        given ->
            new InvestigatingAppeals.Present(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                given.id("Officer", input.presentedTo(), OfficerId::new, "presentedTo"),
                input.customersCase(),
                input.summary(),
                input.grounds().stream()
                    .map(g -> new GroundFinding(g.ground(), g.borneOut(), g.words()))
                    .toList(),
                input.options().stream()
                    .map(o -> new DecisionOption(o.what(), o.effect()))
                    .toList()),
        investigating::present);
  }

  @MutationMapping
  AppealPayload appealDetermine(@Argument AppealDetermineInput input) {
    return act(
        "appealDetermine",
        input.idempotencyKey(),
        input,
        given ->
            new DeterminingAppeals.Determine(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                input.outcome(),
                input.reasons(),
                input.grounds().stream()
                    .map(g -> new GroundDecision(g.ground(), g.accepted(), g.reasons()))
                    .toList(),
                new HashSet<>(given.list("Restriction", input.lift(), RestrictionId::new, "lift")),
                gentler(given, input.vary()),
                input.setFindingsAside()),
        determining::determine);
  }

  private static List<DeterminingAppeals.Gentler> gentler(
      Given given, List<GentlerTermsInput> terms) {
    var all = new ArrayList<DeterminingAppeals.Gentler>();
    for (int i = 0; i < terms.size(); i++) {
      GentlerTermsInput term = terms.get(i);
      all.add(
          new DeterminingAppeals.Gentler(
              given.id(
                  "Restriction",
                  term.restriction(),
                  RestrictionId::new,
                  "vary",
                  Integer.toString(i),
                  "restriction"),
              term.endsOn(),
              term.reviewOn(),
              term.endsSoonerWhen()));
    }
    return all;
  }

  @MutationMapping
  AppealPayload appealSuspensionDecide(@Argument AppealSuspensionDecideInput input) {
    return act(
        "appealSuspensionDecide",
        input.idempotencyKey(),
        input,
        given ->
            new SuspendingForAppeals.Decide(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                input.suspend(),
                new HashSet<>(
                    given.list(
                        "Restriction", input.restrictions(), RestrictionId::new, "restrictions")),
                input.reason()),
        suspending::decide);
  }

  @MutationMapping
  AppealPayload appealWithdraw(@Argument AppealWithdrawInput input) {
    return act(
        "appealWithdraw",
        input.idempotencyKey(),
        input,
        given ->
            new DeterminingAppeals.Withdraw(
                appeal(given, input.appeal()),
                input.expectedVersion(),
                input.receivedOn(),
                input.words()),
        determining::withdraw);
  }

  @MutationMapping
  AppealPayload appealOutcomeIssue(@Argument AppealLetterInput input) {
    return act(
        "appealOutcomeIssue",
        input.idempotencyKey(),
        input,
        given -> letter(given, input),
        answering::issueOutcome);
  }

  private static AppealId appeal(Given given, String id) {
    return given.id(TYPE, id, AppealId::new, "appeal");
  }

  private static AnsweringAppeals.LetterToWrite letter(Given given, AppealLetterInput input) {
    return new AnsweringAppeals.LetterToWrite(
        appeal(given, input.appeal()),
        input.expectedVersion(),
        input.words(),
        Set.copyOf(input.ombudsman()),
        new PlannedService(
            input.planned().method(), input.planned().sendOn(), input.planned().address()),
        given.language(input.lang(), "lang"));
  }

  private static InvestigatingAppeals.@Nullable Outsider outsider(
      Given given, @Nullable OutsiderInput input) {
    if (input == null) {
      return null;
    }
    ActorId person = given.actor(input.person(), "outsider", "person");
    return new InvestigatingAppeals.Outsider(person, input.name(), input.body());
  }

  private static Set<GroundCode> set(List<GroundCode> codes) {
    return codes.isEmpty() ? Set.of() : EnumSet.copyOf(codes);
  }

  private <C> AppealPayload act(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<AppealView>> doing) {
    var given = new Given();
    C asked = command.apply(given);
    if (!given.refusals().isEmpty()) {
      return AppealPayload.of(Outcome.refused(given.refusals()));
    }
    return AppealPayload.of(
        acts.act(name, key, input)
            .<AppealView>on(
                TYPE, a -> a.id().value(), again -> reads.find(new AppealId(again)).orElseThrow())
            .about(AppealView::customerId)
            .perform(() -> doing.apply(asked)));
  }
}
