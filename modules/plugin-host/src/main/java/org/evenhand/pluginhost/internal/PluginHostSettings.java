package org.evenhand.pluginhost.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which plugins run here, and within which bounds.
 *
 * @param enabled ids of the plugins to load; a jar in the folder that is not named stays unread
 * @param folder where their jars lie; relative to where the application was started
 * @param callLimit longest time of one call into a plugin
 * @param callsAtOnce most calls into one plugin at the same time
 * @param failuresUntilOff so many failures within the window switch a plugin off
 * @param failureWindow how long a failure is remembered
 * @param trusted files with certificates that are trusted for every plugin, such as that of a
 *     developer's own machine
 * @param install jars to stage when this server starts: the command line's way
 * @param twoPersonApproval whether a plugin is enabled by somebody else than who brought it
 * @param configuration by plugin, then by the key of its descriptor; a secret's value too. Counts
 *     where an administrator configured nothing else
 * @param keySecret 32 bytes in Base64, which secrets of plugins are sealed with; null or blank and
 *     none can be set
 */
@ConfigurationProperties("evenhand.plugins")
record PluginHostSettings(
    @DefaultValue List<String> enabled,
    @DefaultValue("plugins") Path folder,
    @DefaultValue("3s") Duration callLimit,
    @DefaultValue("8") int callsAtOnce,
    @DefaultValue("3") int failuresUntilOff,
    @DefaultValue("10m") Duration failureWindow,
    @DefaultValue List<Path> trusted,
    @DefaultValue List<Path> install,
    @DefaultValue("false") boolean twoPersonApproval,
    @DefaultValue Map<String, Map<String, String>> configuration,
    @Nullable String keySecret) {
  private static final int KEY_SECRET_BYTES = 32;

  PluginHostSettings {
    trusted = List.copyOf(trusted);
    install = List.copyOf(install);
    configuration = Map.copyOf(configuration);
    enabled = enabled.stream().map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
    if (callLimit.isNegative() || callLimit.isZero()) {
      throw new IllegalArgumentException("evenhand.plugins.call-limit must be longer than nothing");
    }
    if (callsAtOnce < 1 || failuresUntilOff < 1) {
      throw new IllegalArgumentException(
          "evenhand.plugins.calls-at-once and failures-until-off must be at least 1");
    }
    if (keySecret != null && !keySecret.isBlank() && bytes(keySecret) != KEY_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "evenhand.plugins.key-secret does not hold 32 bytes in Base64");
    }
  }

  /** Zero for what is no Base64; what was given is never repeated. */
  private static int bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip()).length;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /** Without the configuration, which may hold secrets. */
  @Override
  public String toString() {
    return "PluginHostSettings" + enabled;
  }
}
