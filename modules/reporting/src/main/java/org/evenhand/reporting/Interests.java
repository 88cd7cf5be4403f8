package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.UnusualRead;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody on the staff should not look at: their own, of their family, at their
 * address (T20, question 19). No home address and no family of staff is held; they say of which
 * records it is so, and reads of these, and of whoever lives with these people, are shown to the
 * data protection officer (ADR 37). Call an act within {@code Acts}.
 */
public interface Interests {

  /** Refused: a record that is not there (NOT_FOUND), one that they named before. */
  Outcome<InterestView> declare(CustomerId customer, InterestKind kind, Actor by, Instant now);

  /** Refused: what is not theirs (NOT_FOUND) or was withdrawn already. */
  Outcome<InterestView> withdraw(
      InterestId id, @Nullable Integer expectedVersion, Actor by, Instant now);

  /** The reader's own, latest first, also withdrawn ones. */
  List<InterestView> of(Actor reader);

  /** The reader's own. */
  Optional<InterestView> find(InterestId id, Actor reader);

  /**
   * Days on which somebody opened such a record after they had said so, latest first. Reading here
   * is not logged: who shows it logs it.
   */
  List<UnusualRead> reads(LocalDate from, LocalDate until);
}
