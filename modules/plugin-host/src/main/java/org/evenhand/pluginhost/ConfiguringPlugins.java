package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.pluginhost.ManagingPlugins.Which;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Configures plugins while the servers run. A configuration is described by the plugin, checked
 * against its form, kept with those before it, and counts on every node from the next call on.
 */
public interface ConfiguringPlugins {

  /** What a running plugin was configured with; empty where it asks for nothing. */
  Optional<PluginConfigurationView> of(PluginView plugin);

  /**
   * Configures a plugin that is in use.
   *
   * <p>Refused: settings that do not fit its form ({@link SettingsRefusal}), a plugin that asks for
   * nothing (PLUGIN_NOTHING_TO_CONFIGURE).
   *
   * @param settings all of them but the secrets
   */
  Outcome<UUID> configure(Which which, Settings settings, Actor by, Instant now);

  /**
   * Sets a secret, which is kept sealed.
   *
   * <p>Refused: a key that the form asks no secret for (PLUGIN_SECRET_UNKNOWN), and everything
   * where this server was given nothing to seal with (PLUGIN_SECRETS_NOT_KEPT).
   *
   * @param secret null to take it away
   */
  Outcome<UUID> setSecret(Which which, String key, @Nullable String secret, Actor by, Instant now);

  /** What an act that sets this secret is known by, and that says nothing of the secret. */
  String fingerprint(String secret);

  /**
   * Whether a configuration may be tried; nothing is tried by asking.
   *
   * @param settings to try instead of those that stand; null for those
   */
  Outcome<UUID> mayTry(Which which, @Nullable Settings settings, Actor by);

  /**
   * Has each configured extension of a plugin try it. Call it outside any transaction: each may
   * take as long as a call may.
   *
   * @param settings as for {@link #mayTry}, which was asked before
   */
  List<PluginProbeView> tryOut(UUID plugin, @Nullable Settings settings);
}
