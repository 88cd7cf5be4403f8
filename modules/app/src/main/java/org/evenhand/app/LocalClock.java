package org.evenhand.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time of the local profile: the machine's, except while the demonstration council's past is
 * told, before anything listens.
 */
class LocalClock extends Clock {

  private final Clock present;
  private volatile @Nullable Instant past;

  LocalClock(Clock present) {
    this.present = present;
  }

  /** From now on it is this instant, until {@link #backToPresent()}. */
  void travelTo(Instant instant) {
    past = instant;
  }

  void backToPresent() {
    past = null;
  }

  /** The present, also while the past is told. */
  Instant today() {
    return present.instant();
  }

  @Override
  public Instant instant() {
    Instant travelled = past;
    return travelled == null ? present.instant() : travelled;
  }

  @Override
  public ZoneId getZone() {
    return present.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new LocalClock(present.withZone(zone));
  }
}
