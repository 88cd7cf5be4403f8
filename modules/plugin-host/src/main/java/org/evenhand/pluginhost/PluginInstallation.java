package org.evenhand.pluginhost;

import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a plugin that every node runs.
 *
 * @param id its row, good for {@code node}
 * @param revision counts up with each decision
 * @param decision what the nodes are to do
 * @param installedBy who brought the jar that is meant
 * @param previousVersion what a rollback would go back to; null for nothing
 * @param stagedVersion what waits to be taken into use; null for nothing
 * @param disabledBecause why it is not in use; null unless it was disabled
 */
public record PluginInstallation(
    UUID id,
    int revision,
    PluginDecision decision,
    PluginRoute route,
    ActorId installedBy,
    @Nullable String previousVersion,
    @Nullable String stagedVersion,
    @Nullable String disabledBecause) {}
