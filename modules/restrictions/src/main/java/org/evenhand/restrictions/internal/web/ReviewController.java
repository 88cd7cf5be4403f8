package org.evenhand.restrictions.internal.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.restrictions.BreachToReport;
import org.evenhand.restrictions.BreachView;
import org.evenhand.restrictions.Breaches;
import org.evenhand.restrictions.MeetingToHold;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.ReviewMeetingView;
import org.evenhand.restrictions.ReviewRequestView;
import org.evenhand.restrictions.ReviewToRecord;
import org.evenhand.restrictions.ReviewToRequest;
import org.evenhand.restrictions.ReviewingRestrictions;
import org.evenhand.restrictions.internal.Findings;
import org.evenhand.restrictions.internal.ReadingRestrictions.Filter;
import org.evenhand.restrictions.internal.ReadingReviews;
import org.evenhand.restrictions.internal.web.Inputs.BreachReportInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionReviewInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionReviewRequestInput;
import org.evenhand.restrictions.internal.web.Inputs.ReviewMeetingHoldInput;
import org.evenhand.restrictions.internal.web.Payloads.RestrictionPayload;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reviews, review meetings, breaches and findings, as the schema offers them. */
@Controller
class ReviewController {

  private final Acts acts;
  private final ReviewingRestrictions reviewing;
  private final Breaches breaches;
  private final ReadingReviews reading;
  private final Findings findings;
  private final RestrictionSight sight;
  private final AuditTrail auditTrail;

  ReviewController(
      Acts acts,
      ReviewingRestrictions reviewing,
      Breaches breaches,
      ReadingReviews reading,
      Findings findings,
      RestrictionSight sight,
      AuditTrail auditTrail) {
    this.acts = acts;
    this.reviewing = reviewing;
    this.breaches = breaches;
    this.reading = reading;
    this.findings = findings;
    this.sight = sight;
    this.auditTrail = auditTrail;
  }

  @MutationMapping
  RestrictionPayload restrictionReview(@Argument RestrictionReviewInput input) {
    return RestrictionPayload.of(
        acts.act("restrictionReview", input.idempotencyKey(), input)
            .<RestrictionView>on("Restriction", view -> view.id().value(), sight::get)
            .about(view -> view.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  return given.refusals().isEmpty()
                      ? reviewing.review(
                          new ReviewToRecord(
                              id,
                              input.expectedVersion(),
                              input.outcome(),
                              input.reasons(),
                              input.nextReviewOn()))
                      : Outcome.refused(given.refusals());
                }));
  }

  record ReviewRequestPayload(
      @Nullable ReviewRequestView request, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  ReviewRequestPayload restrictionReviewRequest(@Argument RestrictionReviewRequestInput input) {
    Outcome<ReviewRequestView> outcome =
        acts.act("restrictionReviewRequest", input.idempotencyKey(), input)
            .<ReviewRequestView>on(
                "RestrictionReviewRequest",
                ReviewRequestView::id,
                id -> reading.findRequest(id).orElseThrow())
            .about(view -> view.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  RepresentativeId representative =
                      given.idIfAny(
                          "Representative",
                          input.representative(),
                          RepresentativeId::new,
                          "representative");
                  return given.refusals().isEmpty()
                      ? reviewing.request(
                          new ReviewToRequest(id, representative, input.askedOn(), input.words()))
                      : Outcome.refused(given.refusals());
                });
    return new ReviewRequestPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  record ReviewMeetingPayload(
      @Nullable ReviewMeetingView meeting, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  ReviewMeetingPayload reviewMeetingHold(@Argument ReviewMeetingHoldInput input) {
    Outcome<ReviewMeetingView> outcome =
        acts.act("reviewMeetingHold", input.idempotencyKey(), input)
            .<ReviewMeetingView>on(
                "ReviewMeeting", ReviewMeetingView::id, id -> reading.findMeeting(id).orElseThrow())
            .perform(
                () -> {
                  var given = new Given();
                  var decisions = new ArrayList<MeetingToHold.Decision>();
                  for (int i = 0; i < input.decisions().size(); i++) {
                    var decision = input.decisions().get(i);
                    decisions.add(
                        new MeetingToHold.Decision(
                            given.id(
                                "Restriction",
                                decision.restriction(),
                                RestrictionId::new,
                                "decisions",
                                Integer.toString(i),
                                "restriction"),
                            decision.expectedVersion(),
                            decision.outcome(),
                            decision.reason(),
                            decision.nextReviewOn()));
                  }
                  return given.refusals().isEmpty()
                      ? reviewing.hold(
                          new MeetingToHold(input.heldOn(), input.attendance(), decisions))
                      : Outcome.refused(given.refusals());
                });
    return new ReviewMeetingPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  record BreachPayload(
      @Nullable BreachView breach, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  BreachPayload breachReport(@Argument BreachReportInput input) {
    Outcome<BreachView> outcome =
        acts.act("breachReport", input.idempotencyKey(), input)
            .<BreachView>on(
                "RestrictionBreach", BreachView::id, id -> breaches.find(id).orElseThrow())
            .about(view -> view.customerId().value())
            .perform(
                () -> {
                  var given = new Given();
                  RestrictionId id = restriction(given, input.restriction());
                  IncidentId incident =
                      given.id("Incident", input.incident(), IncidentId::new, "incident");
                  return given.refusals().isEmpty()
                      ? breaches.report(
                          new BreachToReport(
                              id, incident, input.proofOfService(), input.proofOfBreach()))
                      : Outcome.refused(given.refusals());
                });
    return new BreachPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  // Queries

  @QueryMapping
  Page<RestrictionView> reviewMeetingAgenda(
      @Argument @Nullable Integer first, @Argument @Nullable String after) {
    return sight.page(
        new Filter(
            null,
            null,
            EnumSet.of(
                RestrictionStatus.NOTIFIED,
                RestrictionStatus.IN_FORCE,
                RestrictionStatus.SUSPENDED),
            null,
            null,
            null,
            null),
        Page.request(first, after));
  }

  @QueryMapping
  Page<ReviewMeetingView> reviewMeetings(
      @Argument @Nullable Integer first, @Argument @Nullable String after) {
    return reading.meetings(Page.request(first, after));
  }

  @QueryMapping
  Page<Findings.Found> restrictionFindings(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument List<Findings.Code> codes,
      @Argument boolean takenOver) {
    Page<Findings.Found> page =
        findings.page(
            codes.isEmpty() ? Set.of() : EnumSet.copyOf(codes),
            takenOver,
            Page.request(first, after));
    auditTrail.recordRead(
        "restrictionFindings",
        "Restriction",
        page.nodes().stream()
            .map(found -> found.restriction().customerId().value())
            .distinct()
            .toList());
    return page;
  }

  private static RestrictionId restriction(Given given, String id) {
    return given.id("Restriction", id, RestrictionId::new, "restriction");
  }
}
