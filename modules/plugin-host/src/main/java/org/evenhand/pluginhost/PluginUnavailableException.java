package org.evenhand.pluginhost;

import java.util.Map;
import org.evenhand.foundation.Refusal;

/**
 * A call into a plugin gave no answer that can be used. Nothing in force depends on it; whoever was
 * about to impose or vary something says so with {@link #refusal()}.
 */
public final class PluginUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pluginId;
  private final String code;

  public PluginUnavailableException(String pluginId, String code) {
    super(pluginId + ": " + code);
    this.pluginId = pluginId;
    this.code = code;
  }

  public String pluginId() {
    return pluginId;
  }

  /** PLUGIN_FAILED, PLUGIN_TIMED_OUT, PLUGIN_BUSY, PLUGIN_SWITCHED_OFF or PLUGIN_NOT_CONFIGURED. */
  public String code() {
    return code;
  }

  /** The same as data, for the answer of a mutation. */
  public Refusal refusal() {
    return Refusal.of(code, Map.of("plugin", pluginId));
  }
}
