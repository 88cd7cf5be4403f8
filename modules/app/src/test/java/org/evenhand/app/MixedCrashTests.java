package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import org.evenhand.EvenhandApplication;
import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases of several customers at once, from the concern to the appeal, while the server's process is
 * killed at a random instant and started again on the same database. What was answered is there,
 * every other act is whole or absent, and outside there is each letter, email and record on the CRM
 * once (P4.2, T9, P10.3). The mail server, the printer's folder and the CRM's folder outlive it.
 */
class MixedCrashTests {

  private static final int AT_ONCE = 4;

  /** Each of these acts makes one row of its table, and nothing else does. */
  private static final Map<String, List<String>> MAKES =
      Map.of(
          "intake.customer", List.of("customerRegister"),
          "intake.concern", List.of("concernReport"),
          "intake.contact", List.of("contactLog"),
          "designation.consideration", List.of("considerationOpen"),
          "restrictions.imposed", List.of("restrictionImpose", "restrictionVary"),
          "correspondence.notice", List.of("noticeIssue"),
          "correspondence.crm_recording", List.of("noticeIssue"),
          "correspondence.print_batch", List.of("printBatchMake"),
          "appeals.appeal", List.of("appealLodge"));

  private final JsonMapper json = JsonMapper.builder().build();
  private final EmbeddedPostgres postgres;

  MixedCrashTests() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterEach
  void stopPostgres() throws IOException {
    postgres.close();
  }

  @TempDir Path folder;

  private final GreenMail mail = new GreenMail(new ServerSetup[] {free("smtp"), free("imap")});
  private final List<CaseUnderWay> cases = new ArrayList<>();

  /** What was sent to the server, by key; it comes again in the same words. */
  private final ConcurrentMap<String, Sent> sent = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, String> answered = new ConcurrentHashMap<>();
  private final Map<String, Integer> rowsBefore = new HashMap<>();

  /** What the CRM took in: our reference by the file's key. */
  private final Map<String, String> onTheCrm = new HashMap<>();

  private JdbcTemplate owner = new JdbcTemplate();
  private int port;

  /** An act and what it was given. */
  private record Sent(CaseUnderWay.Act act, Map<String, Object> input) {}

  @Test
  @DisplayName("P4.2, T9, P10.3: thirty mixed acts, killed once")
  void killedOnce() throws Exception {
    killedAmongMixedActs(5, 1);
  }

  @Test
  @Tag("soak")
  @DisplayName("P4.2, T9, P10.3: two hundred mixed acts, killed again and again")
  void killedAgainAndAgain() throws Exception {
    killedAmongMixedActs(31, 8);
  }

  private void killedAmongMixedActs(int customers, int kills) throws Exception {
    long seed = Long.getLong("evenhand.crash.seed", System.nanoTime());
    System.out.println("evenhand.crash.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < customers; i++) {
      cases.add(new CaseUnderWay(i + 1, CaseUnderWay.Way.values()[i % 3]));
    }
    int mixed = cases.stream().mapToInt(CaseUnderWay::mixedActs).sum();
    assertThat(mixed).isGreaterThanOrEqualTo(kills == 1 ? 30 : 200);
    mail.start();
    mail.setUser("returns@council.test", "returns", "secret");
    String database = "mixed_" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + database);
    owner = new JdbcTemplate(postgres.getDatabase("postgres", database));
    List<String> settings = settings(database);
    try {
      for (int kill = 0; kill < kills; kill++) {
        try (var server = ServerProcess.start(settings)) {
          port = server.port();
          if (kill == 0) {
            countRows();
            goOn(each -> !each.prepared(), new AtomicInteger());
          } else {
            everythingComesAgain();
          }
          killedAmong(server, random, mixed / (kills + 1));
        }
        theDatabaseHasHeard();
        isWholeOrAbsent();
        timePassesWhileItIsDown();
      }
      try (var again =
          Start.server(EvenhandApplication.class, Map.of(), settings.toArray(String[]::new))) {
        port = ((WebServerApplicationContext) again).getWebServer().getPort();
        everythingComesAgain();
        goOn(each -> !each.over(), new AtomicInteger());
        assertThat(cases).allMatch(CaseUnderWay::over);
        isWholeOrAbsent();
        theOutboxesDrain();
        outsideIsEachThingOnce();
        chainHolds(again.getBean(AuditChain.class));
      }
    } finally {
      mail.stop();
    }
  }

  private List<String> settings(String database) {
    return List.of(
        "--spring.profiles.active=local",
        "--evenhand.port=0",
        "--evenhand.data-folder=" + folder,
        "--evenhand.database-url=jdbc:postgresql://localhost:"
            + postgres.getPort()
            + "/"
            + database
            + "?user=postgres",
        "--evenhand.plugins.folder=" + System.getProperty("evenhand.root") + "/plugins/target/jars",
        "--evenhand.mail.host=127.0.0.1",
        "--evenhand.mail.port=" + mail.getSmtp().getServerSetup().getPort(),
        "--evenhand.mail.from=evenhand@council.test",
        "--evenhand.mail.link=https://evenhand.council.test",
        "--evenhand.correspondence.mailbox.host=127.0.0.1",
        "--evenhand.correspondence.mailbox.port=" + mail.getImap().getServerSetup().getPort(),
        "--evenhand.correspondence.mailbox.security=none",
        "--evenhand.correspondence.mailbox.user=returns",
        "--evenhand.correspondence.mailbox.password=secret",
        "--evenhand.correspondence.mailbox.address=returns@council.test",
        "--evenhand.correspondence.print.folder=" + printer(),
        "--evenhand.sweeps.every=PT0.2S",
        "--evenhand.events.patience=PT2S",
        "--evenhand.events.first-sweep=PT1S");
  }

  private Path printer() {
    try {
      return Files.createDirectories(folder.resolve("printer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSetup free(String protocol) {
    try (var socket = new ServerSocket(0)) {
      return new ServerSetup(socket.getLocalPort(), "127.0.0.1", protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Acts

  /** Several at once, each with a case to itself, go on with those cases until none is left. */
  private void goOn(Predicate<CaseUnderWay> unfinished, AtomicInteger count) throws Exception {
    var waiting = new ConcurrentLinkedQueue<>(cases.stream().filter(unfinished).toList());
    var gone = new AtomicBoolean();
    for (Future<?> actor : actors(waiting, unfinished, count, gone)) {
      actor.get();
    }
    assertThat(gone).as("the server went").isFalse();
  }

  private void killedAmong(ServerProcess server, Random random, int acts) throws Exception {
    int after = random.nextInt(acts / 2, acts) + 1;
    int millis = random.nextInt(400);
    var count = new AtomicInteger();
    var gone = new AtomicBoolean();
    var waiting = new ConcurrentLinkedQueue<>(cases.stream().filter(each -> !each.over()).toList());
    var actors = actors(waiting, each -> !each.over(), count, gone);
    try {
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofMinutes(2))
          .until(() -> count.get() >= after || actors.stream().allMatch(Future::isDone));
      CompletableFuture.runAsync(
              server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
          .join();
    } finally {
      server.kill();
    }
    for (Future<?> actor : actors) {
      actor.get();
    }
  }

  private List<Future<?>> actors(
      Queue<CaseUnderWay> waiting,
      Predicate<CaseUnderWay> unfinished,
      AtomicInteger count,
      AtomicBoolean gone) {
    var actors = new ArrayList<Future<?>>();
    try (var closing = new Closing()) {
      for (int i = 0; i < AT_ONCE; i++) {
        actors.add(
            closing.threads.submit(
                () -> {
                  for (CaseUnderWay its = waiting.poll();
                      its != null && !gone.get();
                      its = waiting.poll()) {
                    try {
                      perform(its);
                    } catch (UncheckedIOException e) {
                      gone.set(true);
                      return;
                    }
                    count.incrementAndGet();
                    if (unfinished.test(its)) {
                      waiting.add(its);
                    }
                  }
                }));
      }
    }
    return actors;
  }

  /** Lets its threads end by themselves. */
  private static final class Closing implements AutoCloseable {
    private final java.util.concurrent.ExecutorService threads =
        Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  private void perform(CaseUnderWay its) {
    CaseUnderWay.Act act = its.next();
    Sent what = sent.computeIfAbsent(act.key(), key -> sent(act));
    String id = send(what);
    answered.put(act.key(), id);
    its.done(id);
    if (act.mutation().equals("noticeIssue")) {
      owner.update(
          "update correspondence.notice_email set next_attempt_at = now()"
              + " where state = 'WAITING' and attempts = 0");
    }
  }

  private static Sent sent(CaseUnderWay.Act act) {
    var input = new HashMap<String, Object>(act.input().get());
    input.put("idempotencyKey", act.key());
    return new Sent(act, input);
  }

  /**
   * The id of what was done; blank where there was nothing to print. Of two batches that want the
   * same letter at once only one gets it, and the other is told to repeat; no other act may be.
   */
  private String send(Sent what) {
    boolean batch = what.act().mutation().equals("printBatchMake");
    JsonNode answer = answer(what);
    for (int again = 0; batch && again < 20 && refusedAs("CONFLICT", answer); again++) {
      answer = answer(what);
    }
    if (refusedAs(CaseUnderWay.NOTHING_TO_PRINT, answer)) {
      return "";
    }
    String id = answer.at("/data/done/of/id").asString("");
    assertThat(id).as("%s: %s", what.act().mutation(), answer).isNotEmpty();
    return id;
  }

  private static boolean refusedAs(String code, JsonNode answer) {
    JsonNode refusals = answer.at("/data/done/refusals");
    return refusals.size() == 1 && refusals.get(0).get("code").asString().equals(code);
  }

  private JsonNode answer(Sent what) {
    return json.readTree(
        RunningEvenhand.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                    .timeout(Duration.ofSeconds(60))
                    .header("content-type", "application/json")
                    .header("authorization", "Bearer " + signIn(what.act().client()))
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            json.writeValueAsString(
                                Map.of(
                                    "query",
                                    what.act().operation(),
                                    "variables",
                                    Map.of("input", what.input())))))
                    .build())
            .body());
  }

  private final ConcurrentMap<String, String> tokens = new ConcurrentHashMap<>();

  private String signIn(String client) {
    return tokens.computeIfAbsent(
        port + client,
        key -> {
          String basic =
              Base64.getEncoder()
                  .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
          return json.readTree(
                  RunningEvenhand.send(
                          HttpRequest.newBuilder(
                                  URI.create("http://localhost:" + port + "/oauth2/token"))
                              .header("authorization", "Basic " + basic)
                              .header("content-type", "application/x-www-form-urlencoded")
                              .POST(
                                  HttpRequest.BodyPublishers.ofString(
                                      "grant_type=client_credentials"))
                              .build())
                      .body())
              .get("access_token")
              .asString();
        });
  }

  /** Under its key each act gives what it gave before, or is done now if it was not. */
  private void everythingComesAgain() {
    sent.forEach(
        (key, what) -> {
          String before = answered.get(key);
          if (before != null && before.isEmpty()) {
            return;
          }
          String now = send(what);
          if (before != null) {
            assertThat(now).as(key).isEqualTo(before);
          }
        });
  }

  // What has to hold

  private void countRows() {
    // The council that comes with the local profile has letters too.
    owner.execute(
        """
        create view public.our_notice as
          select n.* from correspondence.notice n
            join foundation.idempotent_act k
              on k.result_id = n.id and k.act = 'noticeIssue' and k.key like 'mixed-%'
        """);
    MAKES.keySet().forEach(table -> rowsBefore.put(table, rows(table)));
  }

  private int rows(String table) {
    return owner.queryForObject("select count(*) from " + table, Integer.class);
  }

  private int done(String act) {
    return owner.queryForObject(
        "select count(*) from foundation.idempotent_act where act = ? and key like 'mixed-%'",
        Integer.class, act);
  }

  /** What the process had handed to the database before it went is committed or undone by then. */
  private void theDatabaseHasHeard() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        owner.queryForObject(
                            "select count(*) from pg_stat_activity"
                                + " where datname = current_database()"
                                + " and application_name = 'evenhand'",
                            Integer.class))
                    .isZero());
  }

  private void isWholeOrAbsent() {
    Set<String> kept =
        Set.copyOf(
            owner.queryForList(
                "select key from foundation.idempotent_act where key like 'mixed-%'",
                String.class));
    assertThat(kept)
        .as("what was answered is there")
        .containsAll(
            answered.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    assertThat(sent.keySet()).as("nothing that was not asked for").containsAll(kept);
    MAKES.forEach(
        (table, acts) ->
            assertThat(rows(table))
                .as(table)
                .isEqualTo(rowsBefore.get(table) + acts.stream().mapToInt(this::done).sum()));
    assertThat(
            owner.queryForList(
                """
                select k.act || ' ' || k.key from foundation.idempotent_act k
                 where k.key like 'mixed-%'
                   and (k.result_id is null
                        or (select count(*) from foundation.audit_entry a
                             where a.kind = 'A' and a.act = k.act and a.object_id = k.result_id)
                           <> (select count(*) from foundation.idempotent_act same
                                where same.act = k.act and same.result_id = k.result_id))
                """,
                String.class))
        .as("one audit entry for each act")
        .isEmpty();
    assertThat(
            owner.queryForList(
                """
                select n.reference from public.our_notice n
                 where (n.planned_method = 'EMAIL')
                       <> exists (select from correspondence.notice_email e where e.notice_id = n.id)
                    or not exists (select from correspondence.notice_letter l
                                    where l.notice_id = n.id)
                    or not exists (select from correspondence.notice_pdf p
                                    where p.notice_id = n.id)
                    or (n.status = 'SERVED')
                       <> exists (select from correspondence.service_entry s where s.notice_id = n.id)
                """,
                String.class))
        .as("a notice is whole")
        .isEmpty();
    assertThat(
            owner.queryForList(
                """
                select i.reference from restrictions.imposed i
                 where (i.notice_id is not null)
                       <> exists (select from restrictions.told_by t where t.restriction_id = i.id)
                """,
                String.class))
        .as("what a notice tells of knows its notice")
        .isEmpty();
  }

  /** Whatever the process that is gone had claimed is free again, as it would be later. */
  private void timePassesWhileItIsDown() {
    for (String outbox : List.of("notice_email", "crm_recording")) {
      owner.update(
          "update correspondence."
              + outbox
              + " set claimed_until = now() - interval '1 second' where claimed_until is not null");
    }
    triedAgainAtOnce();
  }

  private void triedAgainAtOnce() {
    owner.update(
        "update correspondence.notice_email set next_attempt_at = now()"
            + " where state = 'WAITING' and (claimed_until is null or claimed_until <= now())");
    owner.update(
        "update correspondence.crm_recording set next_attempt_at = now()"
            + " where state = 'OPEN' and next_attempt_at is not null"
            + " and (claimed_until is null or claimed_until <= now())");
  }

  /** What was sent by post is put into a last batch, and every batch is posted. */
  private void thePostGoes() {
    int batch = 0;
    send(last("printBatchMake", Map.of(), batch));
    for (UUID id : unposted()) {
      send(
          last(
              "printBatchConfirm",
              Map.of(
                  "batch",
                  GlobalId.of("PrintBatch", id),
                  "postedOn",
                  LocalDate.now(WorkingDays.LONDON).toString()),
              ++batch));
    }
  }

  private Sent last(String mutation, Map<String, Object> input, int number) {
    var act =
        new CaseUnderWay.Act(
            "last-" + mutation + number,
            "head-of-customer-services",
            mutation,
            "printBatch",
            "last",
            () -> input);
    return sent(act);
  }

  private List<UUID> unposted() {
    return owner.queryForList(
        "select id from correspondence.print_batch where posted_on is null", UUID.class);
  }

  private void theOutboxesDrain() {
    thePostGoes();
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              triedAgainAtOnce();
              theCrmTakesWhatLiesThere();
              assertThat(
                      owner.queryForObject(
                          """
                          select (select count(*) from foundation.event_publication)
                               + (select count(*) from correspondence.notice_email e
                                   join public.our_notice n on n.id = e.notice_id
                                   where e.state <> 'SENT')
                               + (select count(*) from correspondence.print_batch
                                   where handed_over_at is null or posted_on is null)
                               + (select count(*) from correspondence.crm_recording r
                                   join public.our_notice n on n.id = r.subject_id
                                   where r.state <> 'DONE')
                               + (select count(*) from public.our_notice
                                   where status <> 'SERVED')
                               + (select count(*) from foundation.duty
                                   where fell_due_at is null and discharged_at is null
                                     and due_at <= now())
                          """,
                          Integer.class))
                  .as("what still waits")
                  .isZero();
            });
  }

  /**
   * As the CRM does by the plugin's contract: it takes in each file, and answers with a receipt.
   */
  private void theCrmTakesWhatLiesThere() throws IOException {
    Path responses = folder.resolve("crm/responses");
    if (!Files.isDirectory(responses)) {
      return;
    }
    List<Path> files;
    try (var lying = Files.list(responses)) {
      files = lying.filter(file -> file.toString().endsWith(".json")).toList();
    }
    for (Path file : files) {
      JsonNode response = json.readTree(Files.readString(file));
      String key = response.get("key").asString();
      if (onTheCrm.put(key, response.get("ourReference").asString()) == null) {
        String name = file.getFileName().toString().replace(".json", ".receipt");
        Files.writeString(
            folder.resolve("crm/receipts").resolve(name),
            "reference=CRM-" + onTheCrm.size() + "\n");
      }
    }
  }

  private void outsideIsEachThingOnce() throws IOException, MessagingException {
    assertThat(emailed())
        .containsExactlyInAnyOrderElementsOf(
            owner.queryForList(
                """
                select '<notice-' || id || '@council.test> ' || planned_address
                  from public.our_notice where planned_method = 'EMAIL'
                """,
                String.class));
    assertThat(printed())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            owner.queryForList(
                "select reference from public.our_notice where planned_method = 'FIRST_CLASS'",
                String.class));
    List<String> ours = owner.queryForList("select reference from public.our_notice", String.class);
    assertThat(onTheCrm.values().stream().filter(ours::contains))
        .as("on the CRM")
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(
            owner.queryForList(
                "select r.reference from correspondence.crm_recording r"
                    + " join public.our_notice n on n.id = r.subject_id",
                String.class))
        .as("a receipt closes one obligation")
        .doesNotHaveDuplicates();
    assertThat(
            owner.queryForList(
                "select n.reference from correspondence.service_entry s"
                    + " join public.our_notice n on n.id = s.notice_id"
                    + " group by n.reference having count(*) > 1"))
        .as("each letter is recorded as sent once")
        .isEmpty();
  }

  /** Message-ID and address of each letter that the mail server put into a customer's mailbox. */
  private List<String> emailed() throws MessagingException {
    var found = new ArrayList<String>();
    for (int i = 1; i <= cases.size(); i++) {
      String address = "mixed" + i + "@customer.test";
      for (MimeMessage message :
          mail.findReceivedMessages(user -> user.getEmail().equals(address), each -> true)
              .toList()) {
        found.add(message.getMessageID() + " " + address);
      }
    }
    return found;
  }

  /** The reference of each letter in every archive that the printer has. */
  private List<String> printed() throws IOException {
    var found = new ArrayList<String>();
    List<Path> archives;
    try (var files = Files.list(folder.resolve("printer"))) {
      archives = files.toList();
    }
    for (Path archive : archives) {
      if (!archive.getFileName().toString().startsWith(".")) {
        try (var zip = new ZipFile(archive.toFile())) {
          JsonNode manifest =
              json.readTree(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes());
          for (JsonNode letter : manifest.get("letters")) {
            found.add(letter.get("reference").asString());
          }
        }
      }
    }
    return found;
  }

  private static void chainHolds(AuditChain chain) {
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
