package org.evenhand.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts for the people of the demonstration council, through the same operations that front ends
 * use: whatever the product refuses cannot be in the demonstration either.
 */
@Component
@Profile("local")
class DemonstrationDesk {

  private final ExecutionGraphQlService service;
  private final LocalClock clock;
  private final JsonMapper json;
  private long requests;

  DemonstrationDesk(ExecutionGraphQlService service, LocalClock clock, JsonMapper json) {
    this.service = service;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Does an act at an instant, as a person.
   *
   * @return the payload
   * @throws IllegalStateException if it is refused: the demonstration is then wrong
   */
  JsonNode act(
      LocalPeople.Person as, Instant at, String act, Map<String, ?> input, String selection) {
    JsonNode payload = attempt(as, at, act, input, selection);
    if (!payload.path("refusals").isEmpty()) {
      throw new IllegalStateException(
          "the demonstration's " + act + " was refused: " + payload.path("refusals"));
    }
    return payload;
  }

  /** As {@link #act}, where a refusal is an answer too. */
  JsonNode attempt(
      LocalPeople.Person as, Instant at, String act, Map<String, ?> input, String selection) {
    String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input!";
    String document =
        "mutation D($input: "
            + type
            + ") { "
            + act
            + "(input: $input) { "
            + selection
            + " refusals { code path parameters { name value } } } }";
    return run(as, at, document, Map.of("input", without(input))).path(act);
  }

  /** The moment that the telling has come to. */
  Instant now() {
    return clock.instant();
  }

  JsonNode ask(LocalPeople.Person as, Instant at, String document, Map<String, Object> variables) {
    return run(as, at, document, variables);
  }

  private JsonNode run(
      LocalPeople.Person as, Instant at, String document, Map<String, Object> variables) {
    clock.travelTo(at);
    var before = SecurityContextHolder.getContext();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn(as));
    SecurityContextHolder.setContext(context);
    try {
      var response =
          service
              .execute(
                  new DefaultExecutionGraphQlRequest(
                      document, null, variables, null, "demonstration-" + requests++, null))
              .block();
      if (response == null) {
        throw new IllegalStateException("the demonstration got no answer");
      }
      JsonNode answer = json.valueToTree(response.toMap());
      if (!answer.path("errors").isMissingNode()) {
        throw new IllegalStateException("the demonstration failed: " + answer.path("errors"));
      }
      return answer.path("data");
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  private static JwtAuthenticationToken signedIn(LocalPeople.Person as) {
    Jwt token =
        new Jwt(
            as.client(),
            Instant.EPOCH,
            Instant.MAX,
            Map.of("alg", "none"),
            Map.of(
                "sub",
                as.client(),
                "name",
                as.name(),
                "roles",
                List.of(as.role().name()),
                "service_areas",
                as.serviceAreas()));
    return new JwtAuthenticationToken(token, List.of(), as.client());
  }

  private static Map<String, Object> without(Map<String, ?> input) {
    var present = new LinkedHashMap<String, Object>();
    input.forEach(
        (key, value) -> {
          if (value != null) {
            present.put(key, value);
          }
        });
    return present;
  }
}
