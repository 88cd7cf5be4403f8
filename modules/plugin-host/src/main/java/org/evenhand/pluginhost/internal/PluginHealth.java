package org.evenhand.pluginhost.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.evenhand.pluginhost.PluginCallsView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginState;
import org.jspecify.annotations.Nullable;

/**
 * How one plugin fares: a failure degrades it, too many within the window switch it off for good, a
 * good answer after a quiet window makes it active again.
 */
final class PluginHealth {

  private final int failuresUntilOff;
  private final Duration window;
  private final Deque<Instant> recentFailures = new ArrayDeque<>();
  private @Nullable PluginProblem reason;
  private boolean off;
  private long total;
  private long failed;
  private long timedOut;
  private long answered;
  private long nanos;
  private long longest;
  private @Nullable Instant lastFailureAt;

  PluginHealth(int failuresUntilOff, Duration window) {
    this.failuresUntilOff = failuresUntilOff;
    this.window = window;
  }

  synchronized void answered(long tookNanos, Instant now) {
    total++;
    answered++;
    nanos += tookNanos;
    longest = Math.max(longest, tookNanos);
    forgetBefore(now.minus(window));
    if (!off && recentFailures.isEmpty()) {
      reason = null;
    }
  }

  /** Says whether this failure switched the plugin off. */
  synchronized boolean failed(PluginProblem problem, boolean tooSlow, Instant now) {
    total++;
    if (tooSlow) {
      timedOut++;
    } else {
      failed++;
    }
    lastFailureAt = now;
    if (off) {
      return false;
    }
    forgetBefore(now.minus(window));
    recentFailures.addLast(now);
    reason = problem;
    off = recentFailures.size() >= failuresUntilOff;
    return off;
  }

  private void forgetBefore(Instant moment) {
    while (!recentFailures.isEmpty() && recentFailures.peekFirst().isBefore(moment)) {
      recentFailures.removeFirst();
    }
  }

  synchronized boolean isOff() {
    return off;
  }

  synchronized PluginState state() {
    if (off) {
      return PluginState.SWITCHED_OFF;
    }
    return reason == null ? PluginState.ACTIVE : PluginState.DEGRADED;
  }

  synchronized List<PluginProblem> reasons() {
    return reason == null ? List.of() : List.of(reason);
  }

  synchronized PluginCallsView calls() {
    return new PluginCallsView(
        total,
        failed,
        timedOut,
        Duration.ofNanos(answered == 0 ? 0 : nanos / answered),
        Duration.ofNanos(longest),
        lastFailureAt);
  }
}
