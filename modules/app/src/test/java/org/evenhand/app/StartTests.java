package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.evenhand.EvenhandApplication;
import org.evenhand.foundation.AuditChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import tools.jackson.databind.JsonNode;

/**
 * Starts the product as a council would, with a database and an issuer of its own, and as somebody
 * who tries it with one of them; then its command. One database for all, in this order: what the
 * first start recorded, the later ones find.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTests extends RunningEvenhand {

  private static final String AREA =
      "mutation R($input: ServiceAreaRecordInput!) { serviceAreaRecord(input: $input)"
          + " { serviceArea { code } refusals { code } } }";
  private static final String AREAS = "{ serviceAreas { code } }";
  private static final String DATABASE = "council_" + UUID.randomUUID().toString().replace("-", "");

  private static CouncilsIssuer issuer;

  @Autowired EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void startIssuer() {
    issuer = new CouncilsIssuer();
  }

  @AfterAll
  static void stopIssuer() {
    issuer.close();
  }

  @BeforeEach
  void makeDatabase() {
    var server = new JdbcTemplate(postgres.getPostgresDatabase());
    if (server.queryForList("select from pg_database where datname = ?", DATABASE).isEmpty()) {
      server.execute("create database " + DATABASE);
    }
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
  }

  private static final String KEY_SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private String[] settings(String... more) {
    return Stream.concat(
            Stream.of(
                "--evenhand.port=0",
                "--evenhand.data-folder=" + folder,
                "--evenhand.database-url=" + jdbcUrl(),
                "--evenhand.plugins.folder="
                    + System.getProperty("evenhand.root")
                    + "/plugins/target/jars",
                "--evenhand.sharing.key-secret=" + KEY_SECRET,
                "--evenhand.database-user=postgres",
                "--evenhand.database-password=postgres"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private ConfigurableApplicationContext start(String... more) {
    return Start.server(EvenhandApplication.class, Map.of(), settings(more));
  }

  private static HttpResponse<String> post(
      ConfigurableApplicationContext running, String token, String operation, Object variables) {
    int port = ((WebServerApplicationContext) running).getWebServer().getPort();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", operation, "variables", variables))));
    return send(request.build());
  }

  private static List<String> areas(ConfigurableApplicationContext running, String token) {
    JsonNode answer = JSON.readTree(post(running, token, AREAS, Map.of()).body());
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer
        .at("/data/serviceAreas")
        .valueStream()
        .map(area -> area.get("code").asString())
        .toList();
  }

  private static HttpResponse<String> askForToken(ConfigurableApplicationContext running) {
    int port = ((WebServerApplicationContext) running).getWebServer().getPort();
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
            .header("authorization", "Basic b2ZmaWNlcjpvZmZpY2Vy")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build());
  }

  @Test
  @Order(1)
  void asACouncilStartsIt() throws Exception {
    try (var running = start("--evenhand.issuer-url=" + issuer.url());
        var otherIssuer = new CouncilsIssuer()) {
      // No demonstration data, no default password, no issuer inside.
      assertThat(areas(running, issuer.token())).isEmpty();
      assertThat(running.getBeansOfType(UserDetailsService.class)).isEmpty();
      assertThat(running.getBeansOfType(RegisteredClientRepository.class)).isEmpty();
      assertThat(askForToken(running).statusCode()).isBetween(400, 499);
      try (var files = Files.list(folder)) {
        assertThat(files).isEmpty();
      }

      // A token of the issuer that was named works; any other does not.
      var area = Map.of("input", Map.of("code", "allotments", "name", "Allotments"));
      JsonNode recorded = JSON.readTree(post(running, issuer.token(), AREA, area).body());
      assertThat(recorded.at("/data/serviceAreaRecord/serviceArea/code").asString(""))
          .as(recorded.toString())
          .isEqualTo("allotments");
      Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
      for (String token :
          List.of(
              otherIssuer.token(),
              otherIssuer.token(claims -> claims.issuer(issuer.url())),
              issuer.token(claims -> claims.issuer(otherIssuer.url())),
              issuer.token(claims -> claims.audience("another-api")),
              issuer.token(claims -> claims.audience((String) null)),
              issuer.token(claims -> claims.expirationTime(past)),
              token("head-of-customer-services"))) {
        HttpResponse<String> answer = post(running, token, AREAS, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        GivesNothingAway.check(answer.body());
      }

      var chain = running.getBean(AuditChain.class);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                chain.seal();
                assertThat(chain.verify().unsealed()).isZero();
              });
    }
  }

  @Test
  @Order(2)
  void aGivenDatabaseTakesThePlaceOfTheLocalProfilesOwn() throws Exception {
    try (var running = start("--spring.profiles.active=local")) {
      assertThat(running.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
      assertThat(folder.resolve("postgres")).doesNotExist();
      String token = JSON.readTree(askForToken(running).body()).get("access_token").asString();
      assertThat(areas(running, token)).containsExactly("allotments");
      try (var connection = running.getBean(DataSource.class).getConnection()) {
        assertThat(connection.getCatalog()).isEqualTo(DATABASE);
      }
    }
  }

  @Test
  @Order(3)
  void aGivenIssuerTakesThePlaceOfTheLocalProfilesOwn() {
    try (var running =
        start("--spring.profiles.active=local", "--evenhand.issuer-url=" + issuer.url())) {
      assertThat(running.getBeansOfType(RegisteredClientRepository.class)).isEmpty();
      assertThat(askForToken(running).statusCode()).isBetween(400, 499);
      assertThat(folder.resolve("local-issuer-key.json")).doesNotExist();
      assertThat(areas(running, issuer.token())).containsExactly("allotments");
      assertThat(post(running, token("officer"), AREAS, Map.of()).statusCode()).isEqualTo(401);
    }
  }

  // The command

  private record Verified(int exitCode, String said) {}

  private Verified verifyAudit() {
    PrintStream before = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int exitCode =
          Start.verifyAudit(
              EvenhandApplication.class,
              settings("--verify-audit", "--evenhand.issuer-url=" + issuer.url()));
      return new Verified(exitCode, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  @Order(4)
  void anAuditChainThatHoldsIsSaidToHold() {
    Verified verified = verifyAudit();

    assertThat(verified.exitCode()).as(verified.said()).isZero();
    assertThat(verified.said())
        .containsPattern(
            "[1-9]\\d* links over [1-9]\\d* entries; \\d+ entries not yet sealed; head"
                + " [0-9a-f]{64}")
        .contains("The audit chain holds.");
  }

  /** By the database's owner, who alone can. */
  @Test
  @Order(5)
  void anEntryThatWasAlteredIsFoundAndItsPlaceIsNamed() {
    var owner = new JdbcTemplate(postgres.getDatabase("postgres", DATABASE));
    Long link =
        owner.queryForObject(
            """
            with altered as (
              select epoch, transaction_id from foundation.audit_entry
               where act = 'serviceAreaRecord')
            select s.seq from foundation.audit_seal s, altered a
             where s.epoch = a.epoch and a.transaction_id >= s.from_transaction
               and a.transaction_id < s.until_transaction
            """,
            Long.class);
    owner.execute("alter table foundation.audit_entry disable trigger user");
    assertThat(
            owner.update(
                "update foundation.audit_entry set actor = 'somebody-else'"
                    + " where act = 'serviceAreaRecord'"))
        .isEqualTo(1);

    Verified verified = verifyAudit();

    assertThat(verified.exitCode()).as(verified.said()).isEqualTo(1);
    assertThat(verified.said())
        .contains("link " + link + " does not hold: ENTRIES_DIFFER")
        .contains("The audit chain is broken.")
        .doesNotContain("The audit chain holds.");
  }

  // What is missing

  /** The real process: what it prints, to the last line. */
  private static List<String> stops(String... args) throws Exception {
    try (var process = ServerProcess.start(List.of(args))) {
      return process.said(2);
    }
  }

  @Test
  @Order(6)
  void withoutADatabaseItStopsWithOneLineThatNamesTheSetting() throws Exception {
    assertThat(stops("--evenhand.port=0"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("Evenhand did not start: evenhand.database-url is not set."));
  }

  @Test
  @Order(7)
  void withoutAnIssuerItStopsWithOneLineThatNamesTheSetting() throws Exception {
    assertThat(stops(settings()))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("Evenhand did not start: evenhand.issuer-url is not set."));
  }
}
