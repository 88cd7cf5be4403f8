package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.reporting.PolicyAcceptanceView;
import org.evenhand.reporting.Training;
import org.evenhand.reporting.TrainingKind;
import org.evenhand.reporting.TrainingSessionId;
import org.evenhand.reporting.TrainingSessionView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Training sessions, and who read and accepted the policy (P4.1, PP.1). */
@Controller
class TrainingController {

  static final String SESSION = "TrainingSession";
  static final String ACCEPTANCE = "PolicyAcceptance";

  private final Training training;
  private final Policies policies;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  TrainingController(
      Training training,
      Policies policies,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.training = training;
    this.policies = policies;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record TrainingSessionRecordInput(
      @Nullable String idempotencyKey,
      TrainingKind kind,
      String title,
      LocalDate heldOn,
      @Nullable String serviceArea,
      List<String> attended) {}

  record TrainingSessionRecordPayload(
      @Nullable TrainingSessionView trainingSession,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  record PolicyReadAcceptInput(@Nullable String idempotencyKey, String policyVersion) {}

  record PolicyReadAcceptPayload(
      @Nullable PolicyAcceptanceView acceptance, List<Refusal> refusals, List<Warning> warnings) {}

  @QueryMapping
  List<TrainingSessionView> trainingSessions() {
    return training.sessions(currentActor.get());
  }

  @QueryMapping
  List<PolicyAcceptanceView> policyAcceptances(@Argument String policyVersion) {
    return GlobalId.uuid("PolicyVersion", policyVersion)
        .map(PolicyVersionId::new)
        .map(training::acceptances)
        .orElse(List.of());
  }

  @MutationMapping
  TrainingSessionRecordPayload trainingSessionRecord(@Argument TrainingSessionRecordInput input) {
    Optional<ServiceAreaCode> area = Optional.ofNullable(input.serviceArea()).flatMap(Codes::area);
    Outcome<TrainingSessionView> outcome =
        input.serviceArea() != null && area.isEmpty()
            ? Outcome.refused(Refusal.at("SERVICE_AREA_UNKNOWN", "serviceArea"))
            : acts.act("trainingSessionRecord", input.idempotencyKey(), input)
                .<TrainingSessionView>on(
                    SESSION,
                    view -> view.id().value(),
                    done -> training.find(new TrainingSessionId(done)).orElseThrow())
                .perform(
                    () ->
                        training.record(
                            new Training.Session(
                                input.kind(),
                                input.title(),
                                input.heldOn(),
                                area.orElse(null),
                                input.attended().stream()
                                    .map(
                                        id ->
                                            new OfficerId(
                                                GlobalId.uuid("Officer", id)
                                                    .orElse(new UUID(0, 0))))
                                    .collect(Collectors.toUnmodifiableSet())),
                            currentActor.get(),
                            clock.instant()));
    return new TrainingSessionRecordPayload(
        outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PolicyReadAcceptPayload policyReadAccept(@Argument PolicyReadAcceptInput input) {
    Outcome<PolicyAcceptanceView> outcome =
        acts.act("policyReadAccept", input.idempotencyKey(), input)
            .<PolicyAcceptanceView>on(
                ACCEPTANCE,
                PolicyAcceptanceView::id,
                done -> training.acceptance(done).orElseThrow())
            .perform(
                () ->
                    training.accept(
                        new PolicyVersionId(
                            GlobalId.uuid("PolicyVersion", input.policyVersion())
                                .orElse(new UUID(0, 0))),
                        currentActor.get(),
                        clock.instant()));
    return new PolicyReadAcceptPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @SchemaMapping(typeName = "TrainingSession", field = "id")
  String id(TrainingSessionView view) {
    return GlobalId.of(SESSION, view.id().value());
  }

  @SchemaMapping(typeName = "TrainingSession", field = "attended")
  List<String> attended(TrainingSessionView view) {
    return view.attended().stream().map(ActorId::value).toList();
  }

  @SchemaMapping(typeName = "TrainingSession", field = "recordedBy")
  String recordedBy(TrainingSessionView view) {
    return view.recordedBy().value();
  }

  @BatchMapping(typeName = "TrainingSession", field = "serviceArea")
  Map<TrainingSessionView, ServiceAreaView> serviceArea(List<TrainingSessionView> all) {
    var areas =
        serviceAreas.named(
            all.stream()
                .map(TrainingSessionView::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    var found = new HashMap<TrainingSessionView, ServiceAreaView>();
    for (TrainingSessionView session : all) {
      ServiceAreaView area =
          session.serviceArea() == null ? null : areas.get(session.serviceArea());
      if (area != null) {
        found.put(session, area);
      }
    }
    return found;
  }

  @SchemaMapping(typeName = "PolicyAcceptance", field = "id")
  String acceptanceId(PolicyAcceptanceView view) {
    return GlobalId.of(ACCEPTANCE, view.id());
  }

  @SchemaMapping(typeName = "PolicyAcceptance", field = "policyVersion")
  PolicyVersionView policyVersion(PolicyAcceptanceView view) {
    return policies.find(view.policyVersion(), clock.instant()).orElseThrow();
  }

  @SchemaMapping(typeName = "PolicyAcceptance", field = "actor")
  String actor(PolicyAcceptanceView view) {
    return view.actor().value();
  }
}
