package org.evenhand.appeals.internal.web;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.appeals.AppealChannel;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.BorneOut;
import org.evenhand.appeals.DeclaredPart;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.InvestigationKind;
import org.evenhand.appeals.LodgedBy;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/** What the queries and mutations take in and answer, as the schema names it. */
final class Inputs {

  private Inputs() {}

  record AppealFilter(List<AppealStatus> statuses, @Nullable String customer) {}

  record AppealLodgeInput(
      @Nullable String idempotencyKey,
      String notice,
      LodgedBy lodgedBy,
      @Nullable String representative,
      @Nullable String adjustment,
      AppealChannel channel,
      LocalDate receivedOn,
      @Nullable LocalDate sentOn,
      @Nullable String grounds,
      List<GroundCode> groundCodes) {}

  record AppealAcceptLateInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      boolean accept,
      String reason) {}

  record AppealGroundsRecordInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      String grounds,
      List<GroundCode> groundCodes,
      LocalDate receivedOn) {}

  record OutsiderInput(String person, String name, String body) {}

  record AppealInvestigatorAssignInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      @Nullable String officer,
      @Nullable OutsiderInput outsider,
      String why) {}

  record AppealConflictDeclareInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      DeclaredPart part,
      @Nullable String words) {}

  record AppealInvestigationRecordInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      InvestigationKind kind,
      @Nullable String about,
      @Nullable LocalDate heldOn,
      String words,
      @Nullable Boolean newInformation,
      List<String> files) {}

  record GroundFindingInput(GroundCode ground, BorneOut borneOut, String words) {}

  record DecisionOptionInput(String what, String effect) {}

  record AppealFindingsPresentInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      String presentedTo,
      String customersCase,
      String summary,
      List<GroundFindingInput> grounds,
      List<DecisionOptionInput> options) {}

  record GroundDecisionInput(GroundCode ground, BorneOut accepted, String reasons) {}

  record GentlerTermsInput(
      String restriction,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate reviewOn,
      @Nullable String endsSoonerWhen) {}

  record AppealSuspensionDecideInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      boolean suspend,
      List<String> restrictions,
      String reason) {}

  record AppealDetermineInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      AppealOutcome outcome,
      String reasons,
      List<GroundDecisionInput> grounds,
      List<String> lift,
      List<GentlerTermsInput> vary,
      boolean setFindingsAside) {}

  record AppealWithdrawInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      LocalDate receivedOn,
      String words) {}

  record PlannedServiceInput(ServiceMethod method, LocalDate sendOn, String address) {}

  record AppealLetterInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      @Nullable String words,
      List<Ombudsman> ombudsman,
      PlannedServiceInput planned,
      String lang) {}

  record AppealPayload(
      @Nullable AppealView appeal, List<Refusal> refusals, List<Warning> warnings) {
    static AppealPayload of(Outcome<AppealView> outcome) {
      return new AppealPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }
}
