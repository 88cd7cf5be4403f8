package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.BREACH;
import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_MEETING;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_MEETING_ITEM;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_REQUEST;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Page;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.restrictions.BreachView;
import org.evenhand.restrictions.MeetingOutcome;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.ReviewMeetingView;
import org.evenhand.restrictions.ReviewRequestView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for review, review meetings and breaches as views. */
@Component
@Transactional(readOnly = true)
public class ReadingReviews {

  private final DSLContext dsl;

  ReadingReviews(DSLContext dsl) {
    this.dsl = dsl;
  }

  // Requests

  /** The request, if there is one. */
  public Optional<ReviewRequestView> findRequest(UUID id) {
    return requests(REVIEW_REQUEST.ID.eq(id)).stream().findFirst();
  }

  Optional<ReviewRequestView> openRequest(RestrictionId restriction) {
    return requests(
            REVIEW_REQUEST
                .RESTRICTION_ID
                .eq(restriction.value())
                .and(REVIEW_REQUEST.REVIEW_ID.isNull()))
        .stream()
        .findFirst();
  }

  /** Of these restrictions, earliest first. */
  public List<ReviewRequestView> requestsOf(Collection<RestrictionId> restrictions) {
    return requests(REVIEW_REQUEST.RESTRICTION_ID.in(ids(restrictions)));
  }

  private List<ReviewRequestView> requests(Condition where) {
    return dsl.select(REVIEW_REQUEST.asterisk(), IMPOSED.CUSTOMER_ID)
        .from(REVIEW_REQUEST)
        .join(IMPOSED)
        .on(IMPOSED.ID.eq(REVIEW_REQUEST.RESTRICTION_ID))
        .where(where)
        .orderBy(REVIEW_REQUEST.ASKED_ON, REVIEW_REQUEST.ID)
        .fetch(
            row ->
                new ReviewRequestView(
                    row.get(REVIEW_REQUEST.ID),
                    new RestrictionId(row.get(REVIEW_REQUEST.RESTRICTION_ID)),
                    new CustomerId(row.get(IMPOSED.CUSTOMER_ID)),
                    row.get(REVIEW_REQUEST.REPRESENTATIVE_ID),
                    row.get(REVIEW_REQUEST.ASKED_ON),
                    row.get(REVIEW_REQUEST.WORDS),
                    row.get(REVIEW_REQUEST.ANSWER_BY),
                    row.get(REVIEW_REQUEST.REVIEW_ID),
                    new ActorId(row.get(REVIEW_REQUEST.RECORDED_BY)),
                    row.get(REVIEW_REQUEST.RECORDED_AT).toInstant()));
  }

  // Meetings

  /** The meeting, if it was held. */
  public Optional<ReviewMeetingView> findMeeting(UUID id) {
    return meetings(REVIEW_MEETING.ID.eq(id), 1).stream().findFirst();
  }

  /** A page, newest first. */
  public Page<ReviewMeetingView> meetings(Page.Request request) {
    Condition where =
        request.after() == null ? DSL.noCondition() : REVIEW_MEETING.ID.lt(request.after());
    int total =
        dsl.fetchCount(select(REVIEW_MEETING.ID).from(REVIEW_MEETING).limit(Page.MOST_COUNTED));
    return Page.of(meetings(where, request.limit()), request, ReviewMeetingView::id, total);
  }

  private List<ReviewMeetingView> meetings(Condition where, int limit) {
    var items =
        multiset(
                select(
                        REVIEW_MEETING_ITEM.RESTRICTION_ID,
                        REVIEW_MEETING_ITEM.OUTCOME,
                        REVIEW_MEETING_ITEM.REASON)
                    .from(REVIEW_MEETING_ITEM)
                    .where(REVIEW_MEETING_ITEM.MEETING_ID.eq(REVIEW_MEETING.ID))
                    .orderBy(REVIEW_MEETING_ITEM.RESTRICTION_ID))
            .as("items");
    return dsl.select(REVIEW_MEETING.asterisk(), items)
        .from(REVIEW_MEETING)
        .where(where)
        .orderBy(REVIEW_MEETING.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new ReviewMeetingView(
                    row.get(REVIEW_MEETING.ID),
                    row.get(REVIEW_MEETING.HELD_ON),
                    Arrays.asList(row.get(REVIEW_MEETING.ATTENDANCE)),
                    row.get(items)
                        .map(
                            item ->
                                new ReviewMeetingView.Item(
                                    new RestrictionId(item.value1()),
                                    MeetingOutcome.valueOf(item.value2()),
                                    item.value3())),
                    row.get(REVIEW_MEETING.NEXT_DUE_ON),
                    new ActorId(row.get(REVIEW_MEETING.HELD_BY)),
                    row.get(REVIEW_MEETING.RECORDED_AT).toInstant()));
  }

  // Breaches

  Optional<BreachView> findBreach(UUID id) {
    return breaches(BREACH.ID.eq(id)).stream().findFirst();
  }

  /** Of these decisions themselves, earliest first. */
  public List<BreachView> breachesOf(Collection<RestrictionId> restrictions) {
    return breaches(BREACH.RESTRICTION_ID.in(ids(restrictions)));
  }

  private List<BreachView> breaches(Condition where) {
    return dsl.selectFrom(BREACH)
        .where(where)
        .orderBy(BREACH.OCCURRED_ON, BREACH.ID)
        .fetch(ReadingReviews::breach);
  }

  private static BreachView breach(Record row) {
    return new BreachView(
        row.get(BREACH.ID),
        new RestrictionId(row.get(BREACH.RESTRICTION_ID)),
        new CustomerId(row.get(BREACH.CUSTOMER_ID)),
        new IncidentId(row.get(BREACH.INCIDENT_ID)),
        row.get(BREACH.OCCURRED_ON),
        row.get(BREACH.PROOF_OF_SERVICE),
        row.get(BREACH.PROOF_OF_BREACH),
        row.get(BREACH.REVIEW_DUE_ON),
        new ActorId(row.get(BREACH.REPORTED_BY)),
        row.get(BREACH.REPORTED_AT).toInstant());
  }

  private static List<UUID> ids(Collection<RestrictionId> restrictions) {
    return restrictions.stream().map(RestrictionId::value).toList();
  }
}
