package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plugin fares on one node, as that node said last.
 *
 * @param version null where none could be read
 * @param sha256 of the jar that it took up; null for none
 * @param problems codes of what keeps it from being active
 */
public record PluginNodeView(
    UUID node,
    String name,
    @Nullable String version,
    @Nullable String sha256,
    PluginState state,
    List<String> problems,
    long calls,
    long failed,
    long timedOut,
    double meanMilliseconds,
    double longestMilliseconds,
    Instant reportedAt) {
  public PluginNodeView {
    problems = List.copyOf(problems);
  }
}
