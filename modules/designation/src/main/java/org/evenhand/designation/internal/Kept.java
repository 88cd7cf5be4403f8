package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.AffectedKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.ChallengeOutcome;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.Closing;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.MonitoringOutcome;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The rows that a consideration is kept in: one that changes, and entries that are only added. */
final class Kept {

  private Kept() {}

  /** What changes, and the version that guards it. */
  @Table(schema = "designation", name = "consideration")
  record Case(
      @Id UUID id,
      @Version @Nullable Integer version,
      String reference,
      UUID customerId,
      ConsiderationStatus status,
      String leadService,
      List<String> otherServices,
      List<String> buildings,
      boolean wholeCouncil,
      @Nullable String organisationRisk,
      String why,
      Instant openedAt,
      String openedBy,
      Role openedAs,
      LocalDate determineBy,
      @Nullable CloseCause closeCause,
      @Nullable String closeReason,
      @Nullable String closedBy,
      @Nullable Instant closedAt) {

    static Case of(ConsiderationView view, @Nullable Integer version) {
      Scope scope = view.scope();
      Closing closing = view.closing();
      return new Case(
          view.id().value(),
          version,
          view.reference(),
          view.customerId().value(),
          view.status(),
          scope.leadService().value(),
          scope.otherServices().stream().map(ServiceAreaCode::value).sorted().toList(),
          scope.buildings().stream().sorted().toList(),
          scope.wholeCouncil(),
          scope.organisationRisk(),
          view.why(),
          view.openedAt(),
          view.openedBy().value(),
          view.openedAs(),
          view.determineBy(),
          closing == null ? null : closing.cause(),
          closing == null ? null : closing.reason(),
          closing == null ? null : closing.by().value(),
          closing == null ? null : closing.at());
    }
  }

  @Table(schema = "designation", name = "considered_concern")
  record ConsideredConcern(@Id UUID id, UUID consideration, UUID concernId) {}

  @Table(schema = "designation", name = "considered_incident")
  record ConsideredIncident(
      @Id UUID id, UUID consideration, UUID incidentId, @Nullable UUID memberId) {}

  @Table(schema = "designation", name = "check_answer")
  record CheckAnswered(
      @Id UUID id,
      UUID consideration,
      CheckKind kind,
      CheckStage stage,
      CheckAnswer answer,
      String evidence,
      @Nullable String reason,
      @Nullable String decidedBy,
      List<String> files,
      String byActor,
      Instant at) {}

  @Table(schema = "designation", name = "representation")
  record Heard(
      @Id UUID id,
      UUID consideration,
      RepresentationKind kind,
      LocalDate onDay,
      @Nullable LocalDate byDate,
      @Nullable String account,
      @Nullable String reason,
      String byActor,
      Instant at) {}

  @Table(schema = "designation", name = "advice")
  record Told(
      @Id UUID id,
      UUID consideration,
      AdviceKind kind,
      @Nullable String note,
      String byActor,
      Instant at) {}

  @Table(schema = "designation", name = "advice_receipt")
  record Read(@Id UUID id, UUID consideration, AdviceKind kind, String byActor, Instant at) {}

  @Table(schema = "designation", name = "assessment")
  record Assessed(
      @Id UUID id,
      UUID consideration,
      CouldArise couldArise,
      String circumstances,
      List<String> affected,
      @Nullable String othersAffected,
      @Nullable String warningDispensedBecause,
      String byActor,
      Instant at) {

    static List<String> names(Set<AffectedKind> affected) {
      return affected.stream().sorted().map(AffectedKind::name).toList();
    }
  }

  @Table(schema = "designation", name = "unrelated_matter")
  record SetAside(@Id UUID id, UUID assessment, UUID matterId, String reason) {}

  @Table(schema = "designation", name = "protection")
  record Protected(
      @Id UUID id,
      UUID consideration,
      String safeguardingLead,
      boolean mayProceed,
      String reasons,
      @Nullable String noticeTo,
      @Nullable LocalDate noticeOn,
      String byActor,
      Instant at) {}

  @Table(schema = "designation", name = "determination")
  record Determined(
      @Id UUID id,
      UUID consideration,
      Category category,
      GrievanceFinding grievance,
      String grievanceReasons,
      boolean hinders,
      String hindrance,
      ConductPattern pattern,
      @Nullable String ourShare,
      @Nullable String manner,
      boolean restrictiveAllowed,
      String reasons,
      UUID policyVersion,
      boolean policyAdoptedOnly,
      String byActor,
      Role decidedAs,
      Instant at) {}

  @Table(schema = "designation", name = "involvement")
  record Involved(
      @Id UUID id,
      UUID consideration,
      String person,
      InvolvementKind kind,
      @Nullable String note,
      String recordedBy,
      Instant at) {}

  @Table(schema = "designation", name = "warning")
  record Warned(
      @Id UUID id,
      @Version @Nullable Integer version,
      String reference,
      UUID customerId,
      @Nullable UUID consideration,
      @Nullable String conduct,
      List<String> incidents,
      String whatFollows,
      @Nullable UUID policyVersion,
      @Nullable UUID policyShare,
      @Nullable UUID notice,
      @Nullable UUID action,
      Instant issuedAt,
      String issuedBy,
      @Nullable String grounds,
      @Nullable LocalDate challengedOn,
      @Nullable String challengeRecordedBy,
      @Nullable Instant challengeRecordedAt,
      @Nullable ChallengeOutcome outcome,
      @Nullable String outcomeReasons,
      @Nullable String correctedConduct,
      @Nullable String decidedBy,
      @Nullable Role decidedAs,
      @Nullable Instant decidedAt,
      @Nullable LocalDate outcomeToldOn,
      @Nullable String outcomeToldHow,
      @Nullable String outcomeToldBy) {}

  @Table(schema = "designation", name = "monitoring")
  record Monitored(
      @Id UUID id,
      @Version @Nullable Integer version,
      UUID customerId,
      UUID consideration,
      LocalDate firstDay,
      LocalDate lastDay,
      String watched,
      UUID notice,
      Instant startedAt,
      String startedBy,
      @Nullable MonitoringOutcome outcome,
      @Nullable String outcomeReasons,
      @Nullable Instant concludedAt,
      @Nullable String concludedBy) {}

  @Table(schema = "designation", name = "strategy_meeting")
  record Met(
      @Id UUID id,
      @Version @Nullable Integer version,
      UUID customerId,
      UUID consideration,
      List<String> departments,
      LocalDate heldOn,
      @Nullable String approach,
      @Nullable UUID action,
      Instant recordedAt,
      String recordedBy) {}

  @Table(schema = "designation", name = "strategy_action")
  record Agreed(
      @Id UUID id,
      @Version @Nullable Integer version,
      UUID meeting,
      int position,
      String what,
      String owner,
      Role ownerRole,
      String serviceArea,
      LocalDate dueOn,
      @Nullable Instant doneAt,
      @Nullable String doneBy,
      @Nullable String result) {}
}
