package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was reported to the police and by the hate-incident route, and why not (P9.5, P7.2, T18).
 */
public interface ReportingOnward {

  /** Either reported (to whom, when, reference) or not reported, with the reason. */
  record Answer(
      ObligationId id,
      int expectedVersion,
      @Nullable String reportedTo,
      @Nullable Instant reportedAt,
      @Nullable String reference,
      @Nullable String notReportedBecause) {}

  Optional<ObligationView> find(ObligationId id);

  /** Of these incidents. */
  List<ObligationView> of(Collection<IncidentId> incidents);

  /**
   * Closes a duty to report. Refused: both or neither answer (ANSWER_UNCLEAR), a report without
   * force or route, time and reference (REPORT_INCOMPLETE), a time to come or before the incident,
   * one that is answered (OBLIGATION_ANSWERED).
   */
  Outcome<ObligationView> answer(Answer command, Actor actor, Instant now);
}
