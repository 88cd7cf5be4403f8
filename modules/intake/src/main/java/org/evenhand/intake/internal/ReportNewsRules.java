package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ReportOutcome;
import org.evenhand.intake.ReportingOnward;
import org.evenhand.intake.ReportingOnward.News;

/** What news of a report must say (question 24, P9.5, T18). */
final class ReportNewsRules {

  private static final Set<ReportOutcome> OF_A_CRIME =
      EnumSet.of(
          ReportOutcome.CRIME_RECORDED,
          ReportOutcome.COMMUNITY_RESOLUTION,
          ReportOutcome.CAUTION,
          ReportOutcome.CHARGED_OR_SUMMONSED);

  private static final Set<ReportOutcome> OF_NO_CRIME =
      EnumSet.of(
          ReportOutcome.NO_ANSWER_YET, ReportOutcome.NOT_ACCEPTED, ReportOutcome.INCIDENT_LOGGED);

  private static final Set<ReportOutcome> IN_WORDS =
      EnumSet.of(ReportOutcome.NOT_ACCEPTED, ReportOutcome.REFERRED_ELSEWHERE, ReportOutcome.OTHER);

  private ReportNewsRules() {}

  /** Whether a report of this kind goes to somebody who makes something of it. */
  static boolean comesOf(ObligationKind kind) {
    return kind == ObligationKind.POLICE_REPORT || kind == ObligationKind.HATE_INCIDENT_REPORT;
  }

  static List<Refusal> refusals(News news, Obligation report, LocalDate today) {
    if (!comesOf(report.kind())) {
      return List.of(Refusal.of("NEWS_OF_POLICE_AND_HATE_ONLY"));
    }
    if (report.status() != ObligationStatus.REPORTED) {
      return List.of(Refusal.of("NOTHING_REPORTED"));
    }
    ReportOutcome outcome = news.outcome();
    boolean unanswered = outcome == ReportOutcome.NO_ANSWER_YET;
    String number = Checked.tidy(news.crimeNumber());
    LocalDate again = news.askAgainOn();
    var checked =
        new Checked()
            .refuse(
                OF_A_CRIME.contains(outcome)
                    && number == null
                    && report.standing().crimeNumber() == null,
                Refusal.at("CRIME_NUMBER_MISSING", "crimeNumber"))
            .refuse(
                OF_NO_CRIME.contains(outcome) && number != null,
                Refusal.at("NO_CRIME_NO_NUMBER", "crimeNumber"))
            .bounded(number, Checked.LINE, "crimeNumber")
            .notAfter(news.toldOn(), today, "toldOn")
            .refuse(
                news.toldOn().isBefore(reportedOn(report)),
                Refusal.at("TOLD_BEFORE_REPORT", "toldOn"))
            .refuse(
                (unanswered && again == null)
                    || (again != null
                        && (!again.isAfter(today)
                            || again.isAfter(
                                today.plusDays(ReportingOnward.ASKED_AGAIN_WITHIN_DAYS)))),
                Refusal.at(
                    "ASK_AGAIN_DAY_UNSUITABLE",
                    Map.of("days", Integer.toString(ReportingOnward.ASKED_AGAIN_WITHIN_DAYS)),
                    "askAgainOn"));
    if (unanswered) {
      checked.bounded(news.toldBy(), Checked.LINE, "toldBy");
    } else {
      checked.needed(news.toldBy(), Checked.LINE, "toldBy");
    }
    if (IN_WORDS.contains(outcome)) {
      checked.needed(news.note(), Checked.ACCOUNT, "note");
    } else {
      checked.bounded(news.note(), Checked.ACCOUNT, "note");
    }
    return checked.refusals();
  }

  private static LocalDate reportedOn(Obligation report) {
    return Objects.requireNonNull(report.answer().reportedAt())
        .atZone(WorkingDays.LONDON)
        .toLocalDate();
  }
}
