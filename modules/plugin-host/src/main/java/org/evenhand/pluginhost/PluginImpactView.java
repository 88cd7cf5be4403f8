package org.evenhand.pluginhost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade or a rollback would do to what stands.
 *
 * @param fromVersion what is installed
 * @param toVersion what was compared with it
 * @param looked how many records stand that were made with the plugin
 * @param different those that would compile differently
 */
public record PluginImpactView(
    String fromVersion,
    @Nullable String toVersion,
    int looked,
    List<ImpactOfPlugins.Item> different) {
  public PluginImpactView {
    different = List.copyOf(different);
  }
}
