package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Quarterly reports, from their draft to what was recommended on them (PR.1, P4.1, P4.3). Call an
 * act within {@code Acts}.
 */
public interface QuarterlyReports {

  /** The quarter to count, and what its numbers say. */
  record Draft(Quarter quarter, String commentary, @Nullable Integer expectedVersion) {}

  /** What somebody said who looked through it. */
  record Review(QuarterlyReportId id, String words, @Nullable Integer expectedVersion) {}

  /** Before whom it was, and when. */
  record Present(
      QuarterlyReportId id, String toWhom, LocalDate on, @Nullable Integer expectedVersion) {}

  /** The report to publish. */
  record Publish(QuarterlyReportId id, @Nullable Integer expectedVersion) {}

  /**
   * Something to do, by whom and by when.
   *
   * @param serviceArea whose head sees to it; null for the head of customer services
   */
  record Recommend(
      QuarterlyReportId report,
      String words,
      @Nullable ServiceAreaCode serviceArea,
      LocalDate dueOn) {}

  /** What came of a recommendation. */
  record Close(
      RecommendationId id, boolean done, String words, @Nullable Integer expectedVersion) {}

  /**
   * Counts a quarter, or counts it again while nobody had it before them. Refused:
   * QUARTER_NOT_OVER, REPORT_WRONG_STATUS once it was presented, a missing or overlong commentary.
   */
  Outcome<QuarterlyReportView> draft(Draft command, Actor by, Instant now);

  /** Refused: REPORT_WRONG_STATUS, REVIEWER_DRAFTED_IT, missing words. */
  Outcome<QuarterlyReportView> review(Review command, Actor by, Instant now);

  /**
   * Records a presentation; there may be several. Refused: REPORT_WRONG_STATUS before it was
   * reviewed, DATE_IN_FUTURE, a day before it was drafted (DATE_BEFORE_ANOTHER).
   */
  Outcome<QuarterlyReportView> present(Present command, Actor by, Instant now);

  /** Freezes it for ever. Refused: REPORT_WRONG_STATUS before it was presented. */
  Outcome<QuarterlyReportView> publish(Publish command, Actor by, Instant now);

  /**
   * Records a recommendation and opens a duty for its owner. Refused: REPORT_WRONG_STATUS before it
   * was presented, SERVICE_AREA_UNKNOWN, a day that has passed (DATE_IN_PAST), missing words.
   */
  Outcome<RecommendationView> recommend(Recommend command, Actor by, Instant now);

  /**
   * Closes one, by its owner or by a member of the Corporate Management Team. Refused:
   * RECOMMENDATION_CLOSED, NOT_THE_OWNER, missing words.
   */
  Outcome<RecommendationView> close(Close command, Actor by, Instant now);

  /** As the reader may see it; empty for one that they may not. */
  Optional<QuarterlyReportView> find(QuarterlyReportId id, Actor reader);

  /** As {@link #find(QuarterlyReportId, Actor)}. */
  Optional<QuarterlyReportView> find(Quarter quarter, Actor reader);

  /** Those that the reader may see, latest quarter first. */
  List<QuarterlyReportView> all(Actor reader);

  /**
   * Whether counting again, from what was noted by the cut-off, gives the figures of the report; it
   * changes nothing.
   */
  boolean countsTheSameAgain(QuarterlyReportId id);

  /** Training needs that its own figures show, in the areas that the reader answers for (P4.1). */
  List<Trends.Need> trainingNeeds(QuarterlyReportId id, Actor reader);

  /** The figures as they were frozen: the text that the digest is of. */
  Optional<String> csv(QuarterlyReportId id, Actor reader);

  /**
   * The report as an accessible page, with the figures that the reader may see; empty for one that
   * they may not see.
   */
  Optional<String> page(QuarterlyReportId id, Actor reader);

  /**
   * The forms in which a published report is kept, for whoever sees all of it; none before it is
   * published.
   */
  Map<ReportFormat, FileId> documents(QuarterlyReportId id, Actor reader);

  /** What elected members see of a published report; empty for any other. */
  Optional<MemberTables> forMembers(Quarter quarter);

  Optional<RecommendationView> recommendation(RecommendationId id, Actor reader);

  /** On this report, in the order in which they were made. */
  List<RecommendationView> recommendations(QuarterlyReportId report, Actor reader);

  /**
   * Of earlier reports: those that were open at this report's cut-off, or were closed since the
   * cut-off of the report before it, as they stood at this cut-off.
   */
  List<RecommendationView> followedUp(QuarterlyReportId report, Actor reader);

  /** Who may own a recommendation. */
  static Role ownerRole(@Nullable ServiceAreaCode area) {
    return area == null ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
  }
}
