package org.evenhand.pluginhost.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.pluginhost.ImpactOfPlugins;
import org.evenhand.pluginhost.ManagingPlugins;
import org.evenhand.pluginhost.ManagingPlugins.Which;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginImpactView;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The acts by which an administrator decides what the nodes run. */
@Controller
class ManagingPluginsController {

  record PluginInstallInput(@Nullable String idempotencyKey, String file) {}

  record PluginEnableInput(
      @Nullable String idempotencyKey, String plugin, @Nullable Integer expectedVersion) {}

  record PluginDisableInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      String reason) {}

  record PluginUpgradeInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      @Nullable String file) {}

  record PluginRollbackInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      String reason) {}

  record PluginUninstallInput(
      @Nullable String idempotencyKey,
      String plugin,
      @Nullable Integer expectedVersion,
      String reason) {}

  record PluginInstallPayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginEnablePayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginDisablePayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginUpgradePayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginRollbackPayload(
      @Nullable PluginView plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginUninstallPayload(
      @Nullable String plugin, List<Refusal> refusals, List<Warning> warnings) {}

  record PluginImpact(
      @Nullable String fromVersion,
      @Nullable String toVersion,
      @Nullable Integer looked,
      List<ImpactOfPlugins.Item> different,
      List<Refusal> refusals) {}

  private final ManagingPlugins managing;
  private final Plugins plugins;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Messages messages;
  private final Clock clock;

  ManagingPluginsController(
      ManagingPlugins managing,
      Plugins plugins,
      Acts acts,
      CurrentActor currentActor,
      Messages messages,
      Clock clock) {
    this.managing = managing;
    this.plugins = plugins;
    this.acts = acts;
    this.currentActor = currentActor;
    this.messages = messages;
    this.clock = clock;
  }

  @MutationMapping
  PluginInstallPayload pluginInstall(@Argument PluginInstallInput input) {
    Optional<FileId> file = file(input.file());
    Outcome<UUID> outcome =
        file.isEmpty()
            ? Outcome.refused(Refusal.notFound("File", "file"))
            : act("pluginInstall", input.idempotencyKey(), input)
                .perform(() -> managing.install(file.get(), currentActor.get(), clock.instant()));
    return new PluginInstallPayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginEnablePayload pluginEnable(@Argument PluginEnableInput input) {
    Outcome<UUID> outcome =
        decide(
            "pluginEnable",
            input.idempotencyKey(),
            input,
            input.plugin(),
            input.expectedVersion(),
            which -> managing.enable(which, currentActor.get(), clock.instant()));
    return new PluginEnablePayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginDisablePayload pluginDisable(@Argument PluginDisableInput input) {
    Outcome<UUID> outcome =
        decide(
            "pluginDisable",
            input.idempotencyKey(),
            input,
            input.plugin(),
            input.expectedVersion(),
            which -> managing.disable(which, input.reason(), currentActor.get(), clock.instant()));
    return new PluginDisablePayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginUpgradePayload pluginUpgrade(@Argument PluginUpgradeInput input) {
    String wanted = input.file();
    Optional<FileId> file = wanted == null ? Optional.empty() : file(wanted);
    Outcome<UUID> outcome =
        wanted != null && file.isEmpty()
            ? Outcome.refused(Refusal.notFound("File", "file"))
            : decide(
                "pluginUpgrade",
                input.idempotencyKey(),
                input,
                input.plugin(),
                input.expectedVersion(),
                which ->
                    managing.upgrade(
                        which, file.orElse(null), currentActor.get(), clock.instant()));
    return new PluginUpgradePayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginRollbackPayload pluginRollback(@Argument PluginRollbackInput input) {
    Outcome<UUID> outcome =
        decide(
            "pluginRollback",
            input.idempotencyKey(),
            input,
            input.plugin(),
            input.expectedVersion(),
            which -> managing.rollback(which, input.reason(), currentActor.get(), clock.instant()));
    return new PluginRollbackPayload(shown(outcome), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PluginUninstallPayload pluginUninstall(@Argument PluginUninstallInput input) {
    Outcome<UUID> outcome =
        decide(
            "pluginUninstall",
            input.idempotencyKey(),
            input,
            input.plugin(),
            input.expectedVersion(),
            which ->
                managing.uninstall(which, input.reason(), currentActor.get(), clock.instant()));
    plugins.takeUp();
    return new PluginUninstallPayload(
        outcome.orNull() == null ? null : input.plugin(), outcome.refusals(), outcome.warnings());
  }

  @QueryMapping
  PluginImpact pluginImpact(@Argument String plugin, @Argument @Nullable String file) {
    Optional<UUID> id = GlobalId.uuid("Plugin", plugin);
    Optional<FileId> other = file == null ? Optional.empty() : file(file);
    Outcome<PluginImpactView> found;
    if (id.isEmpty()) {
      found = Outcome.refused(Refusal.notFound("Plugin", "plugin"));
    } else if (file != null && other.isEmpty()) {
      found = Outcome.refused(Refusal.notFound("File", "file"));
    } else {
      found = managing.impact(id.get(), other.orElse(null), currentActor.get(), clock.instant());
    }
    PluginImpactView impact = found.orNull();
    return impact == null
        ? new PluginImpact(null, null, null, List.of(), found.refusals())
        : new PluginImpact(
            impact.fromVersion(),
            impact.toVersion(),
            impact.looked(),
            impact.different(),
            List.of());
  }

  @SchemaMapping(typeName = "PluginImpactItem", field = "about")
  String about(ImpactOfPlugins.Item item) {
    return item.about().toString();
  }

  @SchemaMapping(typeName = "PluginImpactItem", field = "madeWithId")
  String madeWithId(ImpactOfPlugins.Item item) {
    return item.extension().value();
  }

  @SchemaMapping(typeName = "PluginImpactItem", field = "madeWith")
  @Nullable PluginExtensionView madeWith(ImpactOfPlugins.Item item) {
    return extension(item.extension());
  }

  private Outcome<UUID> decide(
      String name,
      @Nullable String key,
      Object input,
      String plugin,
      @Nullable Integer expectedVersion,
      Function<Which, Outcome<UUID>> doing) {
    Optional<UUID> id = GlobalId.uuid("Plugin", plugin);
    return id.isEmpty()
        ? Outcome.refused(Refusal.notFound("Plugin", "plugin"))
        : act(name, key, input).perform(() -> doing.apply(new Which(id.get(), expectedVersion)));
  }

  private Acts.ActOn<UUID> act(String name, @Nullable String idempotencyKey, Object input) {
    return acts.act(name, idempotencyKey, input).on("Plugin", id -> id, id -> id);
  }

  /** The decision is committed: this node takes it up, so that the answer shows what runs. */
  private @Nullable PluginView shown(Outcome<UUID> outcome) {
    plugins.takeUp();
    UUID id = outcome.orNull();
    return id == null ? null : plugins.find(id).orElse(null);
  }

  private @Nullable PluginExtensionView extension(TypeId id) {
    return plugins.all().stream()
        .flatMap(plugin -> plugin.extensions().stream())
        .filter(extension -> extension.id().equals(id.value()))
        .findFirst()
        .orElse(null);
  }

  private static Optional<FileId> file(String id) {
    return GlobalId.uuid("File", id).map(FileId::new);
  }

  @SchemaMapping(typeName = "OpenPluginWork", field = "about")
  String about(OpenPluginWork.Item item) {
    return item.about().toString();
  }

  @SchemaMapping(typeName = "OpenPluginWork", field = "madeWithId")
  String madeWithId(OpenPluginWork.Item item) {
    return item.extension().value();
  }

  @SchemaMapping(typeName = "OpenPluginWork", field = "madeWith")
  @Nullable PluginExtensionView madeWith(OpenPluginWork.Item item) {
    return extension(item.extension());
  }

  @SchemaMapping(typeName = "OpenPluginWork", field = "label")
  String label(OpenPluginWork.Item item) {
    return messages.say("pluginWork." + item.what(), Map.of());
  }
}
