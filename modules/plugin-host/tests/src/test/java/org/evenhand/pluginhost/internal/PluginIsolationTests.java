package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.evenhand.pluginhost.internal.TryOutPlugins.codes;
import static org.evenhand.pluginhost.internal.TryOutPlugins.compiling;
import static org.evenhand.pluginhost.internal.TryOutPlugins.good;
import static org.evenhand.pluginhost.internal.TryOutPlugins.impatient;
import static org.evenhand.pluginhost.internal.TryOutPlugins.loaded;
import static org.evenhand.pluginhost.internal.TryOutPlugins.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Settings;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plugin sees the SPI and a part of the JDK; whatever it does in a call ends with the call, and
 * the core answers on.
 */
class PluginIsolationTests {

  @TempDir Path folder;

  /** The plugin asks for a class by name and says in its letter whether it got it. */
  private static String asksFor(String className) {
    return """
    try {
      throw new IllegalStateException(Class.forName("%s").getName());
    } catch (ClassNotFoundException hidden) {
      return List.of();
    }
    """
        .formatted(className);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.context.ApplicationContext",
        "org.postgresql.Driver",
        "org.jooq.DSLContext",
        "org.evenhand.foundation.Acts",
        "org.evenhand.pluginhost.PluginExtensions",
        "org.pf4j.PluginManager",
        "tools.jackson.databind.json.JsonMapper",
        "java.sql.DriverManager",
        "java.net.http.HttpClient",
        "java.lang.instrument.Instrumentation",
        "java.awt.Desktop",
        "sun.misc.Unsafe",
        "jdk.internal.misc.Unsafe"
      })
  void seesNothingOfTheApplicationNorAllOfTheJdk(String className) {
    compiling(asksFor(className), "").manifest("Plugin-Uses", "reflection").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(type(host).compile(Settings.empty())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.regex.Pattern",
        "javax.xml.parsers.DocumentBuilderFactory",
        "org.evenhand.spi.Rule",
        "org.pf4j.ExtensionPoint",
        "parks.NoDrones"
      })
  void seesTheSpiItselfAndWhatItNeedsToCompute(String className) {
    compiling(asksFor(className), "").manifest("Plugin-Uses", "reflection").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThatThrownBy(() -> type(host).compile(Settings.empty()))
          .isInstanceOf(PluginUnavailableException.class);
    }
  }

  @Test
  @DisplayName("who says that they use the network see the JDK's client, and may call it")
  void whoUsesTheNetworkSeesItsClient() {
    String asksTheClient =
        """
        try (var client = java.net.http.HttpClient.newHttpClient()) {
          return client.version() == null ? null : List.of();
        }
        """;
    compiling(asksTheClient, "").manifest("Plugin-Uses", "network").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(type(host).compile(Settings.empty())).isEmpty();
    }
  }

  @Test
  void classesThatAPluginWasCompiledAgainstInSecretAreMissingAtTheCall() {
    compiling(
            "return List.of(java.sql.DriverManager.getLoginTimeout()).isEmpty() ? null : null;", "")
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThatThrownBy(() -> type(host).compile(Settings.empty()))
          .isInstanceOf(PluginUnavailableException.class);
      assertThat(host.all().getFirst().reasons().getFirst().parameters())
          .containsEntry("thrown", "java.lang.NoClassDefFoundError");
    }
  }

  @Test
  void seesItsOwnResourcesAndNobodyElses() {
    good()
        .source(
            "parks.Reads",
            TryOutPlugins.type(
                "Reads",
                "parks.reads",
                """
                var loader = Thread.currentThread().getContextClassLoader();
                boolean own = Reads.class.getResource("/parks/words.txt") != null
                    && loader.getResourceAsStream("parks/words.txt") != null;
                boolean others = loader.getResource("messages/plugin-host.properties") != null
                    || loader.getResourceAsStream("application.properties") != null;
                if (!own || others) {
                  throw new IllegalStateException();
                }
                return List.of();
                """,
                ""))
        .entry("parks/words.txt", new byte[] {65})
        .manifest("Plugin-Uses", "reflection")
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(host.restrictionTypes().get(1).type().compile(Settings.empty())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"Mr Example, 1 High Street\");",
        "throw new AssertionError();",
        "return compile(settings);",
        "throw new OutOfMemoryError();",
        "return null;",
        "return java.util.Collections.singletonList(null);",
        "Rule rule = new Rule(\"a\", Condition.always(), Effect.advise(), Words.none(),"
            + " Citation.policy(\"9\"), RuleSource.POLICY); return List.of(rule, rule);",
        "return List.of(new Rule(\"a\", Condition.always(), Effect.advise(),"
            + " Words.say(\"x\".repeat(10001)), Citation.policy(\"9\"), RuleSource.POLICY));"
      })
  void whateverIsThrownOrReturnedEndsWithTheCall(String body) {
    compiling(body, "").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThatThrownBy(() -> type(host).compile(Settings.empty()))
          .isInstanceOf(PluginUnavailableException.class)
          .hasMessage("parks: PLUGIN_FAILED");
      var plugin = host.all().getFirst();
      assertThat(plugin.state()).isEqualTo(PluginState.DEGRADED);
      assertThat(plugin.reasons().toString()).doesNotContain("High Street");
      assertThat(plugin.calls().failed()).isEqualTo(1);
      assertThat(plugin.calls().lastFailureAt()).isEqualTo(TryOutPlugins.NOW);
      assertThat(type(host).letter(Settings.empty()).what().silent()).isFalse();
    }
  }

  @Test
  void aHangingPluginCostsTheLimitAndThenIsSwitchedOff() {
    compiling("while (true) { Thread.onSpinWait(); if (settings == null) return null; }", "")
        .writeTo(folder);

    try (var host = loaded(impatient(folder, "parks"))) {
      RestrictionType hanging = type(host);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> hanging.compile(Settings.empty()))
            .hasMessage("parks: PLUGIN_TIMED_OUT");
      }

      var plugin = host.all().getFirst();
      assertThat(plugin.state()).isEqualTo(PluginState.SWITCHED_OFF);
      assertThat(plugin.calls().timedOut()).isEqualTo(3);
      assertThat(host.restrictionTypes()).isEmpty();
      assertThatThrownBy(() -> hanging.letter(Settings.empty()))
          .isInstanceOfSatisfying(
              PluginUnavailableException.class,
              e -> {
                assertThat(e.code()).isEqualTo("PLUGIN_SWITCHED_OFF");
                assertThat(e.refusal()).extracting(Refusal::code).isEqualTo("PLUGIN_SWITCHED_OFF");
                assertThat(e.refusal().parameters()).containsEntry("plugin", "parks");
              });
      assertThat(hanging.id().value()).isEqualTo("parks.no-drones");
    }
  }

  @Test
  void aListThatCountsForEverCountsOnThePluginsOwnTime() {
    compiling(
            """
            return new java.util.AbstractList<Rule>() {
              public Rule get(int index) { while (true) { Thread.onSpinWait(); } }
              public int size() { return 1; }
            };
            """,
            "")
        .writeTo(folder);

    try (var host = loaded(impatient(folder, "parks"))) {
      assertThatThrownBy(() -> type(host).compile(Settings.empty()))
          .hasMessage("parks: PLUGIN_TIMED_OUT");
    }
  }

  @Test
  void aPluginRecoversAfterAQuietWindow() {
    compiling("throw new IllegalStateException();", "").writeTo(folder);
    var clock = new TestClock(TryOutPlugins.NOW);

    try (var host = loaded(settings(folder, "parks"), ArchiveLimits.USUAL, clock)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> type(host).compile(Settings.empty()))
            .isInstanceOf(PluginUnavailableException.class);
      }
      assertThat(host.all().getFirst().state()).isEqualTo(PluginState.DEGRADED);

      clock.advance(Duration.ofMinutes(11));
      type(host).letter(Settings.empty());

      assertThat(host.all().getFirst().state()).isEqualTo(PluginState.ACTIVE);
      assertThat(host.all().getFirst().reasons()).isEmpty();
    }
  }

  @Test
  void aHangingPluginHoldsUpNoOtherOne() {
    compiling("while (true) { Thread.onSpinWait(); if (settings == null) return null; }", "")
        .writeTo(folder);
    TryOutPlugins.named("library")
        .source("parks.NoDrones", TryOutPlugins.type("library.quiet", "", ""))
        .writeTo(folder);

    try (var host = loaded(impatient(folder, "library", "parks"))) {
      var types = host.restrictionTypes();
      assertThatThrownBy(() -> types.get(1).type().compile(Settings.empty()))
          .hasMessage("parks: PLUGIN_TIMED_OUT");
      assertThat(types.get(0).type().compile(Settings.empty())).hasSize(1);
    }
  }

  @Test
  @DisplayName("P9.1: so many calls at a time, and one more is told at once that it is busy")
  void callsAreBoundedInNumber() throws Exception {
    compiling(
            "try { Thread.sleep(60_000); } catch (InterruptedException over) { } return List.of();",
            "")
        .writeTo(folder);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var host = loaded(settings(folder, "parks"));
      try (host) {
        RestrictionType slow = type(host);
        for (int i = 0; i < 4; i++) {
          callers.submit(() -> slow.compile(Settings.empty()));
        }
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(
                () ->
                    assertThatThrownBy(() -> slow.letter(Settings.empty()))
                        .hasMessage("parks: PLUGIN_BUSY"));
        assertThat(host.all().getFirst().state())
            .as("busy is no fault")
            .isEqualTo(PluginState.ACTIVE);
      }
    }
  }

  @Test
  void seesNothingOfAnotherPlugin() {
    compiling(asksFor("lib.Only"), "").manifest("Plugin-Uses", "reflection").writeTo(folder);
    TryOutPlugins.named("library")
        .source("parks.NoDrones", TryOutPlugins.type("library.quiet", "", ""))
        .source("lib.Only", "package lib; public class Only {}")
        .writeTo(folder);

    try (var host = loaded(settings(folder, "library", "parks"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(host.restrictionTypes().get(1).type().compile(Settings.empty())).isEmpty();
    }
  }

  @Test
  void whatAPluginSaysAboutItselfIsReadOnceAndStays() {
    compiling("", "int asked; public int settingsVersion() { return ++asked; }")
        .source(
            "parks.NoDrones",
            TryOutPlugins.type("parks.no-drones", "", "")
                .replace(
                    "public int settingsVersion() { return 1; }",
                    "int asked; public int settingsVersion() { return ++asked; }"))
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(type(host).settingsVersion()).isEqualTo(1);
      assertThat(type(host).settingsVersion()).isEqualTo(1);
    }
  }

  private static RestrictionType type(PluginHost host) {
    return host.restrictionTypes().getFirst().type();
  }
}
