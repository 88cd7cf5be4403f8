package org.evenhand.designation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/** Monitoring periods: begun, told, reviewed at their end. Call an act within {@code Acts}. */
public interface MonitoringConduct {

  /**
   * A period to begin.
   *
   * @param customerId a bound member of a group (T15); null for the customer considered
   * @param from the first day; null for today
   * @param until the last day; null for the policy's figure, three months unless it says otherwise
   * @param watched which conduct is watched, in neutral words
   * @param whatFollows what happens at its end, and if the conduct comes back
   */
  record Start(
      ConsiderationId id,
      @Nullable CustomerId customerId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String watched,
      String whatFollows,
      String howToReachUs,
      Set<Ombudsman> ombudsman,
      PlannedService planned,
      Language lang,
      @Nullable Integer expectedVersion) {
    public Start {
      ombudsman = Set.copyOf(ombudsman);
    }
  }

  /** What it showed. */
  record End(
      MonitoringId id,
      MonitoringOutcome outcome,
      String reasons,
      @Nullable Integer expectedVersion) {}

  /**
   * Tells the customer by letter and opens the duty to review it on its last day. Refused: {@code
   * ALREADY_MONITORED}, {@code MONITORING_TOO_LONG} (a year at most), {@code DATE_BEFORE_ANOTHER},
   * {@code CUSTOMER_NOT_CONSIDERED}, and whatever the letter is refused for.
   */
  Outcome<MonitoringView> start(Start command);

  /**
   * Records what it showed. Refused: {@code MONITORING_ENDED}, {@code MONITORING_NOT_OVER}, {@code
   * MONITORING_OVER}, {@code MONITORING_SHOWS_NOTHING} where it is said to have gone on without an
   * incident of the period.
   */
  Outcome<MonitoringView> end(End command);

  Optional<MonitoringView> find(MonitoringId id);

  /** Of these records, latest first. */
  List<MonitoringView> of(Collection<CustomerId> customers);
}
