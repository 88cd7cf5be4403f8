package org.evenhand.designation.internal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.AffectedKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.ChallengeOutcome;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.MonitoringOutcome;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/** What queries and mutations take in, as the schema names it. */
final class Inputs {

  private Inputs() {}

  record ConsiderationFilter(
      @Nullable ConsiderationStatus status,
      @Nullable String service,
      boolean mine,
      @Nullable String customer) {}

  record ConsiderationOpenInput(
      @Nullable String idempotencyKey,
      String customer,
      String leadService,
      List<String> otherServices,
      List<String> buildings,
      boolean wholeCouncil,
      @Nullable String organisationRisk,
      List<String> concerns,
      List<String> incidents,
      List<BoundMemberInput> boundMembers,
      String why) {}

  record BoundMemberInput(String member, List<String> incidents) {}

  record ConsiderationIncidentsNameInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      List<String> incidents) {}

  record ConsiderationScopeChangeInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      List<String> otherServices,
      List<String> buildings,
      boolean wholeCouncil,
      @Nullable String organisationRisk) {}

  record ConsiderationCheckRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      CheckKind check,
      CheckStage stage,
      CheckAnswer answer,
      String evidence,
      @Nullable String reason,
      @Nullable String decidedBy,
      List<String> files) {}

  record RepresentationRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      RepresentationKind kind,
      LocalDate on,
      @Nullable LocalDate byDate,
      @Nullable String account,
      @Nullable String reason) {}

  record ConsiderationAssessInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      CouldArise couldArise,
      String circumstances,
      Set<AffectedKind> affected,
      @Nullable String othersAffected,
      @Nullable String warningDispensedBecause,
      List<UnrelatedMatterInput> unrelatedMatters) {}

  record UnrelatedMatterInput(String matter, String reason) {}

  record ConsiderationProtectionRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      String safeguardingLead,
      boolean mayProceed,
      String reasons,
      @Nullable String noticeTo,
      @Nullable LocalDate noticeOn) {}

  record ConsiderationAdviseInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      AdviceKind kind,
      @Nullable String note) {}

  record AdviceAcknowledgeInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      AdviceKind kind) {}

  record InvolvementRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      String person,
      InvolvementKind kind,
      String note) {}

  record ConsiderationDetermineInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      Category category,
      GrievanceFinding grievance,
      String grievanceReasons,
      boolean hinders,
      String hindrance,
      ConductPattern pattern,
      @Nullable String ourShare,
      @Nullable String manner,
      boolean restrictiveAllowed,
      String reasons) {}

  record ConsiderationCloseInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      CloseCause cause,
      String reason) {}

  record WarningIssueInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      @Nullable String customer,
      List<String> incidents,
      String conduct,
      String whatFollows,
      String howToReachUs,
      List<Ombudsman> ombudsman,
      PlannedService planned,
      String lang) {}

  record WarningChallengeInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String warning,
      String grounds,
      LocalDate receivedOn) {}

  record WarningChallengeTellInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String warning,
      LocalDate toldOn,
      String how) {}

  record WarningChallengeDecideInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String warning,
      ChallengeOutcome outcome,
      String reasons,
      @Nullable String correctedConduct) {}

  record MonitoringStartInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      @Nullable String customer,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String watched,
      String whatFollows,
      String howToReachUs,
      List<Ombudsman> ombudsman,
      PlannedService planned,
      String lang) {}

  record MonitoringEndInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String monitoring,
      MonitoringOutcome outcome,
      String reasons) {}

  record StrategyMeetingRecordInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String consideration,
      @Nullable String meeting,
      List<String> departments,
      LocalDate on,
      String approach,
      List<StrategyActionInput> actions) {}

  record StrategyActionInput(
      String what, String owner, Role ownerRole, String service, LocalDate dueOn) {}

  record StrategyActionCompleteInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String action,
      String result) {}
}
