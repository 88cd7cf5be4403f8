package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.BreachView;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.ReviewMeetingView;
import org.evenhand.restrictions.ReviewRequestView;
import org.evenhand.restrictions.internal.EvidenceAge;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.ReadingReviews;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What reviews, review meetings and breaches show of themselves and of what they are about. */
@Controller
class ReviewFields implements NodeSource {

  private static final String TYPE = "Restriction";
  private static final String MEETING = "ReviewMeeting";
  private static final String REQUEST = "RestrictionReviewRequest";
  private static final String BREACH = "RestrictionBreach";

  private final ReadingReviews reviews;
  private final ReadingRestrictions reading;
  private final EvidenceAge evidence;
  private final RestrictionSight sight;
  private final Clock clock;

  ReviewFields(
      ReadingReviews reviews,
      ReadingRestrictions reading,
      EvidenceAge evidence,
      RestrictionSight sight,
      Clock clock) {
    this.reviews = reviews;
    this.reading = reading;
    this.evidence = evidence;
    this.sight = sight;
    this.clock = clock;
  }

  @Override
  public String type() {
    return MEETING;
  }

  @Override
  public Optional<?> find(UUID id) {
    return sight.seesAll() ? reviews.findMeeting(id) : Optional.empty();
  }

  // Restriction

  @BatchMapping(typeName = TYPE, field = "reviewRequests")
  Map<RestrictionView, List<ReviewRequestView>> reviewRequests(List<RestrictionView> views) {
    Map<RestrictionId, List<ReviewRequestView>> all =
        reviews.requestsOf(ids(views)).stream()
            .collect(Collectors.groupingBy(ReviewRequestView::restrictionId));
    return each(views, view -> all.getOrDefault(view.id(), List.of()));
  }

  @BatchMapping(typeName = TYPE, field = "breaches")
  Map<RestrictionView, List<BreachView>> breaches(List<RestrictionView> views) {
    Map<RestrictionId, List<BreachView>> all =
        reviews.breachesOf(ids(views)).stream()
            .collect(Collectors.groupingBy(BreachView::restrictionId));
    return each(views, view -> all.getOrDefault(view.id(), List.of()));
  }

  /** How old the newest first-hand evidence is. */
  record Age(LocalDate newestOn, int days) {}

  @BatchMapping(typeName = TYPE, field = "evidenceAge")
  Map<RestrictionView, Age> evidenceAge(List<RestrictionView> views) {
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    var customers = new LinkedHashSet<CustomerId>();
    views.forEach(view -> customers.add(view.customerId()));
    Map<CustomerId, LocalDate> newest = evidence.newest(customers);
    var all = new HashMap<RestrictionView, Age>();
    for (RestrictionView view : views) {
      LocalDate on = newest.get(view.customerId());
      if (on != null) {
        all.put(view, new Age(on, (int) ChronoUnit.DAYS.between(on, today)));
      }
    }
    return all;
  }

  private static List<RestrictionId> ids(List<RestrictionView> views) {
    return views.stream().map(RestrictionView::id).toList();
  }

  private static <V> Map<RestrictionView, V> each(
      List<RestrictionView> views, Function<RestrictionView, V> value) {
    var all = new HashMap<RestrictionView, V>();
    views.forEach(view -> all.put(view, value.apply(view)));
    return all;
  }

  // Requests

  @SchemaMapping(typeName = REQUEST, field = "id")
  String requestId(ReviewRequestView view) {
    return GlobalId.of(REQUEST, view.id());
  }

  @SchemaMapping(typeName = REQUEST, field = "byRepresentative")
  boolean byRepresentative(ReviewRequestView view) {
    return view.representative() != null;
  }

  @SchemaMapping(typeName = REQUEST, field = "answered")
  boolean answered(ReviewRequestView view) {
    return view.reviewId() != null;
  }

  // Breaches

  @SchemaMapping(typeName = BREACH, field = "id")
  String breachId(BreachView view) {
    return GlobalId.of(BREACH, view.id());
  }

  @SchemaMapping(typeName = BREACH, field = "incident")
  String incident(BreachView view) {
    return GlobalId.of("Incident", view.incidentId().value());
  }

  @SchemaMapping(typeName = BREACH, field = "reportedBy")
  String reportedBy(BreachView view) {
    return view.reportedBy().value();
  }

  // Meetings

  @SchemaMapping(typeName = MEETING, field = "id")
  String meetingId(ReviewMeetingView view) {
    return GlobalId.of(MEETING, view.id());
  }

  @SchemaMapping(typeName = MEETING, field = "heldBy")
  String heldBy(ReviewMeetingView view) {
    return view.heldBy().value();
  }

  @BatchMapping(typeName = "ReviewMeetingDecision", field = "restriction")
  Map<ReviewMeetingView.Item, RestrictionView> restriction(List<ReviewMeetingView.Item> items) {
    Collection<RestrictionId> ids =
        new LinkedHashSet<>(items.stream().map(ReviewMeetingView.Item::restrictionId).toList());
    Map<RestrictionId, RestrictionView> seen =
        sight.outOf("reviewMeeting.restriction", reading.find(ids)).orElse(List.of()).stream()
            .collect(Collectors.toMap(RestrictionView::id, Function.identity()));
    var all = new HashMap<ReviewMeetingView.Item, RestrictionView>();
    items.forEach(
        item -> {
          RestrictionView view = seen.get(item.restrictionId());
          if (view != null) {
            all.put(item, view);
          }
        });
    return all;
  }
}
