package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.ImpactOfPlugins;
import org.evenhand.pluginhost.ManagingPlugins;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginRoute;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.SigningKeyTests;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar;
import org.evenhandtest.SharedPostgres;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.support.TransactionTemplate;

/** Plugins come, change and go while the servers run (P9.1). */
class InstallingPluginsTests extends ManagingPluginsModuleTest {

  @Autowired StoredPlugins stored;
  @Autowired DecidingOnPlugins deciding;
  @Autowired NodeReports reports;
  @Autowired PluginSweep sweep;

  @Value("${evenhand.plugins.folder}")
  String pluginFolder;

  @Autowired TrustedSigners trusted;
  @Autowired StoredSigningKeys keys;
  @Autowired StoredConfiguration configurations;
  @Autowired PluginHost host;
  @Autowired ObjectProvider<OpenPluginWork> openWork;
  @Autowired ObjectProvider<ImpactOfPlugins> impacts;
  @Autowired AuditTrail auditTrail;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired org.jooq.DSLContext sql;

  private static final As OTHER = As.person("plugins-2", "Pat Two", "PLUGIN_ADMINISTRATOR");

  @TempDir Path folder;

  @AfterEach
  void nothingIsOpen() {
    OPEN.clear();
  }

  /** A plugin with one type whose rules have this id. */
  private static PluginJar plugin(String id, String version, String rule) {
    return PluginJar.plugin(id, version)
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "parks.NoDrones",
            TryOutPlugins.type(
                id + ".quiet",
                "return List.of(new Rule(\"%s\", Condition.always(), Effect.advise(), Words.none(), Citation.policy(\"9\"), RuleSource.POLICY));"
                    .formatted(rule),
                ""));
  }

  private String rule(String pluginId) {
    return rule(extensions.restrictionTypes(), pluginId);
  }

  private static String rule(
      List<org.evenhand.pluginhost.InstalledRestrictionType> types, String pluginId) {
    return types.stream()
        .filter(type -> type.pluginId().equals(pluginId))
        .findFirst()
        .map(type -> type.type().compile(Settings.empty()).getFirst().id())
        .orElse("none");
  }

  @Test
  @DisplayName(
      "P9.1, question 29: installed, enabled, upgraded, rolled back, disabled and removed, without a restart")
  void livesItsWholeLife() {
    String id = installed(plugin("meadows", "1.0.0", "first"));
    assertThat(rule("meadows")).isEqualTo("none");

    var enabled = done("pluginEnable", which(id, 0));
    enabled.path("pluginEnable.plugin.state").entity(String.class).isEqualTo("ACTIVE");
    enabled.path("pluginEnable.plugin.route").entity(String.class).isEqualTo("UPLOAD");
    enabled.path("pluginEnable.plugin.installedBy").entity(String.class).isEqualTo("plugins-1");
    enabled
        .path("pluginEnable.plugin.signature.subject")
        .entity(String.class)
        .isEqualTo("CN=Test service-area");
    enabled
        .path("pluginEnable.plugin.extensions[0].id")
        .entity(String.class)
        .isEqualTo("meadows.quiet");
    enabled
        .path("pluginEnable.plugin.availableActions[?(@.allowed == true)].mutation")
        .entityList(String.class)
        .containsExactly("pluginDisable", "pluginUpgrade", "pluginUninstall");
    assertThat(rule("meadows")).isEqualTo("first");
    tellsHowItFares();

    var upgraded =
        done("pluginUpgrade", which(id, 1, "file", upload(plugin("meadows", "1.1.0", "second"))));
    upgraded.path("pluginUpgrade.plugin.previousVersion").entity(String.class).isEqualTo("1.0.0");
    assertThat(rule("meadows")).isEqualTo("second");

    done("pluginRollback", which(id, 2, "reason", "It asks the wrong question."))
        .path("pluginRollback.plugin.version")
        .entity(String.class)
        .isEqualTo("1.0.0");
    assertThat(rule("meadows")).isEqualTo("first");

    done("pluginDisable", which(id, 3, "reason", "Until it is mended."))
        .path("pluginDisable.plugin.state")
        .entity(String.class)
        .isEqualTo("DISABLED");
    assertThat(rule("meadows")).isEqualTo("none");

    assertThat(codes(does("pluginDisable", which(id, 0, "reason", "x")), "pluginDisable"))
        .containsExactly("PLUGIN_STATE_DIFFERS", "STALE");
    done("pluginUninstall", which(id, 4, "reason", "Nobody uses it."));
    assertThat(plugins.all()).extracting(PluginView::pluginId).doesNotContain("meadows");
    assertThat(
            jdbc.sql("select act from foundation.audit_entry where object_id = ? order by at")
                .param(GlobalId.uuid("Plugin", id).orElseThrow())
                .query(String.class)
                .list())
        .containsExactly(
            "pluginInstall",
            "pluginEnable",
            "pluginUpgrade",
            "pluginRollback",
            "pluginDisable",
            "pluginUninstall");

    String again = installed(plugin("meadows", "2.0.0", "third"));
    assertThat(again).isEqualTo(id);
    done("pluginUninstall", which(id, 6, "reason", "Nobody uses it."));
  }

  /** Who brought it and when, its health, how long its calls took, and how many failed. */
  private void tellsHowItFares() {
    reports.report(plugins.all(), Instant.now());
    var told =
        PAT.call(
            () ->
                graphQl
                    .document(
                        """
                        { plugins { name version state installedAt installedBy reasons { code }
                            calls { total failed timedOut meanMilliseconds longestMilliseconds }
                            nodes { version state calls failed meanMilliseconds } } }
                        """)
                    .execute());
    String meadows = "plugins[?(@.name == 'meadows')].";
    told.path(meadows + "version").entityList(String.class).containsExactly("1.0.0");
    told.path(meadows + "state").entityList(String.class).containsExactly("ACTIVE");
    told.path(meadows + "installedBy").entityList(String.class).containsExactly("plugins-1");
    told.path(meadows + "installedAt").entityList(String.class).hasSize(1);
    told.path(meadows + "calls.total")
        .entityList(Integer.class)
        .satisfies(total -> assertThat(total.getFirst()).isPositive());
    told.path(meadows + "calls.failed").entityList(Integer.class).containsExactly(0);
    told.path(meadows + "calls.longestMilliseconds")
        .entityList(Double.class)
        .satisfies(longest -> assertThat(longest.getFirst()).isPositive());
    told.path(meadows + "nodes[*].state").entityList(String.class).contains("ACTIVE");
  }

  @Test
  @DisplayName("a bad jar: one refusal with everything that is wrong and how to mend it")
  void refusesABadJarWithAllReasons() {
    PluginJar bad =
        PluginJar.plugin("meadows", "x")
            .unsigned()
            .entry("org/evenhand/spi/Rule.class", new byte[] {1});
    var answer = does("pluginInstall", Map.of("file", upload(bad)));
    assertThat(codes(answer, "pluginInstall")).containsExactly("PLUGIN_JAR_REFUSED");
    answer
        .path("pluginInstall.refusals[0].problems[*].code")
        .entityList(String.class)
        .containsExactly(
            "SIGNATURE_MISSING",
            "PLUGIN_VERSION_MALFORMED",
            "SPI_RANGE_MISSING",
            "BUNDLED_SPI",
            "CLASS_FILE_MALFORMED",
            "EXTENSION_INDEX_EMPTY");
    answer
        .path("pluginInstall.refusals[0].problems[0].howToMend")
        .entity(String.class)
        .isEqualTo("Sign it with jarsigner, last of all steps of the build.");
    assertThat(
            codes(
                does(
                    "pluginInstall",
                    Map.of(
                        "file",
                        upload(
                            plugin("meadows", "1.0.0", "x")
                                .signedBy(PluginJar.Signer.SOMEBODY_ELSE)))),
                "pluginInstall"))
        .containsExactly("PLUGIN_JAR_REFUSED");
    assertThat(stored.named("meadows").filter(p -> p.version().equals("x"))).isEmpty();
  }

  @Test
  void anUpgradeIsNewerTheSamePluginAndByTheSameSigner() {
    String id = installed(plugin("orchards", "1.1.0", "first"));
    assertThat(codes(does("pluginUpgrade", which(id, 0)), "pluginUpgrade"))
        .containsExactly("PLUGIN_NOTHING_STAGED");
    assertThat(
            codes(
                does(
                    "pluginUpgrade",
                    which(id, 0, "file", upload(plugin("orchards", "1.0.9", "older")))),
                "pluginUpgrade"))
        .containsExactly("PLUGIN_VERSION_NOT_NEWER");
    assertThat(
            codes(
                does(
                    "pluginUpgrade",
                    which(id, 0, "file", upload(plugin("hedges", "2.0.0", "other")))),
                "pluginUpgrade"))
        .containsExactly("PLUGIN_IS_ANOTHER");
    assertThat(
            codes(
                does("pluginInstall", Map.of("file", upload(plugin("orchards", "2.0.0", "x")))),
                "pluginInstall"))
        .containsExactly("PLUGIN_INSTALLED_ALREADY");
    done("pluginUninstall", which(id, 0, "reason", "Done."));
  }

  @Test
  @DisplayName("what is open is not cut off: removing a plugin that is needed lists what needs it")
  void isNotRemovedWhileWorkIsOpen() {
    String id = installed(plugin("ponds", "1.0.0", "first"));
    UUID restriction = Ids.next();
    OPEN.add(
        new OpenPluginWork.Item(
            "IN_THE_TEST", new GlobalId("Restriction", restriction), TypeId.of("ponds.quiet")));

    var refused = does("pluginUninstall", which(id, 0, "reason", "Done."));

    assertThat(codes(refused, "pluginUninstall")).containsExactly("PLUGIN_IN_USE");
    refused
        .path("pluginUninstall.refusals[0].work[0].about")
        .entity(String.class)
        .isEqualTo(GlobalId.of("Restriction", restriction));
    OPEN.clear();
    done("pluginUninstall", which(id, 0, "reason", "Done."));
  }

  @Test
  @DisplayName("a jar in the folder is staged and no more; an administrator takes it into use")
  void stagesWhatLiesInTheFolder() {
    var read =
        PluginArchive.read(plugin("lakes", "1.0.0", "first").writeTo(folder), ArchiveLimits.USUAL);
    var archive = ((PluginArchive.Read.Good) read).archive();
    assertThat(deciding.stage(archive, PluginRoute.FOLDER, Instant.now())).isEmpty();
    plugins.takeUp();
    PluginView staged =
        plugins.all().stream().filter(p -> p.pluginId().equals("lakes")).findFirst().orElseThrow();
    assertThat(staged.state()).isEqualTo(PluginState.STAGED);
    assertThat(staged.route()).isEqualTo(PluginRoute.FOLDER);
    assertThat(rule("lakes")).isEqualTo("none");

    String id = GlobalId.of("Plugin", staged.installation().id());
    done("pluginEnable", which(id, 0));
    assertThat(rule("lakes")).isEqualTo("first");

    var newer =
        PluginArchive.read(plugin("lakes", "1.1.0", "second").writeTo(folder), ArchiveLimits.USUAL);
    deciding.stage(((PluginArchive.Read.Good) newer).archive(), PluginRoute.FOLDER, Instant.now());
    assertThat(rule("lakes")).isEqualTo("first");
    done("pluginUpgrade", which(id, 2));
    assertThat(rule("lakes")).isEqualTo("second");
    done("pluginUninstall", which(id, 3, "reason", "Done."));
  }

  @Test
  @DisplayName("two nodes on one database: installed through one it is in use on the other")
  void theOtherNodeTakesItUp() throws SQLException {
    try (PluginHost other = anotherNode()) {
      String id = installed(plugin("woods", "1.0.0", "first"));
      done("pluginEnable", which(id, 0));
      assertThat(other.takeUp()).isTrue();
      assertThat(rule(other.restrictionTypes(), "woods")).isEqualTo("first");
      assertThat(other.takeUp()).isFalse();

      // One node ends in the middle of an upgrade: nothing of it was committed.
      UUID row = GlobalId.uuid("Plugin", id).orElseThrow();
      try (Connection dying =
          DriverManager.getConnection(SharedPostgres.get().getJdbcUrl("postgres", "postgres"))) {
        dying.setAutoCommit(false);
        try (var statement =
            dying.prepareStatement(
                "update pluginhost.plugin set version = version + 1, state = 'DISABLED' where id = ?")) {
          statement.setObject(1, row);
          assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        assertThat(other.takeUp()).isFalse();
        assertThat(rule(other.restrictionTypes(), "woods")).isEqualTo("first");
        dying.abort(Runnable::run);
      }
      assertThat(other.takeUp()).isFalse();
      assertThat(rule(other.restrictionTypes(), "woods")).isEqualTo("first");
      assertThat(rule("woods")).isEqualTo("first");

      // It committed and ended before it took anything up itself: the others do.
      done("pluginUpgrade", which(id, 1, "file", upload(plugin("woods", "1.1.0", "second"))));
      assertThat(rule(other.restrictionTypes(), "woods")).isEqualTo("first");
      assertThat(other.takeUp()).isTrue();
      assertThat(rule(other.restrictionTypes(), "woods")).isEqualTo("second");

      reports.report(plugins.all(), Instant.now());
      new NodeReports(sql).report(other.all(), Instant.now());
      assertThat(plugins.onNodes(List.of("woods")).get("woods"))
          .hasSize(2)
          .allSatisfy(node -> assertThat(node.version()).isEqualTo("1.1.0"))
          .allSatisfy(node -> assertThat(node.state()).isEqualTo(PluginState.ACTIVE));
      done("pluginUninstall", which(id, 2, "reason", "Done."));
    }
  }

  private PluginHost anotherNode() {
    var host =
        new PluginHost(
            TryOutPlugins.settings(folder),
            ArchiveLimits.USUAL,
            trusted,
            plugin -> Map.of(),
            (id, version, digest, now) -> now,
            stored,
            changed -> {},
            ids -> Map.of(),
            new TestClock(Instant.now()));
    host.load();
    return host;
  }

  @Test
  @DisplayName("another signer goes on only after a recorded handover; revoked, the plugin is out")
  void anotherSignerTakesOverAndIsRevoked() {
    jdbc.sql("delete from pluginhost.signing_key").update();
    try {
      String id = installed(plugin("gates", "1.0.0", "first"));
      done(
          "pluginEnable", which(id, stored.named("gates").orElseThrow().installation().revision()));
      PluginJar theirs =
          plugin("gates", "1.1.0", "second").signedBy(PluginJar.Signer.SOMEBODY_ELSE);

      trusted(PluginJar.Signer.SOMEBODY_ELSE, Map.of());
      assertThat(codes(upgrade(id, theirs), "pluginUpgrade"))
          .containsExactly("PLUGIN_SIGNER_CHANGED");

      jdbc.sql("delete from pluginhost.signing_key").update();
      String before = trusted(PluginJar.Signer.SERVICE_AREA, Map.of());
      String after = trusted(PluginJar.Signer.SOMEBODY_ELSE, Map.of("takesOverFrom", before));
      assertThat(codes(upgrade(id, theirs), "pluginUpgrade")).isEmpty();
      assertThat(rule("gates")).isEqualTo("second");

      ask(
          PAT,
          "mutation($input: SigningKeyRevokeInput!) { signingKeyRevoke(input: $input) { refusals { code } } }",
          Map.of("key", after, "reason", "The key was copied."));
      PluginView out = view("gates");
      assertThat(out.state()).isEqualTo(PluginState.DISABLED);
      assertThat(out.installation().disabledBecause()).isEqualTo("SIGNER_REVOKED");
      assertThat(rule("gates")).isEqualTo("none");
      assertThat(
              codes(does("pluginEnable", which(id, out.installation().revision())), "pluginEnable"))
          .containsExactly("PLUGIN_JAR_REFUSED");
      done("pluginUninstall", which(id, out.installation().revision(), "reason", "Done."));
    } finally {
      jdbc.sql("delete from pluginhost.signing_key").update();
    }
  }

  private GraphQlTester.Response upgrade(String id, PluginJar jar) {
    int revision = stored.named("gates").orElseThrow().installation().revision();
    return does("pluginUpgrade", which(id, revision, "file", upload(jar)));
  }

  private String trusted(PluginJar.Signer signer, Map<String, Object> more) {
    return trusted("gates", signer, more);
  }

  private String trusted(String prefix, PluginJar.Signer signer, Map<String, Object> more) {
    Map<String, Object> input = SigningKeyTests.trusting(signer, prefix);
    input.putAll(more);
    var answer = ask(PAT, SigningKeyTests.TRUST, input);
    assertThat(codes(answer, "signingKeyTrust")).isEmpty();
    return answer.path("signingKeyTrust.signingKey.id").entity(String.class).get();
  }

  private PluginView view(String pluginId) {
    return plugins.all().stream()
        .filter(plugin -> plugin.pluginId().equals(pluginId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("a node that looks into its folder stages what lies there, and enables nothing")
  void theSweepOnlyStages() throws IOException {
    Path jar = plugin("hollows", "1.0.0", "first").writeTo(Path.of(pluginFolder));
    try {
      sweep.sweep(Instant.now());
      plugins.takeUp();
      assertThat(view("hollows").state()).isEqualTo(PluginState.STAGED);
      assertThat(view("hollows").route()).isEqualTo(PluginRoute.FOLDER);
      assertThat(view("hollows").installation().installedBy()).isEqualTo(ActorId.SYSTEM);
      sweep.sweep(Instant.now().plusSeconds(10));
      assertThat(view("hollows").installation().revision()).as("looked at once").isZero();
      assertThat(rule("hollows")).isEqualTo("none");
    } finally {
      java.nio.file.Files.delete(jar);
    }
  }

  @Test
  @DisplayName("P9.1: a jar that the command line names is staged when the server starts")
  void theCommandLineOnlyStages() {
    Path jar = plugin("moors", "1.0.0", "first").writeTo(folder);
    new PluginSweep(
            host,
            reports,
            deciding,
            TryOutPlugins.twoPersons(folder, jar),
            Clock.systemUTC(),
            false)
        .takeFromCommandLine();
    plugins.takeUp();
    assertThat(view("moors").state()).isEqualTo(PluginState.STAGED);
    assertThat(view("moors").route()).isEqualTo(PluginRoute.COMMAND_LINE);
    assertThat(rule("moors")).isEqualTo("none");
  }

  @Test
  @DisplayName("P9.1: a certificate for `heath` signs for `heath-north` too, and for no `heather`")
  void aCertificateSignsForItsIdsOnly() {
    jdbc.sql("delete from pluginhost.signing_key").update();
    try {
      trusted("heath", PluginJar.Signer.SOMEBODY_ELSE, Map.of());
      installed(plugin("heath-north", "1.0.0", "first").signedBy(PluginJar.Signer.SOMEBODY_ELSE));
      does(
              "pluginInstall",
              Map.of(
                  "file",
                  upload(
                      plugin("heather", "1.0.0", "first")
                          .signedBy(PluginJar.Signer.SOMEBODY_ELSE))))
          .path("pluginInstall.refusals[0].problems[*].code")
          .entityList(String.class)
          .containsExactly("SIGNER_FOR_OTHER_PLUGINS");
    } finally {
      jdbc.sql("delete from pluginhost.signing_key").update();
    }
  }

  @Test
  @DisplayName("with two-person approval somebody else takes a plugin into use than who brought it")
  void twoPersonsApprove() {
    var plugin =
        new PluginInstallation(
            Ids.next(),
            0,
            PluginDecision.STAGED,
            PluginRoute.UPLOAD,
            PAT.call(() -> currentActor.get().id()),
            null,
            null,
            null);
    assertThat(againstEnabling(plugin, PAT, true)).containsExactly("PLUGIN_NEEDS_SECOND_PERSON");
    assertThat(againstEnabling(plugin, OTHER, true)).isEmpty();
    assertThat(againstEnabling(plugin, PAT, false)).isEmpty();
  }

  private List<String> againstEnabling(PluginInstallation plugin, As who, boolean twoPersons) {
    return who.call(
        () ->
            PluginAct.ENABLE.refusals(plugin, false, currentActor.get(), twoPersons).stream()
                .map(Refusal::code)
                .toList());
  }

  @Test
  @DisplayName("P9.1: with the setting on, whoever brought it is refused, and told why beforehand")
  void theSettingAsksForASecondPerson() {
    var strict =
        new DecidingOnPlugins(
            stored,
            keys,
            configurations,
            host,
            files,
            openWork,
            impacts,
            auditTrail,
            TryOutPlugins.twoPersons(folder));
    String id = installed(plugin("rivers", "1.0.0", "first"));
    UUID row = GlobalId.uuid("Plugin", id).orElseThrow();
    var which = new ManagingPlugins.Which(row, 0);

    assertThat(PAT.call(() -> enabled(strict, which)).refusals())
        .extracting(Refusal::code)
        .containsExactly("PLUGIN_NEEDS_SECOND_PERSON");
    assertThat(PAT.call(() -> strict.actions(row, currentActor.get())))
        .filteredOn(action -> action.mutation().equals("pluginEnable"))
        .allSatisfy(action -> assertThat(action.allowed()).isFalse());
    assertThat(OTHER.call(() -> enabled(strict, which)).refusals()).isEmpty();
    plugins.takeUp();
    assertThat(rule("rivers")).isEqualTo("first");
    done("pluginUninstall", which(id, 1, "reason", "Done."));
  }

  private Outcome<UUID> enabled(DecidingOnPlugins strict, ManagingPlugins.Which which) {
    return Objects.requireNonNull(
        transactions.execute(t -> strict.enable(which, currentActor.get(), Instant.now())));
  }

  /** What each act asks for at least; the head of customer services may take out of use too. */
  private static final Map<String, Map<String, Object>> ACTS =
      Map.ofEntries(
          Map.entry("pluginInstall", Map.of("file", "x")),
          Map.entry("pluginEnable", Map.of("plugin", "x")),
          Map.entry("pluginDisable", Map.of("plugin", "x", "reason", "x")),
          Map.entry("pluginUpgrade", Map.of("plugin", "x")),
          Map.entry("pluginRollback", Map.of("plugin", "x", "reason", "x")),
          Map.entry("pluginUninstall", Map.of("plugin", "x", "reason", "x")),
          Map.entry("pluginConfigure", Map.of("plugin", "x", "settings", List.of())),
          Map.entry("pluginSecretSet", Map.of("plugin", "x", "key", "x")),
          Map.entry("pluginConfigurationTest", Map.of("plugin", "x")),
          Map.entry(
              "signingKeyTrust",
              Map.of("certificate", "x", "thumbprint", "x", "idPrefixes", List.of())),
          Map.entry("signingKeyRevoke", Map.of("key", "x", "reason", "x")));

  private static final Set<String> ALSO_FOR_THE_HEAD = Set.of("pluginDisable", "signingKeyRevoke");

  static Stream<As> everyRole() {
    return As.everyRole();
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("T20: each act is a plugin administrator's, and forbidden from every other seat")
  void nobodyElseDecides(As caller) {
    Set<String> roles =
        caller.authentication().getPrincipal() instanceof Jwt token
            ? Set.copyOf(token.getClaimAsStringList("roles"))
            : Set.of();
    ACTS.forEach(
        (act, input) -> {
          boolean may =
              roles.contains("PLUGIN_ADMINISTRATOR")
                  || (roles.contains("HEAD_OF_CUSTOMER_SERVICES")
                      && ALSO_FOR_THE_HEAD.contains(act));
          String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input";
          ask(
                  caller,
                  "mutation($input: %s!) { %s(input: $input) { refusals { code } } }"
                      .formatted(type, act),
                  input)
              .errors()
              .satisfy(
                  errors ->
                      assertThat(errors)
                          .as(act)
                          .extracting(e -> e.getExtensions().get("code"))
                          .containsExactly(may ? new Object[0] : new Object[] {"FORBIDDEN"}));
        });
  }
}
