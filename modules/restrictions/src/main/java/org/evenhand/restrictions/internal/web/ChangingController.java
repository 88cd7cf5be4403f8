package org.evenhand.restrictions.internal.web;

import java.util.function.Function;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.IncidentId;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.ChangingRestrictions;
import org.evenhand.restrictions.NewEvidence;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionToExtend;
import org.evenhand.restrictions.RestrictionToVary;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionEvidenceInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionExtendInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionReasonsInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionResumeInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionScopeInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionSuspendInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionVaryInput;
import org.evenhand.restrictions.internal.web.Payloads.PreviewPayload;
import org.evenhand.restrictions.internal.web.Payloads.RestrictionPayload;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Varying, extending, setting aside and taking up again, as the schema offers them. */
@Controller
class ChangingController {

  private static final String TYPE = "Restriction";

  private final Acts acts;
  private final ChangingRestrictions changing;
  private final RestrictionSight sight;

  ChangingController(Acts acts, ChangingRestrictions changing, RestrictionSight sight) {
    this.acts = acts;
    this.changing = changing;
    this.sight = sight;
  }

  @MutationMapping
  RestrictionPayload restrictionVary(@Argument RestrictionVaryInput input) {
    return act(
        "restrictionVary",
        input.idempotencyKey(),
        input,
        given -> change(given, input),
        changing::vary);
  }

  @QueryMapping
  PreviewPayload restrictionVaryPreview(@Argument RestrictionVaryInput input) {
    return PreviewPayload.of(Given.then(given -> change(given, input), changing::preview));
  }

  @QueryMapping
  PreviewPayload restrictionExtendPreview(@Argument RestrictionExtendInput input) {
    return PreviewPayload.of(Given.then(given -> extension(given, input), changing::preview));
  }

  private static RestrictionToVary change(Given given, RestrictionVaryInput input) {
    return new RestrictionToVary(
        restriction(given, input.restriction()),
        input.expectedVersion(),
        input.settings() == null ? null : given.settings(input.settings()),
        input.settingsVersion(),
        input.scope() == null ? null : scope(given, input.scope()),
        reasons(input.reasons()),
        input.endsSoonerWhen(),
        input.startsOn(),
        input.endsOn(),
        input.reviewOn());
  }

  private static RestrictionToExtend extension(Given given, RestrictionExtendInput input) {
    return new RestrictionToExtend(
        restriction(given, input.restriction()),
        input.expectedVersion(),
        input.endsOn(),
        input.permanent(),
        input.extremeCaseReason(),
        input.longerTermReason(),
        reasons(input.reasons()),
        input.endsSoonerWhen(),
        input.reviewOn(),
        evidence(given, input.evidence()));
  }

  @MutationMapping
  RestrictionPayload restrictionExtend(@Argument RestrictionExtendInput input) {
    return act(
        "restrictionExtend",
        input.idempotencyKey(),
        input,
        given -> extension(given, input),
        changing::extend);
  }

  @MutationMapping
  RestrictionPayload restrictionSuspend(@Argument RestrictionSuspendInput input) {
    return act(
        "restrictionSuspend",
        input.idempotencyKey(),
        input,
        given -> restriction(given, input.restriction()),
        id -> changing.suspend(id, input.expectedVersion(), input.reason()));
  }

  @MutationMapping
  RestrictionPayload restrictionResume(@Argument RestrictionResumeInput input) {
    return act(
        "restrictionResume",
        input.idempotencyKey(),
        input,
        given -> restriction(given, input.restriction()),
        id -> changing.resume(id, input.expectedVersion(), input.reason()));
  }

  private static RestrictionId restriction(Given given, String id) {
    return given.id(TYPE, id, RestrictionId::new, "restriction");
  }

  private static ActionScope scope(Given given, RestrictionScopeInput scope) {
    return new ActionScope(
        given.areas(scope.serviceAreas(), "scope", "serviceAreas"), scope.wholeCouncil());
  }

  private static Reasons reasons(RestrictionReasonsInput reasons) {
    return new Reasons(
        reasons.conduct(), reasons.harm(), reasons.whyThis(), reasons.whyNothingLess());
  }

  private static NewEvidence evidence(Given given, RestrictionEvidenceInput evidence) {
    return new NewEvidence(
        evidence.kind(),
        given.idIfAny("Incident", evidence.incident(), IncidentId::new, "evidence", "incident"),
        evidence.reference(),
        evidence.on(),
        evidence.whyNone());
  }

  private <C> RestrictionPayload act(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<RestrictionView>> doing) {
    return RestrictionPayload.of(
        acts.act(name, idempotencyKey, input)
            .<RestrictionView>on(TYPE, view -> view.id().value(), sight::get)
            .about(view -> view.customerId().value())
            .perform(() -> Given.then(command, doing)));
  }
}
