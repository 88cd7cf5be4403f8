package org.evenhand.pluginhost.internal.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.pluginhost.ManagingPlugins;
import org.evenhand.pluginhost.PluginCallsView;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginNodeView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PluginController {

  private final Plugins plugins;
  private final ManagingPlugins managing;
  private final CurrentActor currentActor;
  private final Messages messages;

  PluginController(
      Plugins plugins, ManagingPlugins managing, CurrentActor currentActor, Messages messages) {
    this.plugins = plugins;
    this.managing = managing;
    this.currentActor = currentActor;
    this.messages = messages;
  }

  /** A named value, as the type of that name in the schema has it. */
  record Parameter(String name, String value) {}

  @QueryMapping
  List<PluginView> plugins() {
    return plugins.all();
  }

  @SchemaMapping(typeName = "Plugin", field = "id")
  @Nullable String id(PluginView plugin) {
    return plugin.installation() == null ? null : GlobalId.of("Plugin", plugin.installation().id());
  }

  @SchemaMapping(typeName = "Plugin", field = "name")
  String name(PluginView plugin) {
    return plugin.pluginId();
  }

  @SchemaMapping(typeName = "Plugin", field = "revision")
  @Nullable Integer revision(PluginView plugin) {
    return plugin.installation() == null ? null : plugin.installation().revision();
  }

  @SchemaMapping(typeName = "Plugin", field = "installedBy")
  @Nullable String installedBy(PluginView plugin) {
    return plugin.installation() == null ? null : plugin.installation().installedBy().value();
  }

  @SchemaMapping(typeName = "Plugin", field = "previousVersion")
  @Nullable String previousVersion(PluginView plugin) {
    return plugin.installation() == null ? null : plugin.installation().previousVersion();
  }

  @SchemaMapping(typeName = "Plugin", field = "stagedVersion")
  @Nullable String stagedVersion(PluginView plugin) {
    return plugin.installation() == null ? null : plugin.installation().stagedVersion();
  }

  @SchemaMapping(typeName = "Plugin", field = "disabledBecause")
  @Nullable String disabledBecause(PluginView plugin) {
    String because = plugin.installation() == null ? null : plugin.installation().disabledBecause();
    return "SIGNER_REVOKED".equals(because)
        ? messages.say("plugin.disabled.SIGNER_REVOKED", Map.of())
        : because;
  }

  @SchemaMapping(typeName = "Plugin", field = "availableActions")
  List<AvailableAction> availableActions(PluginView plugin) {
    return plugin.installation() == null
        ? List.of()
        : managing.actions(plugin.installation().id(), currentActor.get());
  }

  @BatchMapping(typeName = "Plugin", field = "nodes")
  Map<PluginView, List<PluginNodeView>> nodes(List<PluginView> of) {
    var said = plugins.onNodes(of.stream().map(PluginView::pluginId).toList());
    var all = new HashMap<PluginView, List<PluginNodeView>>();
    of.forEach(plugin -> all.put(plugin, said.getOrDefault(plugin.pluginId(), List.of())));
    return all;
  }

  @SchemaMapping(typeName = "PluginOnNode", field = "calls")
  int calls(PluginNodeView node) {
    return Math.clamp(node.calls(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginOnNode", field = "failed")
  int failed(PluginNodeView node) {
    return Math.clamp(node.failed(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginOnNode", field = "timedOut")
  int timedOut(PluginNodeView node) {
    return Math.clamp(node.timedOut(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginProblem", field = "message")
  String message(PluginProblem problem) {
    return messages.say("problem." + problem.code(), problem.parameters());
  }

  @SchemaMapping(typeName = "PluginProblem", field = "howToMend")
  String howToMend(PluginProblem problem) {
    return messages.say("mend." + problem.code(), problem.parameters());
  }

  @SchemaMapping(typeName = "PluginProblem", field = "parameters")
  List<Parameter> parameters(PluginProblem problem) {
    return problem.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
        .toList();
  }

  @SchemaMapping(typeName = "PluginExtension", field = "name")
  Text name(PluginExtensionView extension, Locale locale) {
    return extension.name().in(locale.toLanguageTag());
  }

  @SchemaMapping(typeName = "PluginCalls", field = "total")
  int total(PluginCallsView calls) {
    return Math.clamp(calls.total(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginCalls", field = "failed")
  int failed(PluginCallsView calls) {
    return Math.clamp(calls.failed(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginCalls", field = "timedOut")
  int timedOut(PluginCallsView calls) {
    return Math.clamp(calls.timedOut(), 0, Integer.MAX_VALUE);
  }

  @SchemaMapping(typeName = "PluginCalls", field = "meanMilliseconds")
  double meanMilliseconds(PluginCallsView calls) {
    return milliseconds(calls.mean());
  }

  @SchemaMapping(typeName = "PluginCalls", field = "longestMilliseconds")
  double longestMilliseconds(PluginCallsView calls) {
    return milliseconds(calls.longest());
  }

  private static double milliseconds(Duration duration) {
    return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
  }
}
