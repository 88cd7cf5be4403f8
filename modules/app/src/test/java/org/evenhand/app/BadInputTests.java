package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.foundation.GlobalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What makes no sense gets a coded answer that gives nothing away and leaves nothing half-written:
 * every test here compares the rows of all tables before and after.
 */
class BadInputTests extends RunningEvenhand {

  private static final String REFUSALS =
      " refusals { __typename code message path ... on StaleRefusal { current }"
          + " ... on MissingStepsRefusal { steps { code text } } }";
  private static final String REGISTER =
      "mutation R($input: CustomerRegisterInput!) { customerRegister(input: $input)"
          + " { customer { id reference }"
          + REFUSALS
          + " } }";
  private static final String REPORT =
      "mutation C($input: ConcernReportInput!) { concernReport(input: $input) { concern { id }"
          + REFUSALS
          + " } }";
  private static final String TRIAGE =
      "mutation T($input: ConcernTriageInput!) { concernTriage(input: $input) { concern { id }"
          + REFUSALS
          + " } }";
  private static final String DETERMINE =
      "mutation D($input: ConsiderationDetermineInput!) { considerationDetermine(input: $input)"
          + " { consideration { id }"
          + REFUSALS
          + " } }";
  private static final String BUILDING =
      "mutation B($input: BuildingRecordInput!) { buildingRecord(input: $input) { building { id"
          + " version }"
          + REFUSALS
          + " } }";
  private static final String HOFCS = "head-of-customer-services";

  @Autowired JdbcTemplate jdbc;
  @Autowired JWKSource<SecurityContext> signingKey;

  private interface Asking {
    HttpResponse<String> ask() throws Exception;
  }

  /** Asks, and holds the answer to what every answer to bad input keeps to. */
  private JsonNode nothingComesOf(Asking asking) throws Exception {
    Map<String, Long> before = Rows.count(jdbc);
    HttpResponse<String> answer = asking.ask();

    assertThat(Rows.count(jdbc)).as(answer.body()).isEqualTo(before);
    GivesNothingAway.check(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    JsonNode body =
        answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    for (JsonNode error : body.path("errors")) {
      assertThat(error.at("/extensions/code").asString("")).as(answer.body()).isNotEmpty();
      assertThat(error.path("message").asString("")).as(answer.body()).isNotEmpty();
    }
    return body;
  }

  private JsonNode nothingComesOf(String client, String operation, Object variables)
      throws Exception {
    return nothingComesOf(() -> answer(token(client), body(operation, variables)));
  }

  private static String body(String operation, Object variables) {
    return JSON.writeValueAsString(Map.of("query", operation, "variables", variables));
  }

  private static String error(JsonNode answer) {
    return answer.at("/errors/0/extensions/code").asString(answer.toString());
  }

  private static JsonNode refusal(JsonNode answer) {
    assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    JsonNode refusals = answer.get("data").iterator().next().get("refusals");
    assertThat(refusals.size()).as(answer.toString()).isPositive();
    return refusals.get(0);
  }

  private static List<String> codes(JsonNode answer) {
    refusal(answer);
    return answer
        .get("data")
        .iterator()
        .next()
        .get("refusals")
        .valueStream()
        .map(r -> r.get("code").asString())
        .toList();
  }

  private static Map<String, Object> with(Map<String, ?> input, String key, Object value) {
    var changed = new java.util.HashMap<String, Object>(input);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, Object> input(Map<String, ?> input) {
    return Map.of("input", input);
  }

  private static Map<String, Object> incident() {
    return Map.of(
        "occurredOn",
        "2026-11-24",
        "channel",
        "PHONE",
        "behaviours",
        List.of("OFFENSIVE_REMARKS"),
        "account",
        "Called the officer names.");
  }

  // ids

  static Stream<String> idsOfNothing() {
    return Stream.of(
        "x",
        "",
        " ",
        "../../etc/passwd",
        "' or '1'='1",
        "%00",
        "\u0000",
        "💥",
        "1",
        UUID.randomUUID().toString(),
        "A".repeat(10_000),
        GlobalId.of("Customer", new UUID(1, 2)),
        GlobalId.of("Concern", new UUID(1, 2)),
        GlobalId.of("NothingOfTheKind", new UUID(1, 2)),
        GlobalId.of("Customer", new UUID(1, 2)) + "=");
  }

  @ParameterizedTest
  @MethodSource("idsOfNothing")
  void anUnknownIdIsNothing(String id) throws Exception {
    JsonNode answer =
        nothingComesOf(
            HOFCS,
            "query Q($id: ID!) { node(id: $id) { id } customer(id: $id) { id } consideration(id:"
                + " $id) { id } restriction(id: $id) { id } building(id: $id) { id } }",
            Map.of("id", id));

    assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    assertThat(answer.get("data").valueStream()).hasSize(5).allMatch(JsonNode::isNull);
  }

  @ParameterizedTest
  @MethodSource("idsOfNothing")
  void anActOnAnUnknownIdIsRefused(String id) throws Exception {
    JsonNode answer =
        nothingComesOf(
            HOFCS,
            TRIAGE,
            input(
                Map.of(
                    "id", id, "expectedVersion", 0, "outcome", "ACCEPT", "feedback", "Thanks.")));

    assertThat(codes(answer)).containsOnly("NOT_FOUND");
  }

  @ParameterizedTest
  @MethodSource("idsOfNothing")
  void aConcernAboutAnUnknownCustomerIsRefused(String id) throws Exception {
    JsonNode answer =
        nothingComesOf(
            "officer",
            REPORT,
            input(
                Map.of(
                    "customer", id, "serviceArea", "housing", "incidents", List.of(incident()))));

    assertThat(codes(answer)).containsOnly("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "=", "💥", "bm90aGluZw==", "AAAAAAAAAAAAAAAAAAAAAA"})
  void aCursorThatWasNeverGivenOutIsRefused(String cursor) throws Exception {
    for (String list :
        List.of("customers", "concerns", "considerations", "restrictions", "buildings")) {
      JsonNode answer =
          nothingComesOf(
              HOFCS,
              "query Q($after: String) { " + list + "(after: $after) { edges { cursor } } }",
              Map.of("after", cursor));
      assertThat(error(answer)).as(list).isNotIn("INTERNAL_ERROR", "UNAVAILABLE");
    }
  }

  // forms

  static Stream<Arguments> malformed() {
    var customer = Map.of("name", "Nobody Specimen");
    return Stream.of(
        Arguments.of("a day that is none", with(customer, "dateOfBirth", "2026-02-30")),
        Arguments.of("a word for a day", with(customer, "dateOfBirth", "yesterday")),
        Arguments.of("a day the other way round", with(customer, "dateOfBirth", "17.05.1979")),
        Arguments.of("a day without its zeros", with(customer, "dateOfBirth", "1979-5-7")),
        Arguments.of("a day with a time", with(customer, "dateOfBirth", "1979-05-17T10:00:00Z")),
        Arguments.of("a number for a day", with(customer, "dateOfBirth", 5)),
        Arguments.of("a list for a day", with(customer, "dateOfBirth", List.of("1979-05-17"))),
        Arguments.of("a word for a truth", with(customer, "electedMember", "yes")),
        Arguments.of("a number for a text", with(customer, "name", 12)),
        Arguments.of("an object for a text", with(customer, "name", Map.of("first", "No"))),
        Arguments.of("an unknown kind", with(customer, "kind", "ALIEN")),
        Arguments.of("a kind in small letters", with(customer, "kind", "individual")),
        Arguments.of("a text for a list of objects", with(customer, "identifiers", "x")),
        Arguments.of("a field that is none", with(customer, "isAdmin", true)),
        Arguments.of("no name", Map.of("kind", "INDIVIDUAL")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void whatTheSchemaDoesNotTakeIsABadRequest(String what, Map<String, Object> customer)
      throws Exception {
    JsonNode answer = nothingComesOf("officer", REGISTER, input(customer));

    assertThat(error(answer)).isEqualTo("BAD_REQUEST");
  }

  static Stream<String> malformedOperations() {
    return Stream.of(
        "mutation { customerRegister(input: {name: \"A\", dateOfBirth: \"2026-02-30\"}) {"
            + " refusals { code } } }",
        "mutation { contactLog(input: {customer: \"x\", serviceArea: \"housing\", channel: PHONE,"
            + " cause: FIRST_CONTACT, at: \"2026-02-30T10:00:00Z\"}) { refusals { code } } }",
        "mutation { contactLog(input: {customer: \"x\", serviceArea: \"housing\", channel: PHONE,"
            + " cause: FIRST_CONTACT, at: {day: 1}}) { refusals { code } } }",
        "{ policy(asOf: \"+999999999-12-31T23:59:59.999999999Z\") { __typename } }",
        "{ policy(asOf: \"-0044-03-15T12:00:00Z\") { __typename } }",
        "mutation { customerRegister(input: {name: \"A\", kind: ALIEN}) { refusals { code } } }",
        "mutation { customerRegister(input: {name: 5}) { refusals { code } } }",
        "mutation { customerRegister(input: {name: \"A\"}) { password } }",
        "mutation { customerDelete(id: 1) }",
        "{ restrictions(first: \"ten\") { totalCount } }",
        "{ restrictions(first: 99999999999) { totalCount } }",
        "query Q($id: ID!) { customer(id: $id) { id } }",
        "query Q($id: Nothing!) { customer(id: $id) { id } }",
        "subscription { anything }",
        "{ customer(id: \"x\") }",
        "{ viewer { name }",
        "{ viewer { name } } }",
        "",
        "💥");
  }

  @ParameterizedTest
  @MethodSource("malformedOperations")
  void anOperationWithoutSenseIsABadRequest(String operation) throws Exception {
    JsonNode answer = nothingComesOf("officer", operation, Map.of());

    assertThat(error(answer)).isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"x\"",
        "{\"query\": 5}",
        "{\"query\": null}",
        "{\"variables\": {}}",
        "{\"query\": \"{ __typename }\", \"variables\": []}",
        "{\"query\": \"{ __typename }\", \"operationName\": \"none\"}",
        "[{\"query\": \"{ __typename }\"}, {\"query\": \"{ __typename }\"}]"
      })
  void aBodyThatIsNoOperationIsABadRequest(String body) throws Exception {
    JsonNode answer = nothingComesOf(() -> answer(token("officer"), body));

    assertThat(error(answer)).isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void anotherTypeOfContentIsNotTaken(String type) throws Exception {
    JsonNode answer =
        nothingComesOf(
            () ->
                send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                        .header("authorization", "Bearer " + token("officer"))
                        .header("content-type", type)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                        .build()));

    assertThat(error(answer)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aPageOfAnImpossibleSizeDoesNoHarm(int first) throws Exception {
    for (String list :
        List.of("customers", "concerns", "considerations", "restrictions", "buildings")) {
      JsonNode answer =
          nothingComesOf(
              HOFCS, "{ " + list + "(first: " + first + ") { edges { cursor } } }", Map.of());
      if (answer.has("errors")) {
        assertThat(error(answer)).as(list).isEqualTo("BAD_REQUEST");
      } else {
        assertThat(answer.at("/data/" + list + "/edges").size()).as(list).isBetween(0, 100);
      }
    }
  }

  // who asks

  @Test
  void anotherRoleIsForbidden() throws Exception {
    var determination =
        Map.of(
            "consideration",
            "x",
            "category",
            "UNREASONABLE",
            "grievance",
            "JUSTIFIED",
            "grievanceReasons",
            "x",
            "hinders",
            true,
            "hindrance",
            "x",
            "pattern",
            "ISOLATED",
            "restrictiveAllowed",
            true,
            "reasons",
            "x");
    for (String client : List.of("officer", "contractor", "auditor", "integrator")) {
      JsonNode answer = nothingComesOf(client, DETERMINE, input(determination));
      assertThat(error(answer)).as(client).isEqualTo("FORBIDDEN");
      assertThat(answer.at("/data/considerationDetermine").isObject()).isFalse();
    }
  }

  @Test
  void whoAsksForTheSchemaRoundAndRoundIsToldThatItIsTheirs() throws Exception {
    String round =
        "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }";

    JsonNode answer = nothingComesOf("officer", round, Map.of());

    assertThat(error(answer)).isEqualTo("BAD_REQUEST");
  }

  @Test
  void whoDidNotSignInIsToldToDoSo() throws Exception {
    JsonNode answer =
        nothingComesOf(() -> answer("", body(REGISTER, input(Map.of("name", "Nobody Specimen")))));

    assertThat(error(answer)).isEqualTo("UNAUTHORIZED");
  }

  private static JWTClaimsSet.Builder claims(Instant expires) {
    return new JWTClaimsSet.Builder()
        .subject(HOFCS)
        .audience("evenhand-api")
        .claim("roles", List.of("HEAD_OF_CUSTOMER_SERVICES"))
        .claim("service_areas", List.of())
        .claim("name", "Helen Example")
        .issueTime(Date.from(expires.minus(Duration.ofHours(8))))
        .expirationTime(Date.from(expires));
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private RSAKey ownKey() throws Exception {
    return signingKey
        .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
        .getFirst()
        .toRSAKey();
  }

  @Test
  void aTokenSignedHereIsTaken() throws Exception {
    String token = signed(ownKey(), claims(Instant.now().plusSeconds(600)).build());

    assertThat(answer(token, "{\"query\":\"{ viewer { name } }\"}").body())
        .contains("Helen Example");
  }

  @Test
  void aTokenThatIsNotGoodIsNotTaken() throws Exception {
    Instant later = Instant.now().plusSeconds(600);
    String good = signed(ownKey(), claims(later).build());
    String[] parts = good.split("\\.");
    String otherClaims = signed(ownKey(), claims(later).subject("officer").build()).split("\\.")[1];
    var tokens =
        Map.of(
            "expired", signed(ownKey(), claims(Instant.now().minusSeconds(600)).build()),
            "meant for others", signed(ownKey(), claims(later).audience("elsewhere").build()),
            "other claims", parts[0] + "." + otherClaims + "." + parts[2],
            "another key",
                signed(
                    new RSAKeyGenerator(2048).keyID(ownKey().getKeyID()).generate(),
                    claims(later).build()),
            "not signed", new PlainJWT(claims(later).build()).serialize(),
            "signature cut off", parts[0] + "." + parts[1] + ".",
            "no token", "abc");
    for (var token : tokens.entrySet()) {
      nothingComesOf(
          () -> {
            HttpResponse<String> answer =
                answer(token.getValue(), body(REGISTER, input(Map.of("name", "Nobody Specimen"))));
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            return answer;
          });
    }
  }

  // order and versions

  /** P8.0, F5: nobody determines before the steps that fairness asks for. */
  @Test
  void whatIsTooEarlyIsRefusedNamingWhatIsMissing() throws Exception {
    JsonNode considerations =
        ask(
            HOFCS,
            "{ considerations(first: 100, filter: {status: OPEN}) { edges { node { id determination"
                + " { category } representations { kind } } } } }");
    String open =
        considerations
            .at("/data/considerations/edges")
            .valueStream()
            .map(e -> e.get("node"))
            .filter(n -> n.get("representations").isEmpty())
            .map(n -> n.get("id").asString())
            .findFirst()
            .orElseThrow(() -> new AssertionError(considerations.toString()));

    JsonNode answer =
        nothingComesOf(
            HOFCS,
            DETERMINE,
            input(
                Map.of(
                    "consideration",
                    open,
                    "category",
                    "UNREASONABLE",
                    "grievance",
                    "NOT_JUSTIFIED",
                    "grievanceReasons",
                    "There was none.",
                    "hinders",
                    true,
                    "hindrance",
                    "Officers were kept from others.",
                    "pattern",
                    "ISOLATED",
                    "restrictiveAllowed",
                    true,
                    "reasons",
                    "It is on record.")));

    JsonNode missing =
        answer
            .at("/data/considerationDetermine/refusals")
            .valueStream()
            .filter(r -> r.get("__typename").asString().equals("MissingStepsRefusal"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(answer.toString()));
    assertThat(missing.get("code").asString()).isEqualTo("DETERMINATION_STEPS_MISSING");
    assertThat(missing.get("steps").valueStream().map(s -> s.get("code").asString()))
        .isNotEmpty()
        .doesNotContain("");
    assertThat(missing.get("steps").valueStream().map(s -> s.get("text").asString()))
        .allMatch(text -> text.contains(" "));
  }

  @Test
  void aVersionThatIsNotTheCurrentOneIsRefusedNamingTheCurrentOne() throws Exception {
    JsonNode building =
        ask(HOFCS, "{ buildings { edges { node { code name address version } } } }")
            .at("/data/buildings/edges/0/node");
    int current = building.get("version").asInt();
    var changed =
        Map.of(
            "code",
            building.get("code").asString(),
            "name",
            "Another name",
            "address",
            building.get("address").asString(),
            "expectedVersion",
            current + 7);

    JsonNode refusal = refusal(nothingComesOf(HOFCS, BUILDING, input(changed)));

    assertThat(refusal.get("__typename").asString()).isEqualTo("StaleRefusal");
    assertThat(refusal.get("code").asString()).isEqualTo("STALE");
    assertThat(refusal.get("current").asInt()).isEqualTo(current);
  }

  // size

  static Stream<Arguments> oversize() {
    return Stream.of(
        Arguments.of(REGISTER, Map.of("name", "N".repeat(501)), "TEXT_TOO_LONG", List.of("name")),
        Arguments.of(
            REGISTER,
            Map.of("name", "N", "safeContact", "s".repeat(200_000)),
            "TEXT_TOO_LONG",
            List.of("safeContact")),
        Arguments.of(
            REGISTER,
            Map.of(
                "name",
                "N",
                "identifiers",
                Stream.generate(() -> Map.of("kind", "EMAIL", "value", "n@example.org"))
                    .limit(51)
                    .toList()),
            "LIST_TOO_LONG",
            List.of("identifiers")),
        Arguments.of(
            REPORT,
            Map.of(
                "unknownPerson",
                "A man in a hat",
                "incidents",
                List.of(with(incident(), "account", "a".repeat(10_001)))),
            "TEXT_TOO_LONG",
            List.of("incidents", "0", "account")),
        Arguments.of(
            REGISTER,
            Map.of("name", "N", "idempotencyKey", "k".repeat(201)),
            "IDEMPOTENCY_KEY_MALFORMED",
            List.of("idempotencyKey")));
  }

  @ParameterizedTest
  @MethodSource("oversize")
  void whatIsTooLongIsRefusedNamingTheField(
      String operation, Map<String, Object> input, String code, List<String> path)
      throws Exception {
    JsonNode refusal = refusal(nothingComesOf("officer", operation, input(input)));

    assertThat(refusal.get("code").asString()).isEqualTo(code);
    assertThat(refusal.get("path").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(path);
  }

  /**
   * U+0000, a bell, what turns round the order of reading, and halves of a surrogate pair; as JSON
   * writes them, for no encoding holds the latter.
   */
  private static final List<String> NO_TEXT =
      List.of(
          "\\u0000",
          "a\\u0000b",
          "\\u0007",
          "\\u202etxet",
          "\\ud83d",
          "a\\udca5",
          "\\udca5\\ud83d");

  @Test
  void charactersThatNoTextHasAreRefusedNamingTheField() throws Exception {
    for (String text : NO_TEXT) {
      for (var act :
          List.of(
              Map.entry("name", Map.of("name", "BAD")),
              Map.entry("idempotencyKey", Map.of("name", "N", "idempotencyKey", "BAD")),
              Map.entry(
                  "identifiers/0/value",
                  Map.of(
                      "name",
                      "N",
                      "identifiers",
                      List.of(Map.of("kind", "EMAIL", "value", "BAD")))))) {
        String body = body(REGISTER, input(act.getValue())).replace("BAD", text);

        JsonNode refusal = refusal(nothingComesOf(() -> answer(token("officer"), body)));

        assertThat(refusal.get("code").asString()).as(body).isEqualTo("TEXT_ILL_FORMED");
        assertThat(refusal.get("path").valueStream().map(JsonNode::asString))
            .as(body)
            .containsExactly(act.getKey().split("/"));
      }
    }
  }

  @Test
  void charactersThatNoTextHasDoNoHarmInAQuestion() throws Exception {
    String search =
        "query S($text: String!, $id: ID!) { customers(filter: {search: $text}) { edges { cursor } }"
            + " customer(id: $id) { id } contactCheck(input: {identity: {telephone: $text}, channel:"
            + " PHONE, topic: $text, serviceArea: $text}) { __typename } }";
    // The first check on a server keeps the calendar that it was answered by, whoever asks.
    answer(token("officer"), body(search, Map.of("text", "nobody", "id", "nobody")));
    var texts = new ArrayList<>(NO_TEXT);
    texts.addAll(List.of("%", "\\\\", "💥"));
    for (String text : texts) {
      String body = body(search, Map.of("text", "BAD", "id", "BAD")).replace("BAD", text);
      JsonNode answer = nothingComesOf(() -> answer(token("officer"), body));
      if (answer.has("errors")) {
        assertThat(error(answer)).as(text).isEqualTo("BAD_REQUEST");
      }
    }
  }

  private static final String TOO_LARGE =
      "{\"query\":\"{ __typename }\",\"variables\":{\"a\":\"" + "a".repeat(600_000) + "\"}}";

  @Test
  void aBodyThatIsTooLargeIsNotRead() throws Exception {
    JsonNode answer =
        nothingComesOf(() -> tooLarge(HttpRequest.BodyPublishers.ofString(TOO_LARGE)));

    assertThat(error(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void aBodyThatDoesNotSayItsSizeIsNotReadBeyondTheLimit() throws Exception {
    JsonNode answer =
        nothingComesOf(
            () ->
                tooLarge(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () ->
                            new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8)))));

    assertThat(error(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  private HttpResponse<String> tooLarge(HttpRequest.BodyPublisher body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("authorization", "Bearer " + token("officer"))
                .header("content-type", "application/json")
                .POST(body)
                .build());
    assertThat(answer.statusCode()).isEqualTo(413);
    return answer;
  }

  static Stream<String> tooLargeOperations() {
    String many =
        IntStream.range(0, 26).mapToObj(i -> "__typename").collect(Collectors.joining(" "));
    String aliased =
        IntStream.range(0, 101).mapToObj(i -> "n" + i + ": name").collect(Collectors.joining(" "));
    String acts =
        IntStream.range(0, 26)
            .mapToObj(
                i -> "a" + i + ": customerRegister(input: {name: \"N\"}) { refusals { code } }")
            .collect(Collectors.joining(" "));
    return Stream.of(
        "{ " + many + " }",
        "{ viewer { " + aliased + " } }",
        "mutation { " + acts + " }",
        "{ viewer " + "{ can ".repeat(30) + "}".repeat(30) + " }");
  }

  @ParameterizedTest
  @MethodSource("tooLargeOperations")
  void anOperationThatIsTooLargeIsNotBegun(String operation) throws Exception {
    JsonNode answer = nothingComesOf("officer", operation, Map.of());

    assertThat(error(answer)).isEqualTo("OPERATION_TOO_LARGE");
  }

  // the same again

  @Test
  void theSameAgainUnderTheSameKeyIsDoneOnce() throws Exception {
    var customer = Map.of("name", "Once Specimen", "idempotencyKey", "once-" + UUID.randomUUID());
    JsonNode first = ask("officer", REGISTER, input(customer));
    assertThat(first.at("/data/customerRegister/customer/id").asString("")).isNotEmpty();

    JsonNode second = nothingComesOf("officer", REGISTER, input(customer));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() throws Exception {
    var customer = Map.of("name", "Only Specimen", "idempotencyKey", "only-" + UUID.randomUUID());
    ask("officer", REGISTER, input(customer));

    JsonNode other =
        nothingComesOf("officer", REGISTER, input(with(customer, "name", "Other Specimen")));

    assertThat(codes(other)).containsExactly("IDEMPOTENCY_KEY_REUSED");
    assertThat(other.at("/data/customerRegister/customer").isNull()).isTrue();
  }

  @Test
  void aRefusalIsNotKeptUnderItsKey() throws Exception {
    var customer = Map.of("name", "", "idempotencyKey", "mended-" + UUID.randomUUID());
    assertThat(codes(nothingComesOf("officer", REGISTER, input(customer))))
        .containsExactly("TEXT_MISSING");

    JsonNode mended = ask("officer", REGISTER, input(with(customer, "name", "Mended Specimen")));

    assertThat(mended.at("/data/customerRegister/refusals").size()).isZero();
    assertThat(mended.at("/data/customerRegister/customer/id").asString("")).isNotEmpty();
  }

  @Test
  void theSameAtTheSameMomentIsDoneOnce() throws Exception {
    String name = "Simultaneous Specimen " + UUID.randomUUID();
    var customer = Map.of("name", name, "idempotencyKey", name);
    token("officer");
    var asking = new ArrayList<Callable<JsonNode>>();
    for (int i = 0; i < 8; i++) {
      asking.add(() -> ask("officer", REGISTER, input(customer)));
    }
    List<JsonNode> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(asking)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers.stream().map(a -> a.at("/data/customerRegister/customer/id").asString("")))
        .doesNotContain("")
        .containsOnly(answers.getFirst().at("/data/customerRegister/customer/id").asString(""));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from intake.customer where name = ?", Integer.class, name))
        .isEqualTo(1);
  }
}
