package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin was configured with. A secret is never part of it.
 *
 * @param version counts up each time; 0 where an administrator configured nothing
 * @param form what the plugin wants to know, in its order, secrets among them
 * @param settings as they stand, with defaults
 * @param secrets those that are set
 * @param problems what keeps it from being used, by key
 * @param history every configuration that was made, the newest first
 */
public record PluginConfigurationView(
    int version,
    List<SettingDescriptor> form,
    Settings settings,
    List<Secret> secrets,
    List<PluginProblem> problems,
    List<Version> history) {

  /**
   * That a secret is set.
   *
   * @param setAt null, as {@code setBy} is, where this server's settings give it
   */
  public record Secret(String key, @Nullable Instant setAt, @Nullable ActorId setBy) {}

  /** A configuration as it was filled in. */
  public record Version(int version, Settings settings, Instant setAt, ActorId setBy) {}

  public PluginConfigurationView {
    form = List.copyOf(form);
    secrets = List.copyOf(secrets);
    problems = List.copyOf(problems);
    history = List.copyOf(history);
  }
}
