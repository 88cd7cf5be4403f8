package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent: no fault, no trace, an error's code always, and nothing half-written. A few
 * hundred requests each day, always the same; very many, always others, in the long form.
 */
class FuzzTests extends RunningEvenhand {

  /** So many are looked for before it gives up. */
  private static final int MOST_FAULTS = 12;

  private static final String FIRST_CHECK =
      "{\"query\":\"{ contactCheck(input: {identity: {telephone: \\\"nobody\\\"}, channel: PHONE, topic:"
          + " \\\"other\\\", serviceArea: \\\"housing\\\"}) { __typename } }\"}";

  @Autowired GraphQlSource source;
  @Autowired JdbcTemplate jdbc;

  @Test
  void someThatNobodyWouldMake() {
    var said = fuzz(new RandomOperations(source.schema(), new Random(20_261_125L), List.of()), 400);

    // They are drawn from the schema, so that which they are changes as it grows.
    assertThat(said.keySet())
        .contains("BAD_REQUEST", "FORBIDDEN", "NOT_FOUND")
        .hasSizeGreaterThan(8);
  }

  @Test
  @Tag("soak")
  void veryManyOfThemAboutThingsThatAreThere() {
    long seed = System.nanoTime();
    System.out.println("The seed is " + seed);
    var said = fuzz(new RandomOperations(source.schema(), new Random(seed), knownIds()), 20_000);
    System.out.println("What was answered, and how often: " + said);
  }

  /** Sends them one by one; how often each code was the answer. */
  private Map<String, Integer> fuzz(RandomOperations operations, int number) {
    var said = new HashMap<String, Integer>();
    // The first check on a server keeps the calendar that it was answered by, whoever asks.
    answer(token("officer"), FIRST_CHECK);
    Map<String, Long> before = Rows.count(jdbc);
    var since = new ArrayList<String>();
    var faults = new ArrayList<String>();
    for (int i = 0; i < number && faults.size() < MOST_FAULTS; i++) {
      RandomOperations.Operation operation = operations.next();
      String what = "number " + i + ": " + shortened(operation.body());
      HttpResponse<String> answer =
          answer(operation.client() == null ? "" : token(operation.client()), operation.body());

      JsonNode body = JSON.readTree(answer.body());
      GivesNothingAway.check(ownWords(body.path("errors") + " " + body.at("/data/done/refusals")));
      Set<String> codes = codes(body);
      codes.forEach(code -> said.merge(code, 1, Integer::sum));
      if (answer.statusCode() >= 500
          || !Collections.disjoint(codes, Set.of("INTERNAL_ERROR", "UNAVAILABLE", ""))) {
        faults.add(answer.statusCode() + " " + what + "\n" + answer.body());
      }
      since.add(what);
      boolean done = operation.mutation() && codes.isEmpty();
      if (done) {
        before = Rows.count(jdbc);
        since.clear();
      } else if (since.size() == 20 || i == number - 1) {
        Map<String, Long> now = Rows.count(jdbc);
        assertThat(now.entrySet()).as("one of %s", since).containsAll(before.entrySet());
        since.clear();
      }
    }
    assertThat(faults).isEmpty();
    return said;
  }

  private static Set<String> codes(JsonNode body) {
    var codes = new java.util.TreeSet<String>();
    body.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asString("")));
    body.at("/data/done/refusals").forEach(refusal -> codes.add(refusal.path("code").asString("")));
    return codes;
  }

  /** Without the names and the path that an answer quotes from what was sent. */
  private static String ownWords(String said) {
    return said.replaceAll("'[^']*'|@\\[[^\\]]*\\]", "");
  }

  private static String shortened(String body) {
    return body.length() > 3_000 ? body.substring(0, 3_000) + "…" : body;
  }

  /** Of all that the head of customer services can see in lists. */
  private List<String> knownIds() {
    var ids = new ArrayList<String>();
    for (String list :
        List.of(
            "customers(first: 20) { edges { node { id } } }",
            "concerns(first: 20) { edges { node { id } } }",
            "considerations(first: 20) { edges { node { id } } }",
            "restrictions(first: 20) { edges { node { id } } }",
            "buildings(first: 20) { edges { node { id } } }")) {
      JsonNode answer = ask("head-of-customer-services", "{ list: " + list + " }");
      answer.at("/data/list/edges").forEach(edge -> ids.add(edge.at("/node/id").asString()));
    }
    assertThat(ids).hasSizeGreaterThan(40);
    return ids;
  }

  @Test
  @Tag("soak")
  void theSameAtTheSameMomentIsDoneOnceHoweverOften() throws Exception {
    token("officer");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 300; n++) {
        String name = "Simultaneous Specimen " + UUID.randomUUID();
        String body =
            JSON.writeValueAsString(
                Map.of(
                    "query",
                    "mutation R($input: CustomerRegisterInput!) { customerRegister(input: $input)"
                        + " { customer { id } refusals { code } } }",
                    "variables",
                    Map.of("input", Map.of("name", name, "idempotencyKey", name))));
        var asking = new ArrayList<Callable<String>>();
        for (int i = 0; i < 16; i++) {
          asking.add(() -> post(token("officer"), body).toString());
        }
        var answers = new ArrayList<String>();
        for (var answer : threads.invokeAll(asking)) {
          answers.add(answer.get());
        }

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(
                jdbc.queryForObject(
                    "select count(*) from intake.customer where name = ?", Integer.class, name))
            .isEqualTo(1);
      }
    }
  }
}
