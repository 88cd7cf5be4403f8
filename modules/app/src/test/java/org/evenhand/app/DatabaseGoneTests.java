package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * A database that goes away and comes back: whoever asks meanwhile gets a coded error with an id,
 * nothing is half-written, and the first who asks afterwards is served.
 */
class DatabaseGoneTests extends RunningEvenhand {

  private static final String REGISTER =
      "mutation R($input: CustomerRegisterInput!) { customerRegister(input: $input)"
          + " { customer { id } refusals { code } } }";
  private static final String CHECK =
      "{ contactCheck(input: {identity: {telephone: \"01632 960001\"}, channel: PHONE, serviceArea:"
          + " \"housing\"}) { __typename } }";

  @Autowired EmbeddedPostgres postgres;

  private Connection ownersConnection;
  private JdbcTemplate owner;

  /** The owner looks on from another database of the same server. */
  @BeforeEach
  void open() throws SQLException {
    ownersConnection = postgres.getDatabase("postgres", "template1").getConnection();
    owner = new JdbcTemplate(new SingleConnectionDataSource(ownersConnection, true));
    token("officer");
  }

  @AfterEach
  void close() throws SQLException {
    comesBack();
    ownersConnection.close();
  }

  private void goesAway() {
    owner.execute("alter database postgres with allow_connections false");
    cutConnections();
  }

  private void comesBack() {
    owner.execute("alter database postgres with allow_connections true");
  }

  private void cutConnections() {
    owner.queryForList(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
  }

  /** Counted on a new connection of the owner's, whatever became of the application's. */
  private Map<String, Long> rows() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return Rows.count(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }
  }

  private static Map<String, Object> customer(String key) {
    return Map.of("input", Map.of("name", "Gone Specimen", "idempotencyKey", key));
  }

  private static void isUnavailable(JsonNode answer) {
    GivesNothingAway.check(answer.toString());
    assertThat(answer.at("/errors/0/extensions/code").asString(""))
        .as(answer.toString())
        .isEqualTo("UNAVAILABLE");
    assertThat(answer.at("/errors/0/extensions/id").asString("")).isNotEmpty();
    assertThat(answer.path("errors").size()).isEqualTo(1);
  }

  @Test
  void whileItIsAwayActsAndQuestionsGetACodedErrorAndAfterwardsTheSameActIsDone() throws Exception {
    String key = "gone-" + UUID.randomUUID();
    Map<String, Long> before = rows();

    goesAway();
    List<Callable<JsonNode>> asking =
        List.of(
            () -> ask("officer", REGISTER, customer(key)),
            () -> ask("officer", "{ customers { edges { node { name } } } }"),
            () -> ask("officer", CHECK));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(asking)) {
        isUnavailable(answer.get());
      }
    }
    comesBack();

    assertThat(rows()).isEqualTo(before);
    JsonNode again = ask("officer", REGISTER, customer(key));
    assertThat(again.at("/data/customerRegister/customer/id").asString(""))
        .as(again.toString())
        .isNotEmpty();
  }

  /** A connection that was just used is not looked at again before it is; each fails once. */
  @Test
  void afterAShortCutItIsSoonAsBefore() {
    ask("officer", CHECK);
    cutConnections();

    JsonNode answer = ask("officer", CHECK);
    for (int i = 0; i < 16 && answer.has("errors"); i++) {
      isUnavailable(answer);
      answer = ask("officer", CHECK);
    }

    assertThat(answer.at("/data/contactCheck/__typename").asString(""))
        .as(answer.toString())
        .isEqualTo("ContactCheck");
  }

  @Test
  void anActThatWasCutOffInItsMiddleLeavesNothing() throws Exception {
    Map<String, Long> before = rows();
    String key = "cut-" + UUID.randomUUID();

    try (var lockers = postgres.getPostgresDatabase().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lockers.setAutoCommit(false);
      try (var lock = lockers.createStatement()) {
        // The act has written the customer by the time it comes to its audit entry.
        lock.execute("lock table foundation.audit_entry in exclusive mode");
      }
      var answer = threads.submit(() -> ask("officer", REGISTER, customer(key)));
      await().atMost(Duration.ofSeconds(10)).until(() -> !waitingToWriteAnEntry().isEmpty());
      for (Integer pid : waitingToWriteAnEntry()) {
        owner.queryForList("select pg_terminate_backend(?)", pid);
      }
      isUnavailable(answer.get());
      lockers.rollback();
    }

    assertThat(rows()).isEqualTo(before);
    JsonNode again = ask("officer", REGISTER, customer(key));
    assertThat(again.at("/data/customerRegister/customer/id").asString(""))
        .as(again.toString())
        .isNotEmpty();
  }

  private List<Integer> waitingToWriteAnEntry() {
    return owner.queryForList(
        """
        select pid from pg_stat_activity
         where datname = 'postgres' and wait_event_type = 'Lock' and query ilike '%audit_entry%'
        """,
        Integer.class);
  }
}
