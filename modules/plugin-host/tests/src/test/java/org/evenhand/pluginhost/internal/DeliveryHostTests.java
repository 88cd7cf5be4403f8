package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhand.pluginhost.internal.TryOutPlugins.codes;
import static org.evenhand.pluginhost.internal.TryOutPlugins.impatient;
import static org.evenhand.pluginhost.internal.TryOutPlugins.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.SealedArtefact;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to partners of plugins, behind the same fence as record systems (P8.2, T22). */
class DeliveryHostTests {

  private static final IdempotencyKey KEY = new IdempotencyKey("referral-1");
  private static final SealedArtefact SEALED =
      new SealedArtefact("R-1.jwe", "application/jose", "partner", new byte[] {1, 2, 3});

  @TempDir Path folder;

  private final Map<String, String> configured = new HashMap<>(Map.of("where", "there"));

  @Test
  @DisplayName("a call gets the configuration and what is sealed, and its answer comes through")
  void sends() {
    try (var host =
        hosting(
            """
            return new Handover.Accepted(context.configuration().text("where")
                + artefact.name() + artefact.ciphertext().length, context.clock().instant());
            """,
            settings(folder, "post"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(way(host).send(SEALED, KEY))
          .isEqualTo(new Handover.Accepted("thereR-1.jwe3", TryOutPlugins.NOW));
      assertThat(way(host).find(KEY)).isEmpty();
      assertThat(way(host).probe().passed()).isTrue();
      assertThat(host.all().getFirst().extensions().getFirst().extensionPoint())
          .isEqualTo("Delivery");
    }
  }

  @Test
  @DisplayName("what is missing in the configuration is on the list, and nothing is called")
  void notConfigured() {
    configured.clear();
    try (var host = hosting("throw new AssertionError();", settings(folder, "post"))) {
      assertThatThrownBy(() -> way(host).send(SEALED, KEY))
          .hasMessage("post: PLUGIN_NOT_CONFIGURED");
      assertThat(codes(host)).containsExactly("CONFIGURATION_MISSING");
      assertThat(host.all().getFirst().state()).isEqualTo(PluginState.DEGRADED);
    }
  }

  @Test
  @DisplayName("T22: what is asked of each partner is that partner's or missing, and no other's")
  void eachPartnerItsOwn() {
    configured.put("server", "of-nobody");
    String body =
        """
        return new Handover.Accepted(context.configuration().text("where") + " "
            + context.configuration().text("server") + " "
            + context.secret("password").orElse("none"), context.clock().instant());
        """;
    try (var host = hosting(body, settings(folder, "post"), OF_EACH)) {
      assertThat(codes(host)).isEmpty();
      InstalledDelivery way = way(host);
      assertThat(way.to(Map.of("server", "a", "password", "secret-a")).send(SEALED, KEY))
          .isEqualTo(new Handover.Accepted("there a secret-a", TryOutPlugins.NOW));
      assertThat(way.to(Map.of("server", "b", "password", "secret-b")).send(SEALED, KEY))
          .isEqualTo(new Handover.Accepted("there b secret-b", TryOutPlugins.NOW));
      for (InstalledDelivery unknown :
          List.of(way, way.to(Map.of()), way.to(Map.of("password", "secret-a")))) {
        assertThatThrownBy(() -> unknown.send(SEALED, KEY))
            .hasMessage("post: PLUGIN_NOT_CONFIGURED");
      }
      assertThat(way.recipientForm().asksForSecret("password")).isTrue();
      assertThat(way.recipientForm().problems(Map.of("server", "a")))
          .extracting(PluginProblem::code)
          .containsExactly("CONFIGURATION_MISSING");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"Sam Subject\");",
        "throw new OutOfMemoryError();",
        "return null;",
        "return new Handover.Accepted(\"x\".repeat(501), context.clock().instant());",
        "return new Handover.TryLater(java.time.Duration.ZERO, Texts.en(\"x\".repeat(1001)));"
      })
  @DisplayName("whatever is thrown or returned ends with the call")
  void endsWithTheCall(String body) {
    try (var host = hosting(body, settings(folder, "post"))) {
      assertThatThrownBy(() -> way(host).send(SEALED, KEY))
          .isInstanceOf(PluginUnavailableException.class)
          .hasMessage("post: PLUGIN_FAILED");
      assertThat(host.all().getFirst().reasons().toString()).doesNotContain("Subject");
    }
  }

  @Test
  @DisplayName("another machine may take longer than a computation, and not for ever")
  void takesItsTime() {
    try (var host =
        hosting(
            """
            try { Thread.sleep(600); } catch (InterruptedException e) { throw new IllegalStateException(e); }
            return new Handover.Accepted("late", context.clock().instant());
            """,
            impatient(folder, "post"))) {
      assertThat(way(host).send(SEALED, KEY)).isInstanceOf(Handover.Accepted.class);
    }
  }

  private static final String OF_EACH =
      """
      public List<SettingDescriptor> recipientConfiguration() {
        return List.of(
            new SettingDescriptor.TextSetting(Field.required("server", Texts.en("Server")), 50),
            new SettingDescriptor.SecretSetting(
                Field.required("password", Texts.en("Password"))));
      }
      """;

  private PluginHost hosting(String body, PluginHostSettings settings) {
    return hosting(body, settings, "");
  }

  private PluginHost hosting(String body, PluginHostSettings settings, String more) {
    PluginJar.plugin("post", "1.0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .manifest("Plugin-Uses", "network")
        .source(
            "post.Post",
            """
            package post;

            import java.util.List;
            import java.util.Optional;
            import org.evenhand.spi.*;
            import org.pf4j.Extension;

            @Extension
            public class Post implements Delivery {
              public TypeId id() { return TypeId.of("post.way"); }
              public Texts name() { return Texts.en("By post"); }
              public List<SettingDescriptor> configuration() {
                return List.of(
                    new SettingDescriptor.TextSetting(
                        Field.required("where", Texts.en("Where")), 50));
              }
              public Probe probe(PluginContext context) { return new Probe(true, Texts.en("Good.")); }
              public Handover send(PluginContext context, SealedArtefact artefact, IdempotencyKey key) {
                %s
              }
              %s
              public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
                return Optional.empty();
              }
            }
            """
                .formatted(body, more))
        .writeTo(folder);
    return TryOutPlugins.loaded(
        settings, ArchiveLimits.USUAL, id -> configured, new TestClock(TryOutPlugins.NOW));
  }

  private static InstalledDelivery way(PluginHost host) {
    return host.deliveries().getFirst();
  }
}
