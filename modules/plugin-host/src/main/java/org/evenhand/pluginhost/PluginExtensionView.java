package org.evenhand.pluginhost;

import org.evenhand.spi.Texts;

/**
 * Something a plugin brings.
 *
 * @param extensionPoint the SPI interface's name, such as {@code RestrictionType}
 * @param id its stable id, such as {@code housing.repairs-by-text}
 * @param name what it is called
 */
public record PluginExtensionView(String extensionPoint, String id, Texts name) {}
