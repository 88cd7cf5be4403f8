package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AssignmentId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.AssignmentView;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AssignmentController {

  record AssignmentFilter(
      @Nullable String officer,
      @Nullable AssignmentKind kind,
      @Nullable String subject,
      @Nullable LocalDate on) {}

  record AssignmentRecordInput(
      @Nullable String idempotencyKey,
      @Nullable String id,
      @Nullable Integer expectedVersion,
      String officer,
      AssignmentKind kind,
      @Nullable String subject,
      LocalDate firstDay,
      @Nullable LocalDate lastDay) {}

  record AssignmentRecordPayload(
      @Nullable AssignmentView assignment, List<Refusal> refusals, List<Warning> warnings) {

    static AssignmentRecordPayload of(Outcome<AssignmentView> outcome) {
      return new AssignmentRecordPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final Assignments assignments;
  private final Officers officers;
  private final Acts acts;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  AssignmentController(
      Assignments assignments,
      Officers officers,
      Acts acts,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.assignments = assignments;
    this.officers = officers;
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<AssignmentView> assignments(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable AssignmentFilter filter) {
    Page.Request request = Page.request(first, after);
    AssignmentFilter wanted =
        filter == null ? new AssignmentFilter(null, null, null, null) : filter;
    Optional<OfficerId> officer =
        Optional.ofNullable(wanted.officer())
            .flatMap(id -> GlobalId.uuid("Officer", id))
            .map(OfficerId::new);
    Optional<GlobalId> subject = Optional.ofNullable(wanted.subject()).flatMap(GlobalId::parse);
    boolean unknown =
        (wanted.officer() != null && officer.isEmpty())
            || (wanted.subject() != null && subject.isEmpty());
    Page<AssignmentView> page =
        unknown
            ? Page.of(List.of(), request, a -> a.id().value(), 0)
            : assignments.page(
                officer.orElse(null),
                wanted.kind(),
                subject.orElse(null),
                wanted.on() == null ? LocalDate.now(clock) : wanted.on(),
                request);
    auditTrail.recordRead("assignments", "Assignment", PlacesAndPeopleNodes.persons(page.nodes()));
    return page;
  }

  @SchemaMapping(typeName = "Assignment", field = "id")
  String id(AssignmentView assignment) {
    return GlobalId.of("Assignment", assignment.id().value());
  }

  @SchemaMapping(typeName = "Assignment", field = "subject")
  @Nullable String subject(AssignmentView assignment) {
    return assignment.subject() == null ? null : assignment.subject().toString();
  }

  @BatchMapping(typeName = "Assignment", field = "officer")
  Map<AssignmentView, OfficerView> officer(List<AssignmentView> asked) {
    var found = officers.named(asked.stream().map(AssignmentView::officer).toList());
    var whose = new HashMap<AssignmentView, OfficerView>();
    asked.forEach(a -> whose.put(a, found.get(a.officer())));
    return whose;
  }

  @MutationMapping
  AssignmentRecordPayload assignmentRecord(@Argument AssignmentRecordInput input) {
    Optional<OfficerId> officer = GlobalId.uuid("Officer", input.officer()).map(OfficerId::new);
    if (officer.isEmpty()) {
      return AssignmentRecordPayload.of(Outcome.refused(Refusal.notFound("Officer", "officer")));
    }
    Optional<AssignmentId> changed =
        Optional.ofNullable(input.id())
            .flatMap(id -> GlobalId.uuid("Assignment", id))
            .map(AssignmentId::new);
    if (input.id() != null && changed.isEmpty()) {
      return AssignmentRecordPayload.of(Outcome.refused(Refusal.notFound("Assignment", "id")));
    }
    Optional<GlobalId> subject = Optional.ofNullable(input.subject()).flatMap(GlobalId::parse);
    if (input.subject() != null && subject.isEmpty()) {
      return AssignmentRecordPayload.of(
          Outcome.refused(Refusal.notFound(input.kind().subjectType().orElse("Node"), "subject")));
    }
    var toRecord =
        new AssignmentToRecord(
            changed.orElse(null),
            input.expectedVersion(),
            officer.get(),
            input.kind(),
            subject.orElse(null),
            input.firstDay(),
            input.lastDay());
    return AssignmentRecordPayload.of(
        acts.act("assignmentRecord", input.idempotencyKey(), input)
            .<AssignmentView>on(
                "Assignment",
                assignment -> assignment.id().value(),
                id -> assignments.find(new AssignmentId(id)).orElseThrow())
            .about(
                assignment ->
                    PlacesAndPeopleNodes.persons(List.of(assignment)).stream()
                        .findFirst()
                        .orElse(null))
            .perform(() -> assignments.record(toRecord, currentActor.get(), clock.instant())));
  }
}
