package org.evenhand.pluginhost.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.ConfiguringPlugins;
import org.evenhand.pluginhost.ManagingPlugins.Which;
import org.evenhand.pluginhost.PluginConfigurationView;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginProbeView;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DecidingOnConfiguration implements ConfiguringPlugins {

  private static final int LONGEST_SECRET = 10_000;
  private static final int SHOWN_VERSIONS = 100;

  private final DecidingOnPlugins deciding;
  private final StoredPlugins stored;
  private final StoredConfiguration configurations;
  private final PluginHost host;
  private final Messages messages;

  DecidingOnConfiguration(
      DecidingOnPlugins deciding,
      StoredPlugins stored,
      StoredConfiguration configurations,
      PluginHost host,
      Messages messages) {
    this.deciding = deciding;
    this.stored = stored;
    this.configurations = configurations;
    this.host = host;
    this.messages = messages;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PluginConfigurationView> of(PluginView plugin) {
    List<SettingDescriptor> form = host.form(plugin.pluginId());
    if (form.isEmpty()) {
      return Optional.empty();
    }
    ConfigurationText now = ConfigurationText.read(form, configurations.of(plugin.pluginId()));
    PluginInstallation installation = plugin.installation();
    List<StoredConfiguration.Version> history =
        installation == null
            ? List.of()
            : configurations.history(installation.id(), SHOWN_VERSIONS);
    return Optional.of(
        new PluginConfigurationView(
            history.isEmpty() ? 0 : history.getFirst().version(),
            form,
            open(form, now.settings()),
            secrets(installation, now),
            now.problems(),
            history.stream()
                .map(
                    v ->
                        new PluginConfigurationView.Version(
                            v.version(),
                            ConfigurationText.kept(form, v.texts()),
                            v.setAt(),
                            v.setBy()))
                .toList()));
  }

  private static Settings open(List<SettingDescriptor> form, Settings settings) {
    Settings open = settings;
    for (SettingDescriptor descriptor : form) {
      if (descriptor instanceof SettingDescriptor.SecretSetting) {
        open = open.without(descriptor.key());
      }
    }
    return open;
  }

  private List<PluginConfigurationView.Secret> secrets(
      @Nullable PluginInstallation installation, ConfigurationText now) {
    var all = new ArrayList<PluginConfigurationView.Secret>();
    if (installation != null) {
      configurations
          .secrets(installation.id())
          .forEach(s -> all.add(new PluginConfigurationView.Secret(s.key(), s.setAt(), s.setBy())));
    }
    now.secrets().keySet().stream()
        .filter(key -> all.stream().noneMatch(secret -> secret.key().equals(key)))
        .sorted()
        .forEach(key -> all.add(new PluginConfigurationView.Secret(key, null, null)));
    return all;
  }

  @Override
  @Transactional
  public Outcome<UUID> configure(Which which, Settings settings, Actor by, Instant now) {
    return deciding.decide(
        which,
        PluginAct.CONFIGURE,
        by,
        plugin -> {
          List<Refusal> reasons = against(plugin.pluginId(), settings);
          if (reasons.isEmpty()) {
            UUID id = plugin.installation().id();
            configurations.configure(id, ConfigurationText.texts(settings), by.id(), now);
            stored.touch(id, by.id(), now);
          }
          return reasons;
        });
  }

  private List<Refusal> against(String pluginId, Settings settings) {
    List<SettingsRefusal.Problem> problems =
        ConfigurationText.problems(host.form(pluginId), settings);
    return problems.isEmpty() ? List.of() : List.of(new SettingsRefusal(problems));
  }

  @Override
  @Transactional
  public Outcome<UUID> setSecret(
      Which which, String key, @Nullable String secret, Actor by, Instant now) {
    return deciding.decide(
        which,
        PluginAct.SET_SECRET,
        by,
        plugin -> {
          var reasons = new ArrayList<Refusal>();
          boolean asked =
              host.form(plugin.pluginId()).stream()
                  .filter(SettingDescriptor.SecretSetting.class::isInstance)
                  .anyMatch(descriptor -> descriptor.key().equals(key));
          if (!asked) {
            reasons.add(Refusal.at("PLUGIN_SECRET_UNKNOWN", "key"));
          }
          if (!configurations.keepsSecrets()) {
            reasons.add(Refusal.of("PLUGIN_SECRETS_NOT_KEPT"));
          }
          Refusal wrong = secret == null ? null : Acts.text(secret, LONGEST_SECRET, "secret");
          if (wrong != null) {
            reasons.add(wrong);
          }
          if (reasons.isEmpty()) {
            UUID id = plugin.installation().id();
            if (secret == null) {
              configurations.forgetSecret(id, key);
            } else {
              configurations.setSecret(id, key, secret, by.id(), now);
            }
            stored.touch(id, by.id(), now);
          }
          return reasons;
        });
  }

  @Override
  public String fingerprint(String secret) {
    return configurations.fingerprint(secret);
  }

  @Override
  @Transactional
  public Outcome<UUID> mayTry(Which which, @Nullable Settings settings, Actor by) {
    return deciding.decide(
        which,
        PluginAct.TRY_CONFIGURATION,
        by,
        plugin -> settings == null ? List.of() : against(plugin.pluginId(), settings));
  }

  @Override
  public List<PluginProbeView> tryOut(UUID plugin, @Nullable Settings settings) {
    return stored
        .find(plugin)
        .map(InstalledArtifacts.Wanted::pluginId)
        .map(
            pluginId -> {
              Map<String, String> texts =
                  settings == null
                      ? configurations.of(pluginId)
                      : configurations.with(plugin, pluginId, ConfigurationText.texts(settings));
              return host.configured(pluginId).stream().map(e -> probed(e, texts)).toList();
            })
        .orElse(List.of());
  }

  private PluginProbeView probed(ConfiguredExtension extension, Map<String, String> texts) {
    try {
      Probe probe = extension.probe(texts);
      return new PluginProbeView(extension.shown(), probe.passed(), probe.message());
    } catch (PluginUnavailableException e) {
      Refusal refusal = e.refusal();
      return new PluginProbeView(
          extension.shown(),
          false,
          Texts.en(messages.say("refusal." + refusal.code(), refusal.parameters())));
    }
  }
}
