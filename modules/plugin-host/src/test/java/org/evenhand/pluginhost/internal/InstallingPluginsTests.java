package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Refusal;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plugins come, change and go while the servers run (P9.1). */
class InstallingPluginsTests extends ManagingPluginsModuleTest {

  @Autowired StoredPlugins stored;
  @Autowired DecidingOnPlugins deciding;
  @Autowired NodeReports reports;
  @Autowired PluginSweep sweep;

  @Value("${evenhand.plugins.folder}")
  String pluginFolder;

  @Autowired TrustedSigners trusted;
  @Autowired JdbcClient jdbc;
  @Autowired org.jooq.DSLContext sql;

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
    Map<String, Object> input = SigningKeyTests.trusting(signer, "gates");
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
    As other = As.person("plugins-2", "Pat Two", "PLUGIN_ADMINISTRATOR");
    assertThat(againstEnabling(plugin, PAT, true)).containsExactly("PLUGIN_NEEDS_SECOND_PERSON");
    assertThat(againstEnabling(plugin, other, true)).isEmpty();
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
  void nobodyElseDecides() {
    ask(
            As.headOfService("housing"),
            "mutation($input: PluginInstallInput!) { pluginInstall(input: $input) { refusals { code } } }",
            Map.of("file", "x"))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
