package org.evenhand.foundation.internal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The sentences of refusals and warnings, of this module's types and of every other module's. */
@Controller
class RefusalWords {

  record Parameter(String name, String value) {}

  record Step(String code, String text) {}

  private final Messages messages;

  RefusalWords(Messages messages) {
    this.messages = messages;
  }

  @SchemaMapping(typeName = "Refusal", field = "message")
  String message(Refusal refusal, Locale locale) {
    return messages.say("refusal." + refusal.code(), refusal.parameters(), locale);
  }

  @SchemaMapping(typeName = "Refusal", field = "parameters")
  List<Parameter> parameters(Refusal refusal) {
    return named(refusal.parameters());
  }

  @SchemaMapping(typeName = "Warning", field = "message")
  String message(Warning warning, Locale locale) {
    return messages.say("warning." + warning.code(), warning.parameters(), locale);
  }

  @SchemaMapping(typeName = "Warning", field = "parameters")
  List<Parameter> parameters(Warning warning) {
    return named(warning.parameters());
  }

  @SchemaMapping(typeName = "MissingStepsRefusal", field = "steps")
  List<Step> steps(MissingStepsRefusal refusal, Locale locale) {
    return refusal.steps().stream()
        .map(code -> new Step(code, messages.say("step." + code, Map.of(), locale)))
        .toList();
  }

  private static List<Parameter> named(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> new Parameter(p.getKey(), p.getValue()))
        .sorted(Comparator.comparing(Parameter::name))
        .toList();
  }
}
