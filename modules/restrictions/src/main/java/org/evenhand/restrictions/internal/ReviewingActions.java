package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_MEETING;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_MEETING_ITEM;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_REQUEST;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.intake.Representatives;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.MeetingOutcome;
import org.evenhand.restrictions.MeetingToHold;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.ReviewMeetingView;
import org.evenhand.restrictions.ReviewOutcome;
import org.evenhand.restrictions.ReviewRequestView;
import org.evenhand.restrictions.ReviewToRecord;
import org.evenhand.restrictions.ReviewToRequest;
import org.evenhand.restrictions.ReviewView;
import org.evenhand.restrictions.ReviewingRestrictions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews: those that are due, those that somebody asked for, and the meeting on all (F2). */
@Service
class ReviewingActions implements ReviewingRestrictions {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PRESENT = 50;
  private static final int MOST_DECISIONS = 500;

  /** Local: by when a customer who asks for a review has an answer. */
  private static final int ANSWER_WITHIN = 10;

  /** Local: by when what a meeting wants changed is varied. */
  private static final int AMEND_WITHIN = 10;

  private final ImposedActions actions;
  private final ReadingRestrictions reading;
  private final ReadingReviews reviews;
  private final EvidenceAge evidence;
  private final Considerations considerations;
  private final Customers customers;
  private final Representatives representatives;
  private final Policies policies;
  private final Endings endings;
  private final ReviewDuties reviewDuties;
  private final FrontDeskWriter frontDesk;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final DSLContext dsl;
  private final Clock clock;

  ReviewingActions(
      ImposedActions actions,
      ReadingRestrictions reading,
      ReadingReviews reviews,
      EvidenceAge evidence,
      Considerations considerations,
      Customers customers,
      Representatives representatives,
      Policies policies,
      Endings endings,
      ReviewDuties reviewDuties,
      FrontDeskWriter frontDesk,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.reading = reading;
    this.reviews = reviews;
    this.evidence = evidence;
    this.considerations = considerations;
    this.customers = customers;
    this.representatives = representatives;
    this.policies = policies;
    this.endings = endings;
    this.reviewDuties = reviewDuties;
    this.frontDesk = frontDesk;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.dsl = dsl;
    this.clock = clock;
  }

  // One review

  @Override
  @Transactional
  public Outcome<RestrictionView> review(ReviewToRecord review) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(review.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = refusals(found.get(), review, now);
    return refusals.isEmpty()
        ? Outcome.done(view(held(found.get(), review, null, now)))
        : Outcome.refused(refusals);
  }

  private List<Refusal> refusals(ImposedAction action, ReviewToRecord review, Instant now) {
    var refusals =
        new ArrayList<Refusal>(
            AllowedAct.REVIEW.refusals(
                AllowedAct.Case.of(action, false, now), currentActor.get(), policies.inForce(now)));
    add(refusals, Acts.stale(review.expectedVersion(), version(action)));
    add(refusals, Acts.text(review.reasons(), LONGEST, "reasons"));
    if (review.outcome() == ReviewOutcome.KEEP) {
      policies.inForce(now).ifPresent(p -> add(refusals, tooFar(review, p, today(now))));
      if (action.narrows() && !newInformationRuledOut(action)) {
        refusals.add(
            new MissingStepsRefusal(
                "REVIEW_STEPS_MISSING", List.of("CHECK_NEW_INFORMATION_AT_REVIEW")));
      }
      if (duties.openFor(action.id()).stream()
          .anyMatch(d -> d.kind().equals(DutyKinds.GROUND_GONE))) {
        refusals.add(Refusal.at("NOTHING_LEFT_TO_REST_ON", "outcome"));
      }
    }
    return refusals;
  }

  private static @Nullable Refusal tooFar(
      ReviewToRecord review, PolicyInForce policy, LocalDate today) {
    LocalDate next = review.nextReviewOn();
    LocalDate latest = today.plusMonths(policy.figures().get(FigureKey.LONGEST_REVIEW_MONTHS));
    if (next != null && !next.isAfter(today)) {
      return Refusal.at("REVIEW_BEFORE_START", "nextReviewOn");
    }
    return next != null && next.isAfter(latest)
        ? Refusal.at("REVIEW_TOO_LATE", Map.of("latest", latest.toString()), "nextReviewOn")
        : null;
  }

  /** T3: asked again for this review, whatever was answered before the decision or the last one. */
  private boolean newInformationRuledOut(ImposedAction action) {
    Instant since =
        view(action).reviews().stream()
            .map(ReviewView::at)
            .max(Instant::compareTo)
            .orElse(action.decided().imposedAt());
    return considerations.newInformationRuledOut(
        RestrictionDecisions.considerationId(action), CheckStage.REVIEW, since);
  }

  private ImposedAction held(
      ImposedAction action, ReviewToRecord review, @Nullable UUID meeting, Instant now) {
    LocalDate next = review.outcome() == ReviewOutcome.KEEP ? next(review, now) : null;
    Actor actor = currentActor.get();
    UUID id = Ids.next();
    dsl.insertInto(REVIEW)
        .set(REVIEW.ID, id)
        .set(REVIEW.RESTRICTION_ID, action.id())
        .set(REVIEW.OUTCOME, review.outcome().name())
        .set(REVIEW.REASONS, review.reasons())
        .set(REVIEW.NEXT_REVIEW_ON, next)
        .set(REVIEW.NEWEST_EVIDENCE_ON, evidence.newest(action))
        .set(REVIEW.MEETING_ID, meeting)
        .set(REVIEW.BY_ACTOR, actor.id().value())
        .set(
            REVIEW.BY_ROLE,
            actor
                .actsAs(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES)
                .orElse(Role.HEAD_OF_CUSTOMER_SERVICES)
                .name())
        .set(REVIEW.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    dsl.update(REVIEW_REQUEST)
        .set(REVIEW_REQUEST.REVIEW_ID, id)
        .set(REVIEW_REQUEST.VERSION, REVIEW_REQUEST.VERSION.plus(1))
        .where(REVIEW_REQUEST.RESTRICTION_ID.eq(action.id()))
        .and(REVIEW_REQUEST.REVIEW_ID.isNull())
        .execute();
    if (next == null) {
      return endings.lift(action, review.reasons(), now);
    }
    ImposedAction saved = actions.save(action.with(action.progress().reviewedNextOn(next)));
    for (String kind : DutyKinds.REVIEWS) {
      duties.discharge(kind, saved.id(), saved.decided().reference(), review.reasons(), now);
    }
    AfterMerge.looked(duties, saved, review.reasons(), now);
    reviewDuties.open(saved, now);
    if (saved.decided().appealable()) {
      open(DutyKinds.TELL_REVIEW, saved, workingDays.plus(today(now), 2), now);
    }
    frontDesk.person(new CustomerId(saved.decided().customerId()));
    return saved;
  }

  private LocalDate next(ReviewToRecord review, Instant now) {
    LocalDate wished = review.nextReviewOn();
    if (wished != null) {
      return wished;
    }
    int months = policies.inForce(now).orElseThrow().figures().get(FigureKey.REVIEW_AFTER_MONTHS);
    return today(now).plusMonths(months);
  }

  // Asked for

  @Override
  @Transactional
  public Outcome<ReviewRequestView> request(ReviewToRequest request) {
    Instant now = clock.instant();
    LocalDate today = today(now);
    Optional<ImposedAction> found = actions.findById(request.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals =
        new ArrayList<Refusal>(
            AllowedAct.REQUEST_REVIEW.refusals(
                AllowedAct.Case.of(action, false, now), currentActor.get(), policies.inForce(now)));
    add(refusals, Acts.text(request.words(), LONGEST, "words"));
    if (request.askedOn().isAfter(today)) {
      refusals.add(Refusal.at("ASKED_IN_THE_FUTURE", "askedOn"));
    }
    RepresentativeId representative = request.representative();
    if (representative != null && !maySpeak(representative, action, request.askedOn())) {
      refusals.add(Refusal.at("NO_AUTHORITY_TO_SPEAK", "representative"));
    }
    reviews
        .openRequest(request.id())
        .ifPresent(
            open ->
                refusals.add(
                    Refusal.of(
                        "REVIEW_REQUEST_OPEN", Map.of("answerBy", open.answerBy().toString()))));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    UUID id = Ids.next();
    LocalDate answerBy = workingDays.plus(request.askedOn(), ANSWER_WITHIN);
    dsl.insertInto(REVIEW_REQUEST)
        .set(REVIEW_REQUEST.ID, id)
        .set(REVIEW_REQUEST.VERSION, 0)
        .set(REVIEW_REQUEST.RESTRICTION_ID, action.id())
        .set(REVIEW_REQUEST.ASKED_BY, representative == null ? "CUSTOMER" : "REPRESENTATIVE")
        .set(
            REVIEW_REQUEST.REPRESENTATIVE_ID,
            representative == null ? null : representative.value())
        .set(REVIEW_REQUEST.ASKED_ON, request.askedOn())
        .set(REVIEW_REQUEST.WORDS, request.words())
        .set(REVIEW_REQUEST.ANSWER_BY, answerBy)
        .set(REVIEW_REQUEST.RECORDED_BY, currentActor.get().id().value())
        .set(REVIEW_REQUEST.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    open(DutyKinds.ANSWER_REVIEW_REQUEST, action, answerBy, now);
    return Outcome.done(reviews.findRequest(id).orElseThrow());
  }

  private boolean maySpeak(RepresentativeId id, ImposedAction action, LocalDate on) {
    List<CustomerId> records = customers.recordsOf(new CustomerId(action.decided().customerId()));
    return representatives
        .find(id)
        .filter(r -> records.contains(r.customerId()) && r.runsOn(on))
        .isPresent();
  }

  // The meeting

  @Override
  @Transactional
  public Outcome<ReviewMeetingView> hold(MeetingToHold meeting) {
    Instant now = clock.instant();
    LocalDate today = today(now);
    var refusals = new ArrayList<Refusal>();
    if (!currentActor.get().holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.add(AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (meeting.heldOn().isAfter(today)) {
      refusals.add(Refusal.at("HELD_IN_THE_FUTURE", "heldOn"));
    }
    if (meeting.attendance().isEmpty() || meeting.attendance().size() > MOST_PRESENT) {
      refusals.add(Refusal.at("ATTENDANCE_MISSING", "attendance"));
    }
    meeting.attendance().forEach(who -> add(refusals, Acts.text(who, LONGEST_NAME, "attendance")));
    if (meeting.decisions().size() > MOST_DECISIONS) {
      refusals.add(
          Refusal.at(
              "LIST_TOO_LONG", Map.of("most", Integer.toString(MOST_DECISIONS)), "decisions"));
      return Outcome.refused(refusals);
    }
    var looked = new ArrayList<ImposedAction>();
    var twice = new HashSet<RestrictionId>();
    for (int i = 0; i < meeting.decisions().size(); i++) {
      var decision = meeting.decisions().get(i);
      String place = Integer.toString(i);
      Optional<ImposedAction> action = actions.findById(decision.id().value());
      if (action.isEmpty()) {
        refusals.add(Refusal.notFound("Restriction", "decisions", place, "restriction"));
      } else if (!twice.add(decision.id())) {
        refusals.add(Refusal.at("DECIDED_TWICE", "decisions", place, "restriction"));
      } else {
        looked.add(action.get());
        refusals(action.get(), asReview(decision), now)
            .forEach(refusal -> refusals.add(at(refusal, place)));
      }
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return Outcome.done(record(meeting, looked, now));
  }

  private ReviewMeetingView record(MeetingToHold meeting, List<ImposedAction> looked, Instant now) {
    UUID id = Ids.next();
    LocalDate next = meeting.heldOn().plusMonths(ReviewDuties.MEETING_MONTHS);
    dsl.insertInto(REVIEW_MEETING)
        .set(REVIEW_MEETING.ID, id)
        .set(REVIEW_MEETING.HELD_ON, meeting.heldOn())
        .set(REVIEW_MEETING.ATTENDANCE, meeting.attendance().toArray(String[]::new))
        .set(REVIEW_MEETING.NEXT_DUE_ON, next)
        .set(REVIEW_MEETING.HELD_BY, currentActor.get().id().value())
        .set(REVIEW_MEETING.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    for (int i = 0; i < looked.size(); i++) {
      var decision = meeting.decisions().get(i);
      dsl.insertInto(REVIEW_MEETING_ITEM)
          .set(REVIEW_MEETING_ITEM.MEETING_ID, id)
          .set(REVIEW_MEETING_ITEM.RESTRICTION_ID, decision.id().value())
          .set(REVIEW_MEETING_ITEM.OUTCOME, decision.outcome().name())
          .set(REVIEW_MEETING_ITEM.REASON, decision.reason())
          .execute();
      ImposedAction held = held(looked.get(i), asReview(decision), id, now);
      if (decision.outcome() == MeetingOutcome.AMEND) {
        open(DutyKinds.AMEND, held, workingDays.plus(today(now), AMEND_WITHIN), now);
      }
    }
    duties.discharge(
        DutyKinds.HOLD_REVIEW_MEETING, ReviewDuties.REGISTER, id.toString(), null, now);
    reviewDuties.openMeeting(next, now);
    return reviews.findMeeting(id).orElseThrow();
  }

  private static ReviewToRecord asReview(MeetingToHold.Decision decision) {
    return new ReviewToRecord(
        decision.id(),
        decision.expectedVersion(),
        decision.outcome() == MeetingOutcome.LIFT ? ReviewOutcome.LIFT : ReviewOutcome.KEEP,
        decision.reason(),
        decision.nextReviewOn());
  }

  /** The same refusal at its place in the list of decisions. */
  private static Refusal at(Refusal refusal, String place) {
    var path = new ArrayList<>(List.of("decisions", place));
    refusal.path().forEach(step -> path.add(step.equals("reasons") ? "reason" : step));
    return Refusal.at(refusal.code(), refusal.parameters(), path.toArray(String[]::new));
  }

  // Small things

  private void open(String kind, ImposedAction action, LocalDate on, Instant now) {
    duties.open(DutyKinds.toOwner(kind, action, on), now);
  }

  private RestrictionView view(ImposedAction action) {
    return reading.find(new RestrictionId(action.id())).orElseThrow();
  }

  private static int version(ImposedAction action) {
    return action.version() == null ? 0 : action.version();
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
