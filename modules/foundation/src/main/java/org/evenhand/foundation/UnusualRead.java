package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads of persons' records that somebody should ask about; nothing is said by it about anybody.
 *
 * @param people how many persons' records
 */
public record UnusualRead(ActorId actor, LocalDate day, Kind kind, int people) {

  /**
   * That somebody has an interest in a person, by their own word.
   *
   * @param since reads before they said so are not asked about
   * @param until nor are those after they took it back; null while it stands
   */
  public record OfInterest(ActorId actor, UUID person, Instant since, @Nullable Instant until) {}

  /** What is unusual. */
  public enum Kind {
    /** The records of many persons within one hour. */
    BULK,
    /** Outside seven to nineteen o'clock in London, or at a weekend. */
    OUT_OF_HOURS,
    /** The records of several persons on a day, about none of whom they did anything that day. */
    NOTHING_DONE,
    /**
     * Records opened of persons about whom nobody had done anything for sixty days, or did since.
     */
    WITHOUT_CASE,
    /** The record of somebody in whom they said that they have an interest, opened after that. */
    OWN_INTEREST
  }
}
