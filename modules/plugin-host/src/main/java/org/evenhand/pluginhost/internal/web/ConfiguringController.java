package org.evenhand.pluginhost.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.pluginhost.ConfiguringPlugins;
import org.evenhand.pluginhost.ManagingPlugins.Which;
import org.evenhand.pluginhost.PluginConfigurationView;
import org.evenhand.pluginhost.PluginProbeView;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.pluginhost.SettingsAsGiven;
import org.evenhand.pluginhost.SettingsAsGiven.SettingInput;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Configures plugins, and shows what they were configured with. */
@Controller
class ConfiguringController {

  record PluginConfigureInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      List<SettingInput> settings) {}

  record PluginSecretSetInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      String key,
      @Nullable String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "PluginSecretSetInput[" + plugin + ", " + key + "]";
    }
  }

  /** What is remembered of the act: enough to know it again, and nothing of the secret. */
  record SecretAct(
      String plugin, @Nullable Integer expectedVersion, String key, @Nullable String fingerprint) {}

  record PluginConfigurationTestInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      @Nullable List<SettingInput> settings) {}

  record PluginConfigurePayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginSecretSetPayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginConfigurationTestPayload(
      List<PluginProbeView> found, List<Refusal> refusals, List<Warning> warnings) {}

  /** One setting as it was filled in. */
  record Filled(String key, SettingValue value) {}

  private final ConfiguringPlugins configuring;
  private final Plugins plugins;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  ConfiguringController(
      ConfiguringPlugins configuring,
      Plugins plugins,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.configuring = configuring;
    this.plugins = plugins;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @MutationMapping
  PluginConfigurePayload pluginConfigure(@Argument PluginConfigureInput input) {
    Outcome<Settings> read = SettingsAsGiven.read(input.settings());
    Outcome<UUID> outcome =
        read instanceof Outcome.Done<Settings>(Settings settings, var ignored)
            ? act(
                "pluginConfigure",
                input.idempotencyKey(),
                input,
                input.plugin(),
                input.expectedVersion(),
                which ->
                    configuring.configure(which, settings, currentActor.get(), clock.instant()))
            : Outcome.refused(read.refusals());
    return new PluginConfigurePayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginSecretSetPayload pluginSecretSet(@Argument PluginSecretSetInput input) {
    String secret = input.secret();
    var remembered =
        new SecretAct(
            input.plugin(),
            input.expectedVersion(),
            input.key(),
            secret == null ? null : configuring.fingerprint(secret));
    Outcome<UUID> outcome =
        act(
            "pluginSecretSet",
            input.idempotencyKey(),
            remembered,
            input.plugin(),
            input.expectedVersion(),
            which ->
                configuring.setSecret(
                    which, input.key(), secret, currentActor.get(), clock.instant()));
    return new PluginSecretSetPayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginConfigurationTestPayload pluginConfigurationTest(
      @Argument PluginConfigurationTestInput input) {
    List<SettingInput> instead = input.settings();
    Outcome<Settings> read =
        instead == null ? Outcome.done(Settings.empty()) : SettingsAsGiven.read(instead);
    if (!(read instanceof Outcome.Done<Settings>(Settings given, var ignored))) {
      return new PluginConfigurationTestPayload(List.of(), read.refusals(), List.of());
    }
    Settings settings = instead == null ? null : given;
    Outcome<UUID> may =
        act(
            "pluginConfigurationTest",
            input.idempotencyKey(),
            input,
            input.plugin(),
            input.expectedVersion(),
            which -> configuring.mayTry(which, settings, currentActor.get()));
    UUID plugin = may.orNull();
    return new PluginConfigurationTestPayload(
        plugin == null ? List.of() : configuring.tryOut(plugin, settings),
        may.refusals(),
        may.warnings());
  }

  private Outcome<UUID> act(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      String plugin,
      @Nullable Integer expectedVersion,
      Function<Which, Outcome<UUID>> doing) {
    Optional<UUID> id = GlobalId.uuid("Plugin", plugin);
    return id.isEmpty()
        ? Outcome.refused(Refusal.notFound("Plugin", "plugin"))
        : acts.act(name, idempotencyKey, input)
            .on("Plugin", (UUID done) -> done, done -> done)
            .perform(() -> doing.apply(new Which(id.get(), expectedVersion)));
  }

  /** The act is committed: this node takes it up, so that the answer shows what counts. */
  private @Nullable PluginView shown(Outcome<UUID> outcome) {
    plugins.takeUp();
    UUID id = outcome.orNull();
    return id == null ? null : plugins.find(id).orElse(null);
  }

  @SchemaMapping(typeName = "Plugin", field = "configuration")
  @Nullable PluginConfigurationView configuration(PluginView plugin) {
    return configuring.of(plugin).orElse(null);
  }

  @SchemaMapping(typeName = "PluginConfiguration", field = "settings")
  List<Filled> settings(PluginConfigurationView configuration) {
    return filled(configuration.settings());
  }

  @SchemaMapping(typeName = "PluginConfigurationVersion", field = "settings")
  List<Filled> settings(PluginConfigurationView.Version version) {
    return filled(version.settings());
  }

  private static List<Filled> filled(Settings settings) {
    return settings.values().entrySet().stream()
        .map(entry -> new Filled(entry.getKey(), entry.getValue()))
        .toList();
  }

  @SchemaMapping(typeName = "PluginSecret", field = "setBy")
  @Nullable String setBy(PluginConfigurationView.Secret secret) {
    return secret.setBy() == null ? null : secret.setBy().value();
  }

  @SchemaMapping(typeName = "PluginConfigurationVersion", field = "setBy")
  String setBy(PluginConfigurationView.Version version) {
    return version.setBy().value();
  }

  @SchemaMapping(typeName = "PluginProbe", field = "message")
  @Nullable Text message(PluginProbeView probe, Locale locale) {
    return SettingFields.text(probe.message(), locale);
  }
}
