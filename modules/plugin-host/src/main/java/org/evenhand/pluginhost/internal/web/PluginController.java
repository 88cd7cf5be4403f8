package org.evenhand.pluginhost.internal.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.evenhand.pluginhost.PluginCallsView;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.spi.Text;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PluginController {

  private final Plugins plugins;
  private final Messages messages;

  PluginController(Plugins plugins, Messages messages) {
    this.plugins = plugins;
    this.messages = messages;
  }

  /** A named value, as the type of that name in the schema has it. */
  record Parameter(String name, String value) {}

  @QueryMapping
  List<PluginView> plugins() {
    return plugins.all();
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
