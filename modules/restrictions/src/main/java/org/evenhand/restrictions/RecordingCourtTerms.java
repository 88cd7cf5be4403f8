package org.evenhand.restrictions;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Terms of courts: injunctions, undertakings, bail conditions, orders. They bind from their first
 * day, whatever letters of ours came, outrank what the council decided, and stay while a review is
 * overdue (T11, F2). Call within an act.
 */
public interface RecordingCourtTerms {

  /**
   * Terms to record.
   *
   * @param servedBy who served them on the person: the court, the police, a process server
   * @param checkOn null for a year from now, or the last day if that is sooner
   * @param injunction the council's own decision to seek them, which is carried out by this
   */
  record CourtTermsToRecord(
      CustomerId customerId,
      CourtOrderKind kind,
      String court,
      String caseNumber,
      LocalDate madeOn,
      List<CourtTerm> terms,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      LocalDate servedOn,
      String servedBy,
      @Nullable LocalDate checkOn,
      @Nullable InjunctionId injunction) {
    public CourtTermsToRecord {
      terms = List.copyOf(terms);
    }
  }

  /**
   * Refuses terms that say nothing (TERM_MISSING), name what does not exist, or days that cannot
   * be. Warns of what the council imposed that cannot be followed together with them
   * (RESTRICTIONS_CONTRADICT_COURT): the court's terms hold, the restriction is to be reviewed.
   */
  Outcome<CourtTermsView> record(CourtTermsToRecord terms);

  /** Somebody asked, and it is still so; asked again by that day. */
  Outcome<CourtTermsView> confirm(
      CourtTermsId id, @Nullable Integer expectedVersion, LocalDate checkOn);

  /** Discharged, withdrawn or run out: from now on they bind nobody. */
  Outcome<CourtTermsView> end(CourtTermsId id, @Nullable Integer expectedVersion, String reason);
}
