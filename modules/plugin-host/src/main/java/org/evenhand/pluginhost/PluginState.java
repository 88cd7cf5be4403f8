package org.evenhand.pluginhost;

/** How a plugin fares on this node. */
public enum PluginState {
  /** Loaded; its types can be used. */
  ACTIVE,
  /** It failed, was too slow lately, or is not configured; what it brings can still be used. */
  DEGRADED,
  /** It failed too often; its types cannot be used until the application is started again. */
  SWITCHED_OFF,
  /** Not found, or a check refused it; nothing of it runs. */
  REFUSED,
  /** It is installed and nobody enabled it yet; nothing of it runs. */
  STAGED,
  /** It is installed and was taken out of use; nothing of it runs. */
  DISABLED
}
