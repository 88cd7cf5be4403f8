package org.evenhand.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.RecordClass;
import org.jspecify.annotations.Nullable;

/**
 * Records are kept for a period by class and then erased, by a person's decision (T26). The product
 * works out what is due over all modules; it erases nothing by itself.
 */
public interface ErasingRecords {

  /**
   * Records to be erased.
   *
   * @param records each by itself, so that whoever decides has seen what goes
   * @param reason stays on record: nothing about a person belongs in it
   */
  record RecordsToErase(CustomerId customerId, List<GlobalId> records, String reason) {}

  /**
   * Erases records of one person in every module, all of them or none.
   *
   * <p>Refused: no such customer or record (NOT_FOUND), none named (NOTHING_NAMED) or more than 200
   * (LIST_TOO_LONG), no reason, a hold that stands (ON_LEGAL_HOLD), one that was erased before
   * (RECORD_ERASED), one whose period is not over (NOT_DUE_YET), and one of which something goes on
   * or on which something rests that is not erased with it (STILL_NEEDED).
   */
  Outcome<ErasureView> erase(RecordsToErase command, Actor actor, Instant now);

  /** Persons of whom something is due, in one fixed order. */
  Page<CustomerRecords> due(
      List<RecordClass> classes, @Nullable Boolean onLegalHold, Page.Request request, Instant now);

  /** What is kept of a person; empty if there is no such customer. */
  Optional<CustomerRecords> kept(CustomerId customerId, Instant now);

  Optional<ErasureView> find(ErasureId id);

  /** What was erased of these persons, latest first. */
  Map<CustomerId, List<ErasureView>> erased(Collection<CustomerId> persons);
}
