package org.evenhand.pluginhost;

import org.evenhand.spi.RestrictionType;

/**
 * A restriction type that a plugin brought.
 *
 * @param pluginId the plugin's id, which is also the namespace of the type's id
 * @param version the plugin's version, to be stored with what the type compiles
 * @param type guarded: see {@link PluginExtensions#restrictionTypes()}
 */
public record InstalledRestrictionType(String pluginId, String version, RestrictionType type) {}
