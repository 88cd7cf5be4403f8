package org.evenhand.designation.internal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.AffectedKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.RepresentationKind;
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
      CheckAnswer answer,
      String evidence,
      @Nullable String reason,
      @Nullable String decidedBy) {}

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
}
