package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No personal data in a URL or a cache, and a page to try things on that needs no internet. */
class HttpTests extends RunningEvenhand {

  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private HttpResponse<String> get(String client, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).GET();
    if (!client.isEmpty()) {
      request.header("authorization", "Bearer " + token(client));
    }
    return send(request.build());
  }

  private HttpResponse<String> getOperation(String client, String operation) {
    return get(client, "/graphql?query=" + URLEncoder.encode(operation, StandardCharsets.UTF_8));
  }

  private static String code(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ customers { totalCount } }",
        "{ policyPublic { __typename } }",
        "{ nothingOfTheKind }",
        "mutation { serviceAreaRecord(input: {code: \"\", name: \"\"}) { refusals { code } } }"
      })
  void whatIsPostedIsKeptByNoCache(String operation) {
    HttpResponse<String> answer =
        answer(token("officer"), JSON.writeValueAsString(Map.of("query", operation)));

    assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
  }

  @Test
  void aRefusedTokenIsKeptByNoCacheEither() {
    HttpResponse<String> answer = answer("no-token-at-all", "{\"query\":\"{ __typename }\"}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
  }

  @Test
  void cataloguesCanBeReadByGet() {
    HttpResponse<String> answer = getOperation("officer", "{ restrictionTypes { id } }");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/data/restrictionTypes").size()).isPositive();
  }

  @Test
  void aCatalogueThatIsNotPublicNeedsATokenByGetToo() {
    HttpResponse<String> answer = getOperation("", "{ restrictionTypes { id } }");

    assertThat(code(answer)).isEqualTo("UNAUTHORIZED");
    assertThat(JSON.readTree(answer.body()).at("/data/restrictionTypes").isArray()).isFalse();
  }

  /** P1: anybody may read the policy. */
  @Test
  void thePublicPolicyNeedsNoToken() {
    JsonNode answer = JSON.readTree(getOperation("", "{ policyPublic { __typename } }").body());

    assertThat(answer.at("/data/policyPublic/__typename").asString()).isEqualTo("PublicPolicy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ customers { totalCount } }",
        "{ customer(id: \"x\") { id } }",
        "{ viewer { name } }",
        "{ node(id: \"x\") { id } }",
        "{ contactCheck(input: {}) { __typename } }",
        "{ restrictionTypes { id } customers { totalCount } }",
        "{ restrictionTypes: customers { totalCount } }",
        "{ ... on Query { customers { totalCount } } }",
        "{ ...people } fragment people on Query { customers { totalCount } }",
        "query first { restrictionTypes { id } } query second { customers { totalCount } }",
      })
  void whatCouldNameAPersonIsNotReadByGet(String operation) {
    HttpResponse<String> answer = getOperation("officer", operation);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
    assertThat(code(answer)).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.body()).doesNotContain("totalCount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutation { serviceAreaRecord(input: {code: \"by-link\", name: \"By link\"})"
            + " { serviceArea { id } } }",
        "query q { restrictionTypes { id } } mutation m { serviceAreaRecord(input: {code:"
            + " \"by-link\", name: \"By link\"}) { serviceArea { id } } }"
      })
  void noLinkDoesAnything(String operation) {
    HttpResponse<String> answer = getOperation("head-of-customer-services", operation);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(
            ask("head-of-customer-services", "{ serviceAreas { code } }")
                .at("/data/serviceAreas")
                .valueStream()
                .map(a -> a.get("code").asString()))
        .isNotEmpty()
        .doesNotContain("by-link");
  }

  @Test
  void graphiqlWorksWithoutTheInternet() {
    HttpResponse<String> page = get("", "/graphiql/index.html");
    assertThat(page.statusCode()).isEqualTo(200);
    List<String> linked =
        LINKED.matcher(page.body()).results().map(found -> found.group(1)).toList();

    assertThat(linked).hasSizeGreaterThan(4).noneMatch(link -> link.contains("//"));
    for (String link : linked) {
      HttpResponse<String> part = get("", link.startsWith("/") ? link : "/graphiql/" + link);
      assertThat(part.statusCode()).as(link).isEqualTo(200);
      assertThat(part.body()).as(link).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void operationsAreSentByPost(String method) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("authorization", "Bearer " + token("officer"))
                .header("content-type", "application/json")
                .method(
                    method, HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(code(answer)).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing-here", "/actuator/env", "/actuator/heapdump", "/error"})
  void allElseIsClosed(String path) {
    HttpResponse<String> answer = get("officer", path);

    assertThat(answer.statusCode()).isBetween(400, 499);
  }
}
