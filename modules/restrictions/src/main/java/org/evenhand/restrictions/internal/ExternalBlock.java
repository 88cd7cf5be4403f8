package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block that another system reported in one run, or one that it should have, compared with the
 * register (F9).
 *
 * @param subject the same in each run for the same block of the same system
 * @param reference what the other system calls it; null where it has none of it
 * @param customer whom it is about; null where that is not sure
 * @param restriction the restriction that it was compared with; null where there is none
 */
public record ExternalBlock(
    UUID run,
    UUID subject,
    String system,
    Finding finding,
    @Nullable String reference,
    @Nullable String what,
    @Nullable LocalDate since,
    @Nullable UUID customer,
    @Nullable UUID restriction) {

  /** What comparing came to. */
  public enum Finding {
    /** A restriction in force is behind it. */
    MATCHED,
    /** What was given does not tell for sure whom it is about (T21). */
    NOT_IDENTIFIED,
    /** There never was a restriction behind it. */
    NO_RESTRICTION,
    /** The restriction ended, and the block is still on (F11). */
    RESTRICTION_ENDED,
    /** There is one that is not in force: not told yet, not begun, or set aside (F9). */
    NOT_IN_FORCE,
    /** A restriction is in force for a service that the system serves, and no block is on. */
    RESTRICTION_WITHOUT_BLOCK;

    /** Whether somebody has to put it right. */
    public boolean orphan() {
      return this != MATCHED;
    }
  }
}
