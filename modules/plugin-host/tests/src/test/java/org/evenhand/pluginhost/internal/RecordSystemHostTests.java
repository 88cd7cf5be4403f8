package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhand.pluginhost.internal.TryOutPlugins.codes;
import static org.evenhand.pluginhost.internal.TryOutPlugins.impatient;
import static org.evenhand.pluginhost.internal.TryOutPlugins.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.PluginUse;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.ResponseEntry;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Record systems of plugins, behind the same fence as restriction types (P4.2). */
class RecordSystemHostTests {

  private static final IdempotencyKey KEY = new IdempotencyKey("crm-1");
  private static final ResponseEntry ENTRY =
      new ResponseEntry("C-1", TryOutPlugins.NOW, Channel.LETTER, "warning", "N-1", Set.of(), null);

  @TempDir Path folder;

  private final Map<String, String> configured = new HashMap<>(Map.of("queue", "letters"));

  @Test
  @DisplayName("a call gets clock, configuration with defaults, and the secret, and nothing else")
  void callsWithTheConfiguration() {
    configured.put("token", "s3cret");
    try (var host =
        hosting(
            """
            var at = context.clock().instant();
            String said = context.configuration().text("queue")
                + context.configuration().integer("most")
                + context.secret(context.configuration().secretName("token")).orElseThrow()
                + context.secret("queue").isPresent();
            return new Handover.Accepted(said, at);
            """,
            settings(folder, "crm"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(system(host).record(ENTRY, KEY))
          .isEqualTo(new Handover.Accepted("letters7s3cretfalse", TryOutPlugins.NOW));
      assertThat(host.all().getFirst().extensions().getFirst().extensionPoint())
          .isEqualTo("RecordSystem");
      assertThat(host.all().getFirst().uses()).containsExactly(PluginUse.NETWORK);
    }
  }

  @Test
  @DisplayName("two extensions of one plugin may share a setting, and then describe it alike")
  void aSettingIsDescribedOnce() {
    String body = "return new Handover.Accepted(\"1\", context.clock().instant());";
    String second =
        source(body).replace("class Crm ", "class Post ").replace("crm.queue", "crm.post");
    jar(body).source("crm.Post", second).writeTo(folder);
    try (var host = loaded(settings(folder, "crm"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(host.recordSystems()).hasSize(2);
    }

    jar(body).source("crm.Post", second.replace(", 50)", ", 60)")).writeTo(folder);
    try (var host = loaded(settings(folder, "crm"))) {
      assertThat(host.all())
          .singleElement()
          .satisfies(
              plugin ->
                  assertThat(plugin.reasons())
                      .containsExactly(PluginProblem.of("SETTING_DIFFERS", "key", "queue")));
      assertThat(host.recordSystems()).isEmpty();
    }
  }

  @Test
  @DisplayName("what is changed in the configuration counts from the next call on")
  void aChangeCountsAtOnce() {
    try (var host =
        hosting(
            "return new Handover.Accepted(context.configuration().text(\"queue\"),"
                + " context.clock().instant());",
            settings(folder, "crm"))) {
      configured.put("queue", "other");
      assertThat(system(host).record(ENTRY, KEY))
          .extracting(h -> ((Handover.Accepted) h).reference())
          .isEqualTo("other");
    }
  }

  @ParameterizedTest
  @CsvSource({"queue,'',CONFIGURATION_MISSING", "most,eleven,CONFIGURATION_MALFORMED"})
  @DisplayName("without a configuration that can be used it is not called, and the list says why")
  void notConfigured(String key, String value, String code) {
    configured.put(key, value);
    try (var host = hosting("throw new AssertionError();", settings(folder, "crm"))) {
      assertThatThrownBy(() -> system(host).record(ENTRY, KEY))
          .hasMessage("crm: PLUGIN_NOT_CONFIGURED");
      assertThatThrownBy(() -> system(host).find(KEY)).hasMessage("crm: PLUGIN_NOT_CONFIGURED");
      assertThat(codes(host)).containsExactly(code);
      assertThat(host.all().getFirst().reasons().getFirst().parameters()).containsEntry("key", key);
      assertThat(host.all().getFirst().state()).isEqualTo(PluginState.DEGRADED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"Mr Example, 1 High Street\");",
        "throw new OutOfMemoryError();",
        "return record(context, entry, key);",
        "return null;",
        "return new Handover.Accepted(\"x\".repeat(501), context.clock().instant());",
        "return new Handover.Rejected(\"x\", Texts.en(\"x\".repeat(1001)));"
      })
  @DisplayName("whatever is thrown or returned ends with the call")
  void endsWithTheCall(String body) {
    try (var host = hosting(body, settings(folder, "crm"))) {
      assertThatThrownBy(() -> system(host).record(ENTRY, KEY))
          .isInstanceOf(PluginUnavailableException.class)
          .hasMessage("crm: PLUGIN_FAILED");
      assertThat(host.all().getFirst().reasons().toString()).doesNotContain("High Street");
    }
  }

  @Test
  @DisplayName("one that hangs costs the limit, and then is switched off")
  void hangs() {
    try (var host =
        hosting(
            "while (true) { Thread.onSpinWait(); if (entry == null) return null; }",
            impatient(folder, "crm"))) {
      InstalledRecordSystem hanging = system(host);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> hanging.record(ENTRY, KEY)).hasMessage("crm: PLUGIN_TIMED_OUT");
      }
      assertThat(host.recordSystems()).isEmpty();
      assertThatThrownBy(() -> hanging.find(KEY)).hasMessage("crm: PLUGIN_SWITCHED_OFF");
    }
  }

  @Test
  @DisplayName("a use that nobody knows is refused before a class is loaded")
  void anUnknownUse() {
    jar("return null;").manifest("Plugin-Uses", "files, telepathy").writeTo(folder);
    try (var host = loaded(settings(folder, "crm"))) {
      assertThat(codes(host)).containsExactly("PLUGIN_USE_UNKNOWN");
      assertThat(host.all().getFirst().uses()).containsExactly(PluginUse.FILES);
    }
  }

  @Test
  @DisplayName("its id belongs to the plugin")
  void aForeignId() {
    jar("return null;").writeTo(folder);
    PluginJar.plugin("other", "1.0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source("crm.Crm", source("return null;"))
        .writeTo(folder);
    try (var host = loaded(settings(folder, "other"))) {
      assertThat(codes(host)).containsExactly("TYPE_ID_FOREIGN");
    }
  }

  private PluginHost hosting(String body, PluginHostSettings settings) {
    jar(body).writeTo(folder);
    return loaded(settings);
  }

  private PluginHost loaded(PluginHostSettings settings) {
    return TryOutPlugins.loaded(
        settings, ArchiveLimits.USUAL, id -> configured, new TestClock(TryOutPlugins.NOW));
  }

  private static InstalledRecordSystem system(PluginHost host) {
    return host.recordSystems().getFirst();
  }

  private static PluginJar jar(String body) {
    return PluginJar.plugin("crm", "1.0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .manifest("Plugin-Uses", "network")
        .source("crm.Crm", source(body));
  }

  private static String source(String body) {
    return """
    package crm;

    import java.math.BigDecimal;
    import java.util.List;
    import java.util.Optional;
    import org.evenhand.spi.*;
    import org.pf4j.Extension;

    @Extension
    public class Crm implements RecordSystem {
      public TypeId id() { return TypeId.of("crm.queue"); }
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
      public Probe probe(PluginContext context) { return new Probe(true, Texts.en("Good.")); }
      public Handover record(PluginContext context, ResponseEntry entry, IdempotencyKey key) {
        %s
      }
      public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
        return Optional.empty();
      }
    }
    """
        .formatted(body);
  }
}
