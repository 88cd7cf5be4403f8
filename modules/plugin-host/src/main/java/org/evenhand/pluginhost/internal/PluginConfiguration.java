package org.evenhand.pluginhost.internal;

import java.util.Map;

/** Where the configuration of plugins is kept. Asked with each call, so that a change counts. */
interface PluginConfiguration {

  /** The values of one plugin by key, as somebody wrote them; empty where there are none. */
  Map<String, String> of(String pluginId);
}
