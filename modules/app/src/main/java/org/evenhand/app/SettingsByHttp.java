package org.evenhand.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.restrictions.RestrictionForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code GET /files/settings/{type}/{version}} serves the form of a kind of action as JSON Schema
 * 2020-12, to whoever may ask for {@code restrictionTypes}. Errors have the shape of GraphQL's own.
 */
@Configuration(proxyBeanMethods = false)
class SettingsByHttp {

  private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");

  private static final Role[] READERS = {
    Role.OFFICER,
    Role.HEAD_OF_SERVICE,
    Role.HEAD_OF_CUSTOMER_SERVICES,
    Role.CMT_MEMBER,
    Role.DATA_PROTECTION_OFFICER,
    Role.LEGAL,
    Role.AUDITOR,
    Role.PLUGIN_ADMINISTRATOR
  };

  private final RestrictionForms forms;
  private final CurrentActor currentActor;
  private final Messages messages;

  SettingsByHttp(RestrictionForms forms, CurrentActor currentActor, Messages messages) {
    this.forms = forms;
    this.currentActor = currentActor;
    this.messages = messages;
  }

  @Bean
  RouterFunction<ServerResponse> formsOfActions() {
    return RouterFunctions.route()
        .GET("/files/settings/{type}/{version:[0-9]{1,6}}", this::serve)
        .build();
  }

  private ServerResponse serve(ServerRequest request) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "fault.UNAUTHORIZED", Map.of());
    }
    if (!actor.get().holdsAny(READERS)) {
      return error(HttpStatus.FORBIDDEN, "FORBIDDEN", "fault.FORBIDDEN", Map.of());
    }
    Outcome<Map<String, Object>> schema =
        forms.schema(
            request.pathVariable("type"),
            Integer.parseInt(request.pathVariable("version")),
            request.servletRequest().getLocale());
    if (schema instanceof Outcome.Done<Map<String, Object>>(var served, var ignored)) {
      return ServerResponse.ok().contentType(JSON_SCHEMA).body(served);
    }
    Refusal refusal = schema.refusals().getFirst();
    return error(
        HttpStatus.NOT_FOUND, refusal.code(), "refusal." + refusal.code(), refusal.parameters());
  }

  private ServerResponse error(
      HttpStatus status, String code, String words, Map<String, String> parameters) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "errors",
                List.of(
                    Map.of(
                        "message",
                        messages.say(words, parameters),
                        "extensions",
                        Map.of("code", code)))));
  }
}
