package org.evenhand.spi;

import java.time.Duration;
import java.time.Instant;

/** What another system made of something handed over to it. */
public sealed interface Handover {

  /**
   * It has it.
   *
   * @param reference the other system's own; not blank
   * @param at when, by the other system if it says so
   */
  record Accepted(String reference, Instant at) implements Handover {
    public Accepted {
      if (reference.isBlank()) {
        throw new IllegalArgumentException("What was accepted has a reference");
      }
    }
  }

  /** It will not take it, now or later; a person has to look. */
  record Rejected(String code, Texts reason) implements Handover {}

  /** It could not be asked, or is busy: try again no sooner than this. */
  record TryLater(Duration after, Texts reason) implements Handover {
    public TryLater {
      if (after.isNegative()) {
        throw new IllegalArgumentException("Later is not before now");
      }
    }
  }
}
