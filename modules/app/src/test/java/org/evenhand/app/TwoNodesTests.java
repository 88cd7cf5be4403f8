package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.evenhand.EvenhandApplication;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.DemonstrationPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two servers on one database, each a process with its own port, and the plugin that {@code
 * plugins/template} becomes when it is built: what a service area's developer has after ten
 * minutes. One server is killed in the middle of an upgrade while the front desk asks the other.
 */
class TwoNodesTests {

  private static final String TYPE = "template.by-appointment";
  private static final Path JARS =
      Path.of(System.getProperty("evenhand.root"), "plugins", "target", "jars");

  /** Between two that the same officer asks; the machine has to start a server meanwhile. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final String CHECK =
      "query C($input: ContactCheckInput!) { contactCheck(input: $input) { verdict"
          + " conditions { code requirement } wordsToSay { value } } }";
  private static final String TYPES = "{ restrictionTypes { id name { value } } }";
  private static final String PLUGINS =
      "{ plugins { name revision version state nodes { version state } } }";
  private static final String PLUGIN =
      "plugin { id revision version state } refusals { code message }";

  private final JsonMapper json = JsonMapper.builder().build();
  private final EmbeddedPostgres postgres;
  private final CouncilsIssuer issuer = new CouncilsIssuer();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();

  @TempDir Path folder;

  TwoNodesTests() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterEach
  void stop() throws IOException {
    issuer.close();
    postgres.close();
  }

  /** Both start at once, on an empty database; the one is a process that can be killed. */
  private interface OnTwoNodes {
    void run(int stays, ServerProcess goes, String plugin, Council council) throws Exception;
  }

  private void onTwoNodes(OnTwoNodes story) throws Exception {
    try (ServerProcess goes = ServerProcess.start(settings());
        ConfigurableApplicationContext staying = started()) {
      int stays = port(staying);
      adoptPolicy(staying);
      story.run(stays, goes, installed(stays), council(stays));
    }
  }

  @Test
  @DisplayName(
      "P9.1, question 29: a plugin installed through one node is in use on the other; a node that"
          + " is killed in the middle of an upgrade changes nothing for users")
  void oneOfTwoIsKilledWhileItUpgrades() throws Exception {
    onTwoNodes(
        (stays, goes, plugin, council) -> {
          inUse(goes.port(), "1.0.0");
          runsOnBoth(stays, "1.0.0");
          // Made through the one, answered by both.
          Map<String, Object> contact = restricted(goes.port(), council);
          JsonNode answer = check(stays, contact);
          assertThat(answer.get("verdict").asString()).isEqualTo("ALLOWED_WITH_CONDITIONS");
          assertThat(answer.at("/conditions").toString()).contains("appointment");
          assertThat(check(goes.port(), contact)).isEqualTo(answer);

          try (var desk = new FrontDesk(stays, contact, answer)) {
            Map<String, Object> upgrade = upgrade(goes.port(), plugin, "1.1.0");
            killedBeforeItIsDecided(goes, upgrade);
            assertThat(plugin(stays).get("version").asString()).isEqualTo("1.0.0");
            assertThat(plugin(stays).get("state").asString()).isEqualTo("ACTIVE");
            inUse(stays, "1.0.0");
            desk.hasAsked(20);

            isDoneByTheOther(stays, upgrade, "1.1.0");
            desk.hasAsked(20);
            try (ConfigurableApplicationContext again = started()) {
              inUse(port(again), "1.1.0");
              assertThat(check(port(again), contact)).isEqualTo(answer);
              runsOnBoth(stays, "1.1.0");
            }
          }
        });
  }

  @Test
  @Tag("soak")
  @DisplayName("P9.1: killed again and again while it upgrades: the old version or the new, whole")
  void killedAtAnyInstantOfAnUpgrade() throws Exception {
    long seed = Long.getLong("evenhand.crash.seed", System.nanoTime());
    System.out.println("evenhand.crash.seed=" + seed);
    var random = new Random(seed);
    onTwoNodes(
        (stays, first, plugin, council) -> {
          Map<String, Object> contact = restricted(stays, council);
          ServerProcess goes = first;
          try (var desk = new FrontDesk(stays, contact, check(stays, contact))) {
            for (int round = 1; round <= 8; round++) {
              String before = "1." + (round - 1) + ".0";
              String after = "1." + round + ".0";
              inUse(goes.port(), before);
              Map<String, Object> upgrade = upgrade(goes.port(), plugin, after);
              int revision = revision(upgrade);
              killedAfter(Duration.ofMillis(random.nextInt(400)), goes, upgrade);
              desk.hasAsked(20);
              inUse(stays, revision(upgrade) == revision ? before : after);
              isDoneByTheOther(stays, upgrade, after);
              assertThat(revision(upgrade)).as("done once").isEqualTo(revision + 1);
              goes = ServerProcess.start(settings());
            }
          } finally {
            goes.kill();
          }
        });
  }

  private ConfigurableApplicationContext started() {
    return Start.server(EvenhandApplication.class, Map.of(), settings().toArray(String[]::new));
  }

  private static int port(ConfigurableApplicationContext server) {
    return ((WebServerApplicationContext) server).getWebServer().getPort();
  }

  private List<String> settings() {
    return List.of(
        "--evenhand.port=0",
        "--evenhand.data-folder=" + folder,
        "--evenhand.database-url=jdbc:postgresql://localhost:"
            + postgres.getPort()
            + "/postgres?user=postgres",
        "--evenhand.issuer-url=" + issuer.url(),
        "--evenhand.sharing.key-secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "--evenhand.plugins.folder=" + folder.resolve("none"),
        "--evenhand.plugins.trusted=" + JARS.resolve("development.cer"));
  }

  // The upgrade, and the end of the node that does it

  /**
   * The switch is written and not committed, since somebody holds what the transaction has to write
   * next; then the node is gone.
   */
  private void killedBeforeItIsDecided(ServerProcess server, Map<String, Object> upgrade)
      throws Exception {
    int revision = revision(upgrade);
    int port = server.port();
    try (Connection holding = postgres.getPostgresDatabase().getConnection();
        var one = Executors.newVirtualThreadPerTaskExecutor()) {
      holding.setAutoCommit(false);
      try (var row =
          holding.prepareStatement("select from foundation.file where id = ? for update")) {
        row.setObject(1, GlobalId.uuid("File", (String) upgrade.get("file")).orElseThrow());
        row.execute();
      }
      Future<?> asking = one.submit(() -> begin(port, upgrade));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  asking.isDone()
                      || waiting().stream().anyMatch(query -> query.contains("foundation.file")));
      assertThat(asking).as("it stands in the middle").isNotDone();
      server.kill();
      holding.rollback();
    }
    assertThat(revision(upgrade)).isEqualTo(revision);
  }

  private void killedAfter(Duration time, ServerProcess server, Map<String, Object> upgrade) {
    int port = server.port();
    try (var one = Executors.newVirtualThreadPerTaskExecutor()) {
      one.execute(() -> begin(port, upgrade));
      LockSupport.parkNanos(time.toNanos());
      server.kill();
    }
    // What the node had handed to the database before it went is committed or undone by then.
    await().until(() -> open() == 0);
  }

  private List<String> waiting() {
    return database()
        .queryForList(
            "select query from pg_stat_activity where wait_event_type = 'Lock'", String.class);
  }

  /** Transactions that were begun for an upgrade and neither committed nor undone. */
  private int open() {
    Integer open =
        database()
            .queryForObject(
                "select count(*) from pg_locks l where l.relation = 'pluginhost.plugin'::regclass"
                    + " and l.mode = 'RowExclusiveLock'",
                Integer.class);
    return open == null ? 0 : open;
  }

  private JdbcTemplate database() {
    return new JdbcTemplate(postgres.getPostgresDatabase());
  }

  private int revision(Map<String, Object> upgrade) {
    Integer revision =
        database()
            .queryForObject(
                "select version from pluginhost.plugin where id = ?",
                Integer.class,
                GlobalId.uuid("Plugin", (String) upgrade.get("plugin")).orElseThrow());
    return revision == null ? -1 : revision;
  }

  /** Nobody hears the answer. */
  private void begin(int port, Map<String, Object> upgrade) {
    try {
      ask(port, "plugin-administrator", mutation("pluginUpgrade", PLUGIN), upgrade);
    } catch (UncheckedIOException gone) {
      assertThat(gone).isNotNull();
    }
  }

  /** Whoever got no answer asks the other node, and has it done once. */
  private void isDoneByTheOther(int port, Map<String, Object> upgrade, String version) {
    JsonNode done = act(port, "plugin-administrator", "pluginUpgrade", PLUGIN, upgrade);
    assertThat(done.at("/plugin/version").asString()).isEqualTo(version);
    inUse(port, version);
  }

  private Map<String, Object> upgrade(int port, String plugin, String version) throws Exception {
    return Map.of(
        "idempotencyKey",
        "to-" + version,
        "plugin",
        plugin,
        "expectedVersion",
        plugin(port).get("revision").asInt(),
        "file",
        uploaded(port, built(version)));
  }

  // What users see

  /** The front desk asks all the time, and nobody is failed or told something else. */
  private final class FrontDesk implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ExecutorService officers = Executors.newFixedThreadPool(2);

    FrontDesk(int port, Map<String, Object> contact, JsonNode expected) {
      for (int i = 0; i < 2; i++) {
        officers.execute(
            () -> {
              while (!over.get()) {
                try {
                  JsonNode told = check(port, contact);
                  if (!told.equals(expected)) {
                    wrong.add(told.toString());
                  }
                  if (name(port).isEmpty()) {
                    wrong.add("the type was not offered");
                  }
                } catch (Throwable failed) {
                  wrong.add(failed.toString());
                }
                asked.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
              }
            });
      }
    }

    /** From now on, so many times more, and never in vain. */
    void hasAsked(int times) {
      int before = asked.get();
      await().atMost(Duration.ofSeconds(60)).until(() -> asked.get() >= before + times);
      assertThat(wrong).isEmpty();
    }

    @Override
    public void close() {
      over.set(true);
      officers.close();
      assertThat(wrong).as("of " + asked + " that were asked").isEmpty();
    }
  }

  private JsonNode check(int port, Map<String, Object> contact) {
    JsonNode answer = ask(port, "officer", CHECK, contact);
    return answer.at("/data/contactCheck");
  }

  /** What the type is called, which tells the versions apart; blank where it is not offered. */
  private String name(int port) {
    return ask(port, "officer", TYPES, Map.of())
        .at("/data/restrictionTypes")
        .valueStream()
        .filter(type -> type.get("id").asString().equals(TYPE))
        .map(type -> type.at("/name/value").asString())
        .findFirst()
        .orElse("");
  }

  private void inUse(int port, String version) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(name(port)).isEqualTo(called(version)));
  }

  private void runsOnBoth(int port, String version) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        plugin(port)
                            .get("nodes")
                            .valueStream()
                            .filter(node -> node.get("version").asString().equals(version))
                            .filter(node -> node.get("state").asString().equals("ACTIVE")))
                    .hasSizeGreaterThanOrEqualTo(2));
  }

  private JsonNode plugin(int port) {
    return ask(port, "plugin-administrator", PLUGINS, Map.of())
        .at("/data/plugins")
        .valueStream()
        .filter(plugin -> plugin.get("name").asString().equals("template"))
        .findFirst()
        .orElseThrow();
  }

  // The council, the plugin, the case

  private record Council(CaseUnderWay aCase, Map<String, String> made, String building) {}

  private void adoptPolicy(ConfigurableApplicationContext server) {
    LocalPeople.Person head = LocalPeople.byClient("head-of-customer-services");
    var actor =
        new Actor(
            new ActorId(head.client()), head.name(), Set.of(head.role()), Set.of(), List.of());
    assertThat(server.getBean(DemonstrationPolicy.class).adopt(actor, Instant.now()))
        .isInstanceOf(Outcome.Done.class);
    assertThat(head.role()).isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  /** A service area, an office, and a case that has come to its determination. */
  private Council council(int port) {
    act(
        port,
        "head-of-customer-services",
        "serviceAreaRecord",
        "serviceArea { code } refusals { code message }",
        Map.of("code", "housing", "name", "Housing"));
    String building =
        act(
                port,
                "head-of-customer-services",
                "buildingRecord",
                "building { id } refusals { code message }",
                Map.of(
                    "code",
                    "office",
                    "name",
                    "The office",
                    "address",
                    "1 Imaginary Row",
                    "serviceArea",
                    "housing"))
            .at("/building/id")
            .asString();
    var its = new CaseUnderWay(1, CaseUnderWay.Way.HAND);
    var made = new HashMap<String, String>();
    while (!its.prepared()) {
      perform(port, its, made);
    }
    perform(port, its, made);
    return new Council(its, made, building);
  }

  private void perform(int port, CaseUnderWay its, Map<String, String> made) {
    CaseUnderWay.Act act = its.next();
    JsonNode answer = ask(port, act.client(), act.operation(), act.input().get());
    String id = answer.at("/data/done/of/id").asString("");
    assertThat(id).as("%s: %s", act.mutation(), answer).isNotEmpty();
    made.put(act.keep(), id);
    its.done(id);
  }

  /** Imposes the plugin's action, hands the notice over, and says which contact is asked about. */
  private Map<String, Object> restricted(int port, Council council) {
    LocalDate today = LocalDate.ofInstant(Instant.now(), WorkingDays.LONDON);
    String customer = council.made().get("customer");
    String consideration = council.made().get("consideration");
    act(
        port,
        "head-of-service",
        "restrictionImpose",
        "restriction { id } refusals { code message }",
        Map.of(
            "consideration",
            consideration,
            "customer",
            customer,
            "type",
            TYPE,
            "nature",
            "RESTRICTIVE",
            "settings",
            List.of(
                Map.of(
                    "key", "offices", "value", Map.of("buildings", List.of(council.building())))),
            "settingsVersion",
            1,
            "scope",
            Map.of("serviceAreas", List.of("housing")),
            "reasons",
            Map.of(
                "conduct",
                "Two officers were called names at the desk.",
                "harm",
                "They were kept from other customers that day.",
                "whyThis",
                "The customer is served while officers are prepared.",
                "whyNothingLess",
                "A letter asking for courtesy was sent before and changed nothing."),
            "endsSoonerWhen",
            "Three months of contact without such remarks.",
            "endsOn",
            today.plusMonths(6).toString()));
    String notice =
        act(
                port,
                "head-of-service",
                "noticeIssue",
                "notice { id } refusals { code message }",
                Map.of(
                    "consideration",
                    consideration,
                    "customer",
                    customer,
                    "planned",
                    Map.of(
                        "method",
                        "HAND",
                        "sendOn",
                        today.toString(),
                        "address",
                        "1 Fable Street, Fabletown EV1 1AA")))
            .at("/notice/id")
            .asString();
    String lastDay =
        act(
                port,
                "officer",
                "noticeServiceRecord",
                "notice { lastAppealDay } refusals { code message }",
                Map.of(
                    "notice",
                    notice,
                    "method",
                    "HAND",
                    "sentAt",
                    Instant.now().toString(),
                    "outcome",
                    "SENT"))
            .at("/notice/lastAppealDay")
            .asString();
    String reference =
        ask(port, "officer", "{ customer(id: \"" + customer + "\") { reference } }", Map.of())
            .at("/data/customer/reference")
            .asString();
    return Map.of(
        "identity",
        Map.of("reference", reference, "email", "mixed1@customer.test"),
        "channel",
        "FACE_TO_FACE",
        "place",
        "COUNCIL_BUILDING",
        "building",
        council.building(),
        "serviceArea",
        "housing",
        "speaker",
        "SELF",
        "topic",
        "other",
        "at",
        lastDay + "T11:00:00Z");
  }

  /** Brought and taken into use; the plugin's id. */
  private String installed(int port) throws Exception {
    JsonNode brought =
        act(
            port,
            "plugin-administrator",
            "pluginInstall",
            PLUGIN,
            Map.of("file", uploaded(port, built("1.0.0"))));
    assertThat(brought.at("/plugin/state").asString()).isEqualTo("STAGED");
    String id = brought.at("/plugin/id").asString();
    JsonNode enabled =
        act(
            port,
            "plugin-administrator",
            "pluginEnable",
            PLUGIN,
            Map.of("plugin", id, "expectedVersion", 0));
    assertThat(enabled.at("/plugin/state").asString()).isEqualTo("ACTIVE");
    return id;
  }

  private static String called(String version) {
    return version.equals("1.0.0") ? "By appointment" : "By appointment, as of " + version;
  }

  /** The jar that the build made; a later version says so and calls its type something else. */
  private Path built(String version) throws Exception {
    Path jar;
    try (Stream<Path> all = Files.list(JARS)) {
      jar =
          all.filter(file -> file.getFileName().toString().startsWith("evenhand-plugin-template-"))
              .findFirst()
              .orElseThrow();
    }
    if (version.equals("1.0.0")) {
      return jar;
    }
    Path later = folder.resolve("template-" + version + ".jar");
    try (var from = new JarFile(jar.toFile())) {
      var manifest = new Manifest();
      manifest.getMainAttributes().putAll(from.getManifest().getMainAttributes());
      manifest.getMainAttributes().put(new Attributes.Name("Plugin-Version"), version);
      try (var to = new JarOutputStream(Files.newOutputStream(later), manifest)) {
        for (ZipEntry entry :
            (Iterable<ZipEntry>) from.stream().map(each -> (ZipEntry) each)::iterator) {
          String name = entry.getName();
          if (entry.isDirectory()
              || name.matches("META-INF/([^/]+\\.(SF|EC|RSA|DSA)|MANIFEST\\.MF)")) {
            continue;
          }
          byte[] content = from.getInputStream(entry).readAllBytes();
          to.putNextEntry(new ZipEntry(name));
          to.write(
              name.endsWith("/words.properties")
                  ? (new String(content, StandardCharsets.UTF_8)
                          + "\nappointment.name="
                          + called(version)
                          + "\n")
                      .getBytes(StandardCharsets.UTF_8)
                  : content);
          to.closeEntry();
        }
      }
    }
    return signed(later);
  }

  /** As the build signs, with the key of this machine. */
  private Path signed(Path jar) throws Exception {
    char[] password = "development".toCharArray();
    var keys = KeyStore.getInstance(JARS.resolveSibling("development.p12").toFile(), password);
    var key =
        (KeyStore.PrivateKeyEntry)
            keys.getEntry("development", new KeyStore.PasswordProtection(password));
    Path signed = Path.of(jar + ".signed");
    try (var from = new ZipFile(jar.toFile());
        var to = Files.newOutputStream(signed)) {
      new JarSigner.Builder(key).signerName("DEVELOP").build().sign(from, to);
    }
    return signed;
  }

  private String uploaded(int port, Path jar) throws Exception {
    byte[] content = Files.readAllBytes(jar);
    String digest =
        "sha-256=:"
            + Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content))
            + ":";
    JsonNode upload =
        act(
                port,
                "plugin-administrator",
                "uploadStart",
                "upload { url file { id } } refusals { code message }",
                Map.of(
                    "name",
                    "template.jar",
                    "type",
                    "application/java-archive",
                    "size",
                    content.length,
                    "digest",
                    digest))
            .get("upload");
    HttpResponse<String> received =
        RunningEvenhand.send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + upload.get("url").asString()))
                .timeout(Duration.ofSeconds(60))
                .header("authorization", "Bearer " + token("plugin-administrator"))
                .header("content-digest", digest)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    assertThat(received.statusCode()).as(received.body()).isBetween(200, 299);
    return upload.at("/file/id").asString();
  }

  // Asking

  private static String mutation(String act, String fields) {
    return "mutation M($input: %s%sInput!) { %s(input: $input) { %s } }"
        .formatted(act.substring(0, 1).toUpperCase(Locale.ROOT), act.substring(1), act, fields);
  }

  /** What the act answered; it was not refused. */
  private JsonNode act(
      int port, String client, String act, String fields, Map<String, Object> input) {
    var keyed = new HashMap<>(input);
    keyed.putIfAbsent("idempotencyKey", "two-nodes-" + keys.incrementAndGet());
    JsonNode answer = ask(port, client, mutation(act, fields), keyed).at("/data/" + act);
    assertThat(answer.get("refusals").size()).as("%s: %s", act, answer).isZero();
    return answer;
  }

  private JsonNode ask(int port, String client, String operation, Map<String, Object> input) {
    HttpResponse<String> answer =
        RunningEvenhand.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .timeout(Duration.ofSeconds(60))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + token(client))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(
                            Map.of("query", operation, "variables", Map.of("input", input)))))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = json.readTree(answer.body());
    assertThat(told.has("errors")).as(told.toString()).isFalse();
    return told;
  }

  /** Whoever has this client of the local profile, by the council's own issuer. */
  private String token(String client) {
    return tokens.computeIfAbsent(
        client,
        key -> {
          LocalPeople.Person person = LocalPeople.byClient(client);
          return issuer.token(
              claims ->
                  claims
                      .subject(person.client())
                      .claim("name", person.name())
                      .claim("roles", List.of(person.role().name()))
                      .claim("service_areas", new ArrayList<>(person.serviceAreas())));
        });
  }
}
