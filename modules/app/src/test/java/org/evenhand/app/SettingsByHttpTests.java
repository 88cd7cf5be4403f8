package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms of kinds of action, the house's own and those of plugins, as JSON Schema by URL. */
class SettingsByHttpTests extends RunningEvenhand {

  private static final String TYPES =
      "{ restrictionTypes { id settingsVersion settingsSchema settings { key } } }";

  private HttpResponse<String> get(String client, String path) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).GET();
    if (!client.isEmpty()) {
      request.header("authorization", "Bearer " + token(client));
    }
    return send(request.build());
  }

  private static String code(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
  }

  @Test
  @DisplayName("P8.3, P9.1: each form is served under its version, with the settings it asks for")
  void eachFormIsServed() {
    List<JsonNode> types =
        ask("head-of-service", TYPES).at("/data/restrictionTypes").valueStream().toList();
    assertThat(types)
        .extracting(type -> type.get("id").asString())
        .contains("evenhand.time-slot", "housing.two-officer-visits", "leisure.site-exclusion");
    for (JsonNode type : types) {
      HttpResponse<String> answer = get("head-of-service", type.get("settingsSchema").asString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type"))
          .hasValueSatisfying(is -> assertThat(is).startsWith("application/schema+json"));
      JsonNode schema = JSON.readTree(answer.body());
      assertThat(schema.get("$schema").asString())
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      assertThat(schema.get("properties").propertyNames())
          .containsExactlyElementsOf(
              type.get("settings").valueStream().map(s -> s.get("key").asString()).toList());
    }
  }

  @Test
  @DisplayName("a form of another version is not served; nobody reads it who may not see the kinds")
  void refusesOthers() {
    String path = "/files/settings/evenhand.time-slot/";
    HttpResponse<String> other = get("officer", path + "99");
    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(code(other)).isEqualTo("SETTINGS_CHANGED");
    assertThat(code(get("officer", "/files/settings/evenhand.none/1"))).isEqualTo("NOT_FOUND");
    assertThat(get("integrator", path + "1").statusCode()).isEqualTo(403);
    assertThat(code(get("integrator", path + "1"))).isEqualTo("FORBIDDEN");
    assertThat(get("", path + "1").statusCode()).isEqualTo(401);
  }
}
