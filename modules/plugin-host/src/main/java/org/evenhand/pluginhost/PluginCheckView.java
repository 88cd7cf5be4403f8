package org.evenhand.pluginhost;

/**
 * One check that a plugin goes through before a class of it is loaded.
 *
 * @param name stable, in lower-case words joined by hyphens
 */
public record PluginCheckView(String name, boolean passed) {}
