package org.evenhand.pluginhost.internal;

import java.util.List;
import java.util.Map;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingDescriptor;

/** An extension that has to be configured before it can be used. */
interface ConfiguredExtension {

  /** As the plugin's list shows it. */
  PluginExtensionView shown();

  /** What it wants to know. */
  List<SettingDescriptor> form();

  /** What keeps the configuration from being used; empty when nothing does. */
  List<PluginProblem> problems();

  /**
   * Tries a configuration that need not be the one that stands.
   *
   * @param texts by key, as {@link PluginConfiguration} gives them
   * @throws PluginUnavailableException if there was no usable answer
   */
  Probe probe(Map<String, String> texts);
}
