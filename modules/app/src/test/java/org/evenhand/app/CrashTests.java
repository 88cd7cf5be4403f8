package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.EvenhandApplication;
import org.evenhand.foundation.AuditChain;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * The server's process is killed in the middle of many acts. Afterwards every act is whole or
 * absent, what was answered is there, the audit chain holds, and what the acts set off goes on:
 * events reach those who wait for them, duties fall due.
 */
class CrashTests extends RunningEvenhand {

  private static final String AREA =
      "mutation R($input: ServiceAreaRecordInput!) { done: serviceAreaRecord(input: $input)"
          + " { of: serviceArea { id } refusals { code } } }";
  private static final String REGISTER =
      "mutation R($input: CustomerRegisterInput!) { done: customerRegister(input: $input)"
          + " { of: customer { id } refusals { code } } }";
  private static final String LOG =
      "mutation L($input: ContactLogInput!) { done: contactLog(input: $input)"
          + " { of: contact { id } refusals { code } } }";
  private static final int IDENTIFIERS = 3;

  @Autowired EmbeddedPostgres postgres;
  @TempDir Path folder;

  /** Acts that were begun, and what the server answered where it did. */
  private final Map<String, Map.Entry<String, Map<String, Object>>> begun =
      new ConcurrentHashMap<>();

  private final ConcurrentMap<String, String> answered = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private String area = "allotments";

  private static JsonNode act(int port, String token, String operation, Map<String, Object> input) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(
                        Map.of("query", operation, "variables", Map.of("input", input)))));
    return JSON.readTree(send(request.build()).body());
  }

  /** Does an act and remembers that it was begun, and what came of it. */
  private void act(
      int port, String token, String key, String operation, Map<String, Object> input) {
    begun.put(key, Map.entry(operation, input));
    JsonNode answer = act(port, token, operation, input);
    assertThat(answer.at("/data/done/refusals").size()).as(answer.toString()).isZero();
    answered.put(key, idOf(answer));
  }

  private static String idOf(JsonNode answer) {
    String id = answer.at("/data/done/of/id").asString("");
    assertThat(id).as(answer.toString()).isNotEmpty();
    return id;
  }

  private void register(int port, String token) {
    int n = number.incrementAndGet();
    String key = "register-" + n;
    act(
        port,
        token,
        key,
        REGISTER,
        Map.of(
            "idempotencyKey",
            key,
            "name",
            "Crash Specimen " + n,
            "identifiers",
            List.of(
                Map.of("kind", "EMAIL", "value", "crash" + n + "@example.org"),
                Map.of("kind", "TELEPHONE", "value", "0163296%04d".formatted(n % 10_000)),
                Map.of("kind", "EMAIL", "value", "crash" + n + "@example.com"))));
  }

  private void log(int port, String token, String customer) {
    String key = "log-" + number.incrementAndGet();
    act(
        port,
        token,
        key,
        LOG,
        Map.of(
            "idempotencyKey",
            key,
            "customer",
            customer,
            "serviceArea",
            area,
            "channel",
            "PHONE",
            "cause",
            "FIRST_CONTACT",
            "disclosedDisability",
            true));
  }

  /** Many at once do the same again and again until the server is gone. */
  private void untilItIsKilled(ServerProcess server, Runnable act, int acts) throws Exception {
    var gone = new AtomicBoolean();
    int before = answered.size();
    var actors = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        actors.add(
            threads.submit(
                () -> {
                  while (!gone.get()) {
                    try {
                      act.run();
                    } catch (UncheckedIOException e) {
                      return;
                    }
                  }
                }));
      }
      try {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(
                () ->
                    answered.size() >= before + acts
                        || actors.stream().anyMatch(actor -> actor.isDone()));
      } finally {
        server.kill();
        gone.set(true);
      }
    }
    for (Future<?> actor : actors) {
      actor.get();
    }
  }

  private void isWholeOrAbsent(JdbcTemplate owner) {
    assertThat(
            owner.queryForList(
                """
                select c.name from intake.customer c
                 where c.name like 'Crash Specimen %'
                   and ((select count(*) from intake.customer_identifier i where i.customer = c.id)
                          <> ?
                        or (select count(*) from foundation.audit_entry a
                             where a.act = 'customerRegister' and a.object_id = c.id) <> 1
                        or (select count(*) from foundation.idempotent_act k
                             where k.act = 'customerRegister' and k.result_id = c.id) <> 1)
                """,
                String.class, IDENTIFIERS))
        .isEmpty();
    for (String what : List.of("customerRegister customer", "contactLog contact")) {
      String act = what.substring(0, what.indexOf(' '));
      String table = what.substring(what.indexOf(' ') + 1);
      assertThat(
              owner.queryForList(
                  """
                  select k.key from foundation.idempotent_act k
                   where k.act = ?
                     and (k.result_id is null
                          or not exists (select from intake.%s x where x.id = k.result_id)
                          or not exists (select from foundation.audit_entry a
                                          where a.act = k.act and a.object_id = k.result_id))
                  """
                      .formatted(table),
                  String.class,
                  act))
          .as(act)
          .isEmpty();
    }
    Set<String> kept =
        Set.copyOf(owner.queryForList("select key from foundation.idempotent_act", String.class));
    assertThat(kept).as("what was answered is there").containsAll(answered.keySet());
  }

  /** Each act comes again under its key; what was done before is not done twice. */
  private void areDoneOnceWhenTheyComeAgain(int port, String token, JdbcTemplate owner) {
    begun.forEach(
        (key, act) -> {
          JsonNode answer = act(port, token, act.getKey(), act.getValue());
          String before = answered.put(key, idOf(answer));
          assertThat(idOf(answer)).as(key).isEqualTo(before == null ? idOf(answer) : before);
        });
    assertThat(
            owner.queryForObject(
                "select count(*) from intake.customer where name like 'Crash Specimen %'",
                Integer.class))
        .isEqualTo((int) begun.keySet().stream().filter(k -> k.startsWith("register")).count());
  }

  private static void reachThoseWhoWait(JdbcTemplate owner) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(
                      owner.queryForObject(
                          "select count(*) from foundation.event_publication", Integer.class))
                  .isZero();
              assertThat(
                      owner.queryForList(
                          """
                          select c.id from intake.contact c
                           where c.direction = 'IN'
                             and not exists (select from reporting.contact_fact f
                                              where f.contact = c.id)
                          """))
                  .isEmpty();
            });
  }

  private static void fallDue(JdbcTemplate owner) {
    assertThat(owner.queryForObject("select count(*) from foundation.duty", Integer.class))
        .isPositive();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        owner.queryForObject(
                            "select count(*) from foundation.duty where fell_due_at is null and"
                                + " discharged_at is null and due_at <= now()",
                            Integer.class))
                    .isZero());
  }

  private static void letDutiesFallDueWhileItIsDown(JdbcTemplate owner) {
    owner.update(
        "update foundation.duty set due_at = now() - interval '1 hour' where fell_due_at is null");
  }

  @Test
  @Tag("soak")
  void whatWasUnderWayIsWholeOrAbsentAndWhatItSetOffGoesOn() throws Exception {
    String database = "crash_" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + database);
    var owner = new JdbcTemplate(postgres.getDatabase("postgres", database));
    try (var issuer = new CouncilsIssuer()) {
      var settings =
          List.of(
              "--evenhand.port=0",
              "--evenhand.data-folder=" + folder,
              "--evenhand.database-url=jdbc:postgresql://localhost:"
                  + postgres.getPort()
                  + "/"
                  + database
                  + "?user=postgres",
              "--evenhand.issuer-url=" + issuer.url(),
              "--evenhand.sharing.key-secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
              "--evenhand.sweeps.every=PT1S",
              "--evenhand.events.patience=PT2S",
              "--evenhand.events.first-sweep=PT1S");
      String token = issuer.token();
      try (var server = ServerProcess.start(settings)) {
        act(server.port(), token, AREA, Map.of("code", "allotments", "name", "Allotments"));
        register(server.port(), token);
        String customer = answered.get("register-1");
        try (Connection keeper = postgres.getDatabase("postgres", database).getConnection()) {
          // Whoever would hear of this contact has to wait, and so has not heard when it ends.
          keeper.setAutoCommit(false);
          keeper.createStatement().execute("lock table reporting.noted in exclusive mode");
          log(server.port(), token, customer);
          log(server.port(), token, customer);
          untilItIsKilled(server, () -> register(server.port(), token), 60);
          keeper.rollback();
        }
      }
      assertThat(
              owner.queryForObject(
                  "select count(*) from foundation.event_publication", Integer.class))
          .as("publications that were under way")
          .isPositive();
      isWholeOrAbsent(owner);
      letDutiesFallDueWhileItIsDown(owner);

      try (var again =
          Start.server(EvenhandApplication.class, Map.of(), settings.toArray(String[]::new))) {
        int port = ((WebServerApplicationContext) again).getWebServer().getPort();
        areDoneOnceWhenTheyComeAgain(port, token, owner);
        isWholeOrAbsent(owner);
        reachThoseWhoWait(owner);
        fallDue(owner);
        var chain = again.getBean(AuditChain.class);
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> {
                  chain.seal();
                  assertThat(chain.verify().intact()).isTrue();
                  assertThat(chain.verify().unsealed()).isZero();
                });
      }
    }
  }

  // The long form: the local profile with its own database, killed again and again

  private static final int ROUNDS = 10;

  private static String localToken(int port, String client) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
    return JSON.readTree(
            send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                    .header("authorization", "Basic " + basic)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build())
                .body())
        .get("access_token")
        .asString();
  }

  /** Its first line is the server's process, the fourth its port. */
  private List<String> postmaster() throws IOException {
    return Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
  }

  @Test
  @Tag("soak")
  void killedAgainAndAgainOnTheSameDataFolder() throws Exception {
    var settings =
        List.of(
            "--spring.profiles.active=local",
            "--evenhand.port=0",
            "--evenhand.data-folder=" + folder,
            "--evenhand.plugins.folder="
                + System.getProperty("evenhand.root")
                + "/plugins/target/jars",
            "--evenhand.sweeps.every=PT1S",
            "--evenhand.events.patience=PT2S",
            "--evenhand.events.first-sweep=PT1S");
    area = "housing";
    var tokens = new ArrayList<String>();
    String customer = "";
    for (int round = 0; round < ROUNDS; round++) {
      try (var server = ServerProcess.start(settings)) {
        int port = server.port();
        if (round == 0) {
          tokens.add(localToken(port, "officer"));
          register(port, tokens.getFirst());
          customer = answered.get("register-1");
        }
        try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postmaster().get(3) + "/postgres?user=postgres")) {
          var owner = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
          isWholeOrAbsent(owner);
          areDoneOnceWhenTheyComeAgain(port, tokens.getFirst(), owner);
          reachThoseWhoWait(owner);
          fallDue(owner);
          String verified =
              JSON.readTree(
                      send(HttpRequest.newBuilder(
                                  URI.create("http://localhost:" + port + "/graphql"))
                              .timeout(Duration.ofSeconds(60))
                              .header("content-type", "application/json")
                              .header(
                                  "authorization",
                                  "Bearer " + localToken(port, "data-protection-officer"))
                              .POST(
                                  HttpRequest.BodyPublishers.ofString(
                                      "{\"query\":\"{ auditVerification { intact } }\"}"))
                              .build())
                          .body())
                  .toString();
          assertThat(verified).contains("\"intact\":true");
        }
        long database = Long.parseLong(postmaster().getFirst().strip());
        String whose = customer;
        untilItIsKilled(
            server,
            () -> {
              register(port, tokens.getFirst());
              log(port, tokens.getFirst(), whose);
            },
            200);
        if (round % 2 == 1) {
          // The database too, and at once.
          ProcessHandle.of(database)
              .ifPresent(
                  process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                  });
        }
      }
    }
    try (var server = ServerProcess.start(settings)) {
      server.port();
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:postgresql://localhost:" + postmaster().get(3) + "/postgres?user=postgres")) {
        var owner = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        isWholeOrAbsent(owner);
        reachThoseWhoWait(owner);
      }
      ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
          .ifPresent(ProcessHandle::destroy);
    }
  }
}
