package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was reported to the police, by the hate-incident route, to the regulator of health and
 * safety, and why not (P9.4, P9.5, P7.2, T18). Each is open until it is answered, and closed to
 * those who need not know: it is seen by whoever recorded the incident, the heads of its area,
 * whoever holds the work (hate-crime lead, police liaison), and those who answer for the whole.
 */
public interface ReportingOnward {

  /** Beyond so many days in a row an injury is reportable; the day of the accident is not one. */
  int REPORTABLE_AFTER_DAYS = 7;

  /** Within so many days of the accident that is reported. */
  int REPORTED_WITHIN_DAYS = 15;

  /** A day on which to ask again lies at most so many days ahead. */
  int ASKED_AGAIN_WITHIN_DAYS = 92;

  /**
   * Either reported (to whom, when, reference) or not reported, with the reason.
   *
   * @param route of a hate or inequality incident, needed with its report
   * @param couldNotWaitBecause why harassment was reported before anybody was consulted: somebody
   *     was in danger (T18)
   */
  record Answer(
      ObligationId id,
      int expectedVersion,
      @Nullable String reportedTo,
      @Nullable Instant reportedAt,
      @Nullable String reference,
      @Nullable String notReportedBecause,
      @Nullable ReportRoute route,
      @Nullable String couldNotWaitBecause) {

    /** Of what has no route and waited for nobody. */
    public Answer(
        ObligationId id,
        int expectedVersion,
        @Nullable String reportedTo,
        @Nullable Instant reportedAt,
        @Nullable String reference,
        @Nullable String notReportedBecause) {
      this(id, expectedVersion, reportedTo, reportedAt, reference, notReportedBecause, null, null);
    }
  }

  /** The advice of whoever calls (P9.4). */
  record Advice(ObligationId id, int expectedVersion, ConsultationAdvice advice, String words) {}

  /**
   * What is known of the absence of somebody hurt at work.
   *
   * @param neverAbsent they could do their usual work all along
   * @param absentFrom the first day on which they could not
   * @param backOn the day on which they could again; null while they cannot
   */
  record Absence(
      ObligationId id,
      int expectedVersion,
      boolean neverAbsent,
      @Nullable LocalDate absentFrom,
      @Nullable LocalDate backOn) {}

  /**
   * What is known of a report now.
   *
   * @param crimeNumber needed once there is a crime, unless it was told before
   * @param toldBy who said so; needed unless there is no answer yet
   * @param toldOn the day on which they said so, or were asked in vain
   * @param askAgainOn needed where there is no answer yet; elsewhere where more is to come
   * @param note needed where the outcome alone says too little
   */
  record News(
      ObligationId id,
      int expectedVersion,
      ReportOutcome outcome,
      @Nullable String crimeNumber,
      @Nullable String toldBy,
      LocalDate toldOn,
      @Nullable LocalDate askAgainOn,
      @Nullable String note) {}

  Optional<ObligationView> find(ObligationId id);

  /** Of these incidents. */
  List<ObligationView> of(Collection<IncidentId> incidents);

  /**
   * Closes a duty to report. Refused: both or neither answer (ANSWER_UNCLEAR), a report without
   * force or route, time and reference (REPORT_INCOMPLETE), a time to come or before the incident,
   * one that is answered (OBLIGATION_ANSWERED), harassment before anybody was consulted
   * (CONSULTATION_MISSING, P9.4), a watch, which ends with what is known of the absence
   * (WATCH_IS_NOT_REPORTED), one of which the caller need not know (NOT_FOUND).
   */
  Outcome<ObligationView> answer(Answer command, Actor actor, Instant now);

  /**
   * Records that the head of service or of customer services was consulted about harassment, and
   * advised (P9.4); whoever advises calls. Refused: anybody who heads neither the area nor customer
   * services (an authority refusal), whoever recorded the incident (CONSULTS_THEMSELVES), what
   * needs no consultation (NO_CONSULTATION_NEEDED) or had it (CONSULTED_ALREADY).
   */
  Outcome<ObligationView> advise(Advice command, Actor actor, Instant now);

  /**
   * Records the absence of somebody hurt. More than seven days in a row without their usual work,
   * weekends counted and the day of the accident not, make the injury reportable within fifteen
   * days of it; fewer settle the watch. Refused: what is no watch (NOT_A_WATCH), days that
   * contradict each other (ABSENCE_UNCLEAR) or lie ahead (DATE_IN_FUTURE).
   */
  Outcome<ObligationView> recordAbsence(Absence command, Actor actor, Instant now);

  /**
   * Records what the police or the reporting route made of a report, as often as there is news;
   * what was recorded before stays (question 24). Whoever may answer the obligation may. From the
   * report on a duty to ask stands, due after the policy's time without news; an outcome meets it,
   * a day to ask again moves it. Refused: what goes to neither (NEWS_OF_POLICE_AND_HATE_ONLY), what
   * was not reported (NOTHING_REPORTED), a day before the report (TOLD_BEFORE_REPORT) or to come, a
   * crime without its number (CRIME_NUMBER_MISSING), a number without a crime (NO_CRIME_NO_NUMBER),
   * no answer without a day to ask again (ASK_AGAIN_DAY_UNSUITABLE), what was erased
   * (RECORD_ERASED, T26).
   */
  Outcome<ObligationView> recordNews(News command, Actor actor, Instant now);

  /** All news of these reports, in the order in which it was told. */
  List<ReportOutcomeView> newsOf(Collection<ObligationId> reports);
}
