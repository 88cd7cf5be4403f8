package org.evenhand.restrictions.internal.web;

import java.util.List;
import java.util.function.Function;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.ImposingRestrictions;
import org.evenhand.restrictions.IssuingNotices;
import org.evenhand.restrictions.LiftingRestrictions;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.SigningWithEffects;
import org.evenhand.restrictions.internal.web.Inputs.NoticeIssueInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionConfirmInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionImposeInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionLiftInput;
import org.evenhand.restrictions.internal.web.Payloads.NoticePayload;
import org.evenhand.restrictions.internal.web.Payloads.PreviewPayload;
import org.evenhand.restrictions.internal.web.Payloads.RestrictionPayload;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The acts on actions and their notices, as the schema offers them. */
@Controller
class RestrictionActs {

  private static final String TYPE = "Restriction";

  private final Acts acts;
  private final ImposingRestrictions imposing;
  private final LiftingRestrictions lifting;
  private final IssuingNotices issuing;
  private final Notices notices;
  private final RestrictionSight sight;
  private final SigningWithEffects signing;

  RestrictionActs(
      Acts acts,
      ImposingRestrictions imposing,
      LiftingRestrictions lifting,
      IssuingNotices issuing,
      Notices notices,
      RestrictionSight sight,
      SigningWithEffects signing) {
    this.acts = acts;
    this.imposing = imposing;
    this.lifting = lifting;
    this.issuing = issuing;
    this.notices = notices;
    this.sight = sight;
    this.signing = signing;
  }

  @QueryMapping
  PreviewPayload restrictionPreview(@Argument RestrictionImposeInput input) {
    var given = new Given();
    RestrictionToImpose proposed = proposed(given, input);
    return PreviewPayload.of(
        given.refusals().isEmpty()
            ? imposing.preview(proposed)
            : Outcome.refused(given.refusals()));
  }

  @MutationMapping
  RestrictionPayload restrictionImpose(@Argument RestrictionImposeInput input) {
    return act(
        "restrictionImpose",
        input.idempotencyKey(),
        input,
        given -> proposed(given, input),
        imposing::impose);
  }

  @MutationMapping
  RestrictionPayload restrictionConfirm(@Argument RestrictionConfirmInput input) {
    return act(
        "restrictionConfirm",
        input.idempotencyKey(),
        input,
        given -> restriction(given, input.restriction()),
        id -> imposing.confirm(id, input.expectedVersion(), input.reasons()));
  }

  @MutationMapping
  RestrictionPayload restrictionLift(@Argument RestrictionLiftInput input) {
    return act(
        "restrictionLift",
        input.idempotencyKey(),
        input,
        given -> restriction(given, input.restriction()),
        id -> lifting.lift(id, input.expectedVersion(), input.reason()));
  }

  @MutationMapping
  NoticePayload noticeIssue(@Argument NoticeIssueInput input) {
    return NoticePayload.of(
        acts.act("noticeIssue", input.idempotencyKey(), input)
            .<NoticeView>on(
                "Notice",
                notice -> notice.id().value(),
                id -> notices.find(new NoticeId(id)).orElseThrow())
            .about(NoticeView::customerId)
            .perform(() -> issue(input)));
  }

  private Outcome<NoticeView> issue(NoticeIssueInput input) {
    return NoticeDraftController.wanted(
        input,
        notice -> {
          String seen = input.effectSeen();
          if (seen != null && !signing.seen(notice.considerationId(), notice.customerId(), seen)) {
            return Outcome.refused(Refusal.at("EFFECT_HAS_CHANGED", "effectSeen"));
          }
          Outcome<NoticeView> issued = issuing.issue(notice);
          return seen == null ? signing.unseen(issued) : issued;
        });
  }

  static RestrictionToImpose proposed(Given given, RestrictionImposeInput input) {
    return new RestrictionToImpose(
        given.id("Consideration", input.consideration(), ConsiderationId::new, "consideration"),
        given.idIfAny("Customer", input.customer(), CustomerId::new, "customer"),
        given.type(input.type(), "type"),
        input.nature(),
        given.settings(input.settings()),
        input.settingsVersion(),
        new ActionScope(
            given.areas(input.scope().serviceAreas(), "scope", "serviceAreas"),
            input.scope().wholeCouncil()),
        new Reasons(
            input.reasons().conduct(),
            input.reasons().harm(),
            input.reasons().whyThis(),
            input.reasons().whyNothingLess()),
        input.answering(),
        input.endsSoonerWhen(),
        input.startsOn(),
        input.endsOn(),
        input.permanent(),
        input.extremeCaseReason(),
        input.longerTermReason(),
        input.reviewOn(),
        input.emergency(),
        input.emergencyReason());
  }

  private static RestrictionId restriction(Given given, String id) {
    return given.id(TYPE, id, RestrictionId::new, "restriction");
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
            .perform(
                () -> {
                  var given = new Given();
                  C wanted = command.apply(given);
                  List<Refusal> malformed = given.refusals();
                  return malformed.isEmpty() ? doing.apply(wanted) : Outcome.refused(malformed);
                }));
  }
}
