package org.evenhand.pluginhost;

import org.evenhand.spi.Texts;

/**
 * What one extension found when it tried a configuration.
 *
 * @param message in the plugin's words, or the house's where the plugin gave no usable answer;
 *     never a secret
 */
public record PluginProbeView(PluginExtensionView extension, boolean passed, Texts message) {}
