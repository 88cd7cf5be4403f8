package org.evenhand.pluginhost;

import org.evenhand.spi.ReferralExport;

/**
 * A form for referrals that a plugin brought (P8.2).
 *
 * @param pluginId the plugin's id, which is also the namespace of the form's id
 * @param version the plugin's version
 * @param export guarded: what describes it was read once; {@code render} is timed and bounded, and
 *     {@link PluginUnavailableException} is the only thing it throws
 */
public record InstalledReferralExport(String pluginId, String version, ReferralExport export) {}
