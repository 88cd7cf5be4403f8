package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evenhandtest.As;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Acts through the API: done, refused with every reason, forbidden to a role. */
abstract class ActStory extends Story {

  Response act(As seat, String mutation, Map<String, Object> input, String result) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    ("mutation($input: %sInput!) { answer: %s(input: $input) { %s"
                            + " refusals { code message path } warnings { code message } } }")
                        .formatted(type, mutation, result))
                .variable("input", input)
                .execute());
  }

  Response doneBy(As seat, String mutation, Map<String, Object> input, String result) {
    Response response = act(seat, mutation, input, result);
    response.path("answer.refusals").entityList(Object.class).hasSize(0);
    return response;
  }

  List<String> refusedBy(As seat, String mutation, Map<String, Object> input) {
    return act(seat, mutation, input, "__typename")
        .path("answer.refusals[*].code")
        .entityList(String.class)
        .get();
  }

  static void isForbidden(Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
