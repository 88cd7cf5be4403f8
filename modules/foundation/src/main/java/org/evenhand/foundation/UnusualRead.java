package org.evenhand.foundation;

import java.time.LocalDate;

/**
 * Reads of persons' records that somebody should ask about; nothing is said by it about anybody.
 *
 * @param people how many persons' records
 */
public record UnusualRead(ActorId actor, LocalDate day, Kind kind, int people) {

  /** What is unusual. */
  public enum Kind {
    /** The records of many persons within one hour. */
    BULK,
    /** Outside seven to nineteen o'clock in London, or at a weekend. */
    OUT_OF_HOURS,
    /** The records of several persons on a day, about none of whom they did anything that day. */
    NOTHING_DONE
  }
}
