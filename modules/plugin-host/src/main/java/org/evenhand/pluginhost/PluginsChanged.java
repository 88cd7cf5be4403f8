package org.evenhand.pluginhost;

import java.util.Set;

/**
 * This node took up what was decided: other plugins, or other versions of them, answer from now on.
 * Published on each node, outside any transaction.
 *
 * @param plugins ids of those that changed
 */
public record PluginsChanged(Set<String> plugins) {
  public PluginsChanged {
    plugins = Set.copyOf(plugins);
  }
}
