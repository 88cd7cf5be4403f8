package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.foundation.GlobalId;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.ResponseEntry;
import org.evenhandtest.As;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a plugin needs to know is described by it, and given to it while the servers run (P4.2). */
@ExtendWith(OutputCaptureExtension.class)
class ConfiguringPluginsTests extends ManagingPluginsModuleTest {

  private static final String CONFIGURED =
      """
      plugin { revision state reasons { code parameters { name value } }
        configuration { version
          form { __typename key required label { value } ... on TextSetting { maxLength } }
          settings { key value { ... on TextValue { text } ... on NumberValue { number } } }
          secrets { key setAt setBy }
          problems { code }
          history { version setBy settings { key } } } }
      refusals { code path ... on SettingsRefusal { problems { keyPath code } } }
      """;

  private static final IdempotencyKey KEY = new IdempotencyKey("crm-1");
  private static final ResponseEntry ENTRY =
      new ResponseEntry("C-1", TryOutPlugins.NOW, Channel.LETTER, "warning", "N-1", Set.of(), null);

  @Autowired StoredConfiguration configurations;
  @Autowired StoredPlugins stored;
  @Autowired TrustedSigners trusted;
  @Autowired JdbcClient jdbc;

  @TempDir Path folder;

  /** What was configured stays when a plugin is removed, so each test has one of its own. */
  private static final AtomicInteger COUNT = new AtomicInteger();

  private String id = "";
  private String name = "";

  @BeforeEach
  void isInUse() {
    name = "ledger-" + COUNT.incrementAndGet();
    id =
        installed(
            PluginJar.plugin(name, "1.0.0")
                .manifest("Plugin-Requires", "^1.0.0")
                .source("ledger.Ledger", LEDGER.replace("ledger.queue", name + ".queue")));
    done("pluginEnable", which(id, revision()));
  }

  @AfterEach
  void isRemoved() {
    done("pluginUninstall", which(id, revision(), "reason", "Done."));
    assertThat(jdbc.sql("select count(*) from pluginhost.secret").query(int.class).single())
        .as("a plugin that is gone leaves no secret behind")
        .isZero();
  }

  private int revision() {
    return stored
        .find(GlobalId.uuid("Plugin", id).orElseThrow())
        .orElseThrow()
        .installation()
        .revision();
  }

  private GraphQlTester.Response configure(Object... keysAndValues) {
    return asked("pluginConfigure", Map.of("settings", settings(keysAndValues)), CONFIGURED);
  }

  private GraphQlTester.Response setSecret(Map<String, Object> input) {
    return asked("pluginSecretSet", input, CONFIGURED);
  }

  private GraphQlTester.Response tried(Map<String, Object> input) {
    return asked(
        "pluginConfigurationTest",
        input,
        "found { extension { id } passed message { value } } refusals { code }");
  }

  private GraphQlTester.Response asked(String act, Map<String, Object> more, String fields) {
    var input = which(id, revision());
    input.putAll(more);
    String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input";
    return ask(
        PAT,
        "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, act, fields),
        input);
  }

  private static List<Map<String, Object>> settings(Object... keysAndValues) {
    var all = new java.util.ArrayList<Map<String, Object>>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.add(Map.of("key", keysAndValues[i], "value", keysAndValues[i + 1]));
    }
    return all;
  }

  private String said(List<InstalledRecordSystem> systems) {
    return ((Handover.Accepted) systems.getFirst().record(ENTRY, KEY)).reference();
  }

  @Test
  @DisplayName(
      "described by the plugin, checked by key, kept with those before, at once everywhere")
  void isConfiguredWhileTheServersRun() {
    PluginView unconfigured = plugins.find(GlobalId.uuid("Plugin", id).orElseThrow()).orElseThrow();
    assertThat(unconfigured.reasons())
        .extracting(r -> r.code() + " " + r.parameters().get("key"))
        .containsExactly("CONFIGURATION_MISSING queue");

    var refused =
        configure(
            "queue",
            Map.of("text", "x".repeat(51)),
            "most",
            Map.of("flag", true),
            "surprise",
            Map.of("text", "x"));
    assertThat(codes(refused, "pluginConfigure")).containsExactly("SETTINGS_DO_NOT_FIT");
    refused
        .path("pluginConfigure.refusals[0].problems[*]")
        .entityList(Map.class)
        .containsExactly(
            Map.of("keyPath", "queue", "code", "too-long"),
            Map.of("keyPath", "most", "code", "wrong-kind"),
            Map.of("keyPath", "surprise", "code", "unknown-key"));

    try (PluginHost other = anotherNode()) {
      var first = configure("queue", Map.of("text", "letters"));
      first.path("pluginConfigure.plugin.state").entity(String.class).isEqualTo("ACTIVE");
      first.path("pluginConfigure.plugin.configuration.version").entity(int.class).isEqualTo(1);
      first
          .path("pluginConfigure.plugin.configuration.form[*].__typename")
          .entityList(String.class)
          .containsExactly("TextSetting", "NumberSetting", "SecretSetting");
      first
          .path("pluginConfigure.plugin.configuration.settings[*].value")
          .entityList(Map.class)
          .containsExactly(Map.of("number", "7"), Map.of("text", "letters"));
      assertThat(said(extensions.recordSystems())).isEqualTo("letters 7 without");
      assertThat(said(List.copyOf(other.recordSystems())))
          .as("the other node, before it looked what was decided")
          .isEqualTo("letters 7 without");

      var second = configure("queue", Map.of("text", "emails"), "most", Map.of("number", "9"));
      assertThat(said(List.copyOf(other.recordSystems()))).isEqualTo("emails 9 without");
      second
          .path("pluginConfigure.plugin.configuration.history[*].version")
          .entityList(Integer.class)
          .containsExactly(2, 1);
      second
          .path("pluginConfigure.plugin.configuration.history[0].setBy")
          .entity(String.class)
          .isEqualTo("plugins-1");
    }
  }

  private PluginHost anotherNode() {
    var host =
        new PluginHost(
            TryOutPlugins.settings(folder),
            ArchiveLimits.USUAL,
            trusted,
            configurations,
            (plugin, version, digest, now) -> now,
            stored,
            changed -> {},
            ids -> Map.of(),
            new TestClock(Instant.now()));
    host.load();
    return host;
  }

  @Test
  @DisplayName("a secret reaches the plugin and nobody else: it is sealed, and never told again")
  void keepsSecrets(CapturedOutput output) {
    configure("queue", Map.of("text", "letters"));
    Map<String, Object> first =
        Map.of("key", "token", "secret", "hunter-two", "idempotencyKey", "s1");
    var set = setSecret(first);
    assertThat(codes(set, "pluginSecretSet")).isEmpty();
    set.path("pluginSecretSet.plugin.configuration.secrets[0].setBy")
        .entity(String.class)
        .isEqualTo("plugins-1");
    set.path("pluginSecretSet.plugin.configuration")
        .entity(Map.class)
        .satisfies(all -> assertThat(all.toString()).doesNotContain("hunter"));
    assertThat(said(extensions.recordSystems())).isEqualTo("letters 7 with 10");

    assertThat(
            codes(
                setSecret(Map.of("key", "token", "secret", "other", "idempotencyKey", "s1")),
                "pluginSecretSet"))
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
    setSecret(Map.of("key", "token", "secret", "hunter-three"));
    assertThat(said(extensions.recordSystems())).isEqualTo("letters 7 with 12");

    assertThat(
            jdbc.sql(
                    """
                    select coalesce(string_agg(encode(sealed, 'escape'), ''), '') from pluginhost.secret
                    """)
                .query(String.class)
                .single())
        .isNotEmpty()
        .doesNotContain("hunter");
    assertThat(output.getAll()).doesNotContain("hunter");

    assertThat(codes(setSecret(Map.of("key", "queue", "secret", "x")), "pluginSecretSet"))
        .containsExactly("PLUGIN_SECRET_UNKNOWN");
    setSecret(Map.of("key", "token"));
    assertThat(said(extensions.recordSystems())).isEqualTo("letters 7 without");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from foundation.audit_entry
                     where act = 'pluginSecretSet' and object_id = ?
                    """)
                .param(GlobalId.uuid("Plugin", id).orElseThrow())
                .query(int.class)
                .single())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  @DisplayName("the plugin itself says whether a configuration would work, before it is kept")
  void triesAConfiguration() {
    assertThat(
            tried(Map.of())
                .path("pluginConfigurationTest.found[0].passed")
                .entity(boolean.class)
                .get())
        .as("without a configuration")
        .isFalse();
    var wrong = tried(Map.of("settings", settings("queue", Map.of("text", "nowhere"))));
    wrong.path("pluginConfigurationTest.found[0].passed").entity(boolean.class).isEqualTo(false);
    wrong
        .path("pluginConfigurationTest.found[0].message.value")
        .entity(String.class)
        .isEqualTo("There is no such queue.");
    wrong
        .path("pluginConfigurationTest.found[0].extension.id")
        .entity(String.class)
        .isEqualTo(name + ".queue");
    tried(Map.of("settings", settings("queue", Map.of("text", "letters"))))
        .path("pluginConfigurationTest.found[0].passed")
        .entity(boolean.class)
        .isEqualTo(true);
    tried(Map.of("settings", settings("queue", Map.of("text", "fails"))))
        .path("pluginConfigurationTest.found[0].message.value")
        .entity(String.class)
        .satisfies(
            m ->
                assertThat(m)
                    .startsWith("The plugin " + name + " failed")
                    .doesNotContain("Street"));
    assertThat(
            codes(
                tried(Map.of("settings", settings("most", Map.of("number", "8")))),
                "pluginConfigurationTest"))
        .containsExactly("SETTINGS_DO_NOT_FIT");
    assertThatThrownBy(() -> said(extensions.recordSystems()))
        .hasMessage(name + ": PLUGIN_NOT_CONFIGURED");
  }

  @Test
  @DisplayName("only an administrator, only a plugin that is in use and asks for something")
  void whoAndWhen() {
    ask(
            As.headOfCustomerServices(),
            "mutation($input: PluginConfigureInput!) { pluginConfigure(input: $input) { refusals { code } } }",
            Map.of("plugin", id, "settings", List.of()))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
    done("pluginDisable", which(id, revision(), "reason", "For now."));
    assertThat(codes(configure("queue", Map.of("text", "letters")), "pluginConfigure"))
        .containsExactly("PLUGIN_STATE_DIFFERS");
  }

  private static final String LEDGER =
      """
      package ledger;

      import java.math.BigDecimal;
      import java.util.List;
      import java.util.Optional;
      import org.evenhand.spi.*;

      @org.pf4j.Extension
      public class Ledger implements RecordSystem {
        public TypeId id() { return TypeId.of("ledger.queue"); }
        public Texts name() { return Texts.en("A queue"); }
        public List<SettingDescriptor> configuration() {
          return List.of(
              new SettingDescriptor.TextSetting(Field.required("queue", Texts.en("Queue")), 50),
              new SettingDescriptor.NumberSetting(
                  Field.of("most", Texts.en("Most"))
                      .defaultValue(new SettingValue.NumberValue(BigDecimal.valueOf(7))),
                  null, null, true),
              new SettingDescriptor.SecretSetting(Field.of("token", Texts.en("Token"))));
        }
        public Probe probe(PluginContext context) {
          return switch (context.configuration().text("queue")) {
            case "letters" -> new Probe(true, Texts.en("The queue answers."));
            case "fails" -> throw new IllegalStateException("Mr Example, 1 High Street");
            default -> new Probe(false, Texts.en("There is no such queue."));
          };
        }
        public Handover record(PluginContext context, ResponseEntry entry, IdempotencyKey key) {
          String token =
              context.secret("token").map(secret -> "with " + secret.length()).orElse("without");
          return new Handover.Accepted(
              context.configuration().text("queue") + " " + context.configuration().integer("most")
                  + " " + token,
              context.clock().instant());
        }
        public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
          return Optional.empty();
        }
      }
      """;
}
