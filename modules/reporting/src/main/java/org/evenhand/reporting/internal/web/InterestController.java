package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.reporting.InterestId;
import org.evenhand.reporting.InterestKind;
import org.evenhand.reporting.InterestView;
import org.evenhand.reporting.Interests;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Records that staff say they should not look at (T20). */
@Controller
class InterestController {

  static final String TYPE = "Interest";

  private final Interests interests;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  InterestController(Interests interests, Acts acts, CurrentActor currentActor, Clock clock) {
    this.interests = interests;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record InterestDeclareInput(
      @Nullable String idempotencyKey, String customer, InterestKind kind) {}

  record InterestWithdrawInput(
      @Nullable String idempotencyKey, String interest, @Nullable Integer expectedVersion) {}

  record InterestPayload(
      @Nullable InterestView interest, List<Refusal> refusals, List<Warning> warnings) {
    static InterestPayload of(Outcome<InterestView> outcome) {
      return new InterestPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  List<InterestView> myInterests() {
    return interests.of(currentActor.get());
  }

  @MutationMapping
  InterestPayload interestDeclare(@Argument InterestDeclareInput input) {
    return InterestPayload.of(
        acts.act("interestDeclare", input.idempotencyKey(), input)
            .<InterestView>on(TYPE, view -> view.id().value(), this::again)
            .perform(
                () ->
                    interests.declare(
                        new CustomerId(id("Customer", input.customer())),
                        input.kind(),
                        currentActor.get(),
                        clock.instant())));
  }

  @MutationMapping
  InterestPayload interestWithdraw(@Argument InterestWithdrawInput input) {
    return InterestPayload.of(
        acts.act("interestWithdraw", input.idempotencyKey(), input)
            .<InterestView>on(TYPE, view -> view.id().value(), this::again)
            .perform(
                () ->
                    interests.withdraw(
                        new InterestId(id(TYPE, input.interest())),
                        input.expectedVersion(),
                        currentActor.get(),
                        clock.instant())));
  }

  private InterestView again(UUID done) {
    return interests.find(new InterestId(done), currentActor.get()).orElseThrow();
  }

  private static UUID id(String type, String global) {
    return GlobalId.uuid(type, global).orElse(new UUID(0, 0));
  }

  @SchemaMapping(typeName = "Interest", field = "id")
  String id(InterestView interest) {
    return GlobalId.of(TYPE, interest.id().value());
  }

  @SchemaMapping(typeName = "Interest", field = "customer")
  String customer(InterestView interest) {
    return GlobalId.of("Customer", interest.customer().value());
  }
}
