package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRouteView;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.FeedbackView;
import org.evenhand.intake.RouteOutcome;
import org.evenhand.intake.RoutingConcerns;
import org.evenhand.intake.RoutingConcerns.Step;
import org.evenhand.intake.internal.ConcernRouting;
import org.evenhand.intake.internal.Feedback;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Concerns on another route, and what their reporters were told (T19, P4.1). */
@Controller
class ConcernRouteController {

  private final RoutingConcerns routing;
  private final ConcernRouting routes;
  private final Concerns concerns;
  private final Feedback feedback;
  private final Messages messages;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  ConcernRouteController(
      RoutingConcerns routing,
      ConcernRouting routes,
      Concerns concerns,
      Feedback feedback,
      Messages messages,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.routing = routing;
    this.routes = routes;
    this.concerns = concerns;
    this.feedback = feedback;
    this.messages = messages;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record ConcernRouteReceiveInput(
      @Nullable String idempotencyKey, int expectedVersion, String id) {}

  record ConcernRouteAssessInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, String assessment) {}

  record ConcernRouteReferInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      String referredTo,
      String reason) {}

  record ConcernRouteConcludeInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      RouteOutcome outcome,
      String reason) {}

  record ConcernPayload(
      @Nullable ConcernView concern, List<Refusal> refusals, List<Warning> warnings) {
    static ConcernPayload of(Outcome<ConcernView> outcome) {
      return new ConcernPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  ConcernPayload concernRouteReceive(@Argument ConcernRouteReceiveInput input) {
    return step(
        "concernRouteReceive",
        input.idempotencyKey(),
        input,
        input.id(),
        id -> new Step(id, input.expectedVersion(), null, null),
        step -> routing.receive(step, reader.actor(), clock.instant()));
  }

  @MutationMapping
  ConcernPayload concernRouteAssess(@Argument ConcernRouteAssessInput input) {
    return step(
        "concernRouteAssess",
        input.idempotencyKey(),
        input,
        input.id(),
        id -> new Step(id, input.expectedVersion(), input.assessment(), null),
        step -> routing.assess(step, reader.actor(), clock.instant()));
  }

  @MutationMapping
  ConcernPayload concernRouteRefer(@Argument ConcernRouteReferInput input) {
    return step(
        "concernRouteRefer",
        input.idempotencyKey(),
        input,
        input.id(),
        id -> new Step(id, input.expectedVersion(), input.reason(), input.referredTo()),
        step -> routing.refer(step, reader.actor(), clock.instant()));
  }

  @MutationMapping
  ConcernPayload concernRouteConclude(@Argument ConcernRouteConcludeInput input) {
    return step(
        "concernRouteConclude",
        input.idempotencyKey(),
        input,
        input.id(),
        id -> new Step(id, input.expectedVersion(), input.reason(), null),
        step -> routing.conclude(step, input.outcome(), reader.actor(), clock.instant()));
  }

  private ConcernPayload step(
      String act,
      @Nullable String key,
      Object input,
      String concern,
      Function<ConcernId, Step> step,
      Function<Step, Outcome<ConcernView>> take) {
    var given = new Given();
    ConcernId id = given.id("Concern", ConcernId::new, concern, "id");
    Outcome<ConcernView> refused = given.refused();
    if (refused != null) {
      return ConcernPayload.of(refused);
    }
    return ConcernPayload.of(
        acts.act(act, key, input)
            .<ConcernView>on(
                "Concern",
                c -> c.id().value(),
                uuid -> concerns.find(new ConcernId(uuid)).orElseThrow())
            .about(c -> c.customerId() == null ? null : c.customerId().value())
            .perform(() -> take.apply(step.apply(id))));
  }

  /** What is done on the other route stays with those who do it and those who check (T20). */
  @BatchMapping(typeName = "Concern", field = "routing")
  Map<ConcernView, ConcernRouteView> routing(List<ConcernView> of) {
    List<ConcernView> open =
        of.stream().filter(c -> reader.sight().all() || routes.handles(c, reader.actor())).toList();
    Map<ConcernId, ConcernRouteView> found =
        routing.of(open.stream().map(ConcernView::id).toList()).stream()
            .collect(Collectors.toMap(ConcernRouteView::concernId, Function.identity()));
    var each = new HashMap<ConcernView, ConcernRouteView>();
    for (ConcernView concern : open) {
      ConcernRouteView route = found.get(concern.id());
      if (route != null) {
        each.put(concern, route);
      }
    }
    return each;
  }

  @BatchMapping(typeName = "Concern", field = "feedbackGiven")
  Map<ConcernView, List<FeedbackView>> feedbackGiven(List<ConcernView> of) {
    Map<ConcernId, List<FeedbackView>> found =
        feedback.of(of.stream().map(ConcernView::id).toList()).stream()
            .collect(Collectors.groupingBy(FeedbackView::concernId));
    var each = new HashMap<ConcernView, List<FeedbackView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "ConcernFeedback", field = "outcome")
  String outcome(FeedbackView given) {
    return messages.say("feedback." + given.code().name(), Map.of());
  }

  @SchemaMapping(typeName = "Concern", field = "subjectActor")
  @Nullable String subjectActor(ConcernView concern) {
    return concern.subjectActor() == null ? null : concern.subjectActor().value();
  }

  @SchemaMapping(typeName = "ConcernRouting", field = "receivedBy")
  @Nullable String receivedBy(ConcernRouteView route) {
    return route.receivedBy() == null ? null : route.receivedBy().value();
  }

  @SchemaMapping(typeName = "ConcernRouting", field = "assessedBy")
  @Nullable String assessedBy(ConcernRouteView route) {
    return route.assessedBy() == null ? null : route.assessedBy().value();
  }

  @SchemaMapping(typeName = "ConcernRouting", field = "referredBy")
  @Nullable String referredBy(ConcernRouteView route) {
    return route.referredBy() == null ? null : route.referredBy().value();
  }

  @SchemaMapping(typeName = "ConcernRouting", field = "concludedBy")
  @Nullable String concludedBy(ConcernRouteView route) {
    return route.concludedBy() == null ? null : route.concludedBy().value();
  }
}
