package org.evenhand.pluginhost;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls into a plugin since this node was started.
 *
 * @param total calls that were made, good or bad
 * @param failed calls that threw or gave an unusable answer
 * @param timedOut calls that took longer than the limit
 * @param mean mean time of a call that was answered; zero when there was none
 * @param longest longest time of a call that was answered; zero when there was none
 * @param lastFailureAt null when none failed
 */
public record PluginCallsView(
    long total,
    long failed,
    long timedOut,
    Duration mean,
    Duration longest,
    @Nullable Instant lastFailureAt) {

  /** None yet. */
  public static final PluginCallsView NONE =
      new PluginCallsView(0, 0, 0, Duration.ZERO, Duration.ZERO, null);
}
