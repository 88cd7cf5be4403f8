package org.evenhand.pluginhost.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;

/** Plugins made in the test, and hosts that load them. */
final class TryOutPlugins {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /** Trusts one signer for all plugins, and another for some that no test has. */
  static final TrustedSigners TRUSTED =
      (signer, pluginId) -> {
        if (signer.certificate().equals(PluginJar.Signer.SERVICE_AREA.certificate())) {
          return pluginId.equals("elsewhere")
              ? TrustedSigners.Standing.OTHER_PLUGINS
              : TrustedSigners.Standing.TRUSTED;
        }
        return signer.certificate().equals(PluginJar.Signer.EXPIRED.certificate())
            ? TrustedSigners.Standing.REVOKED
            : TrustedSigners.Standing.UNKNOWN;
      };

  private TryOutPlugins() {}

  /** A plugin that is as it should be: one type, {@code parks.no-drones}. */
  static PluginJar good() {
    return named("parks").source("parks.NoDrones", type("parks.no-drones", "", ""));
  }

  static PluginJar named(String id) {
    return PluginJar.plugin(id, "1.2.0").manifest("Plugin-Requires", "^1.0.0");
  }

  /** The same type with another body for compile, and further members. */
  static PluginJar compiling(String body, String members) {
    return named("parks").source("parks.NoDrones", type("parks.no-drones", body, members));
  }

  /** The source of {@code parks.NoDrones}. */
  static String type(String typeId, String compileBody, String members) {
    return type("NoDrones", typeId, compileBody, members);
  }

  static String type(String className, String typeId, String compileBody, String members) {
    return
"""
        package parks;

        import java.time.Period;
        import java.util.List;
import java.util.Map;
        import java.util.Set;
        import org.evenhand.spi.*;
        import org.pf4j.Extension;

        @Extension
        public class %s implements RestrictionType {
          public TypeId id() { return TypeId.of("%s"); }
          public Texts name() { return Texts.enCy("No drones", "Dim dronau"); }
          public Texts description() { return Texts.en("Drones stay on the ground."); }
          public Set<Nature> natures() { return Set.of(Nature.RESTRICTIVE); }
          public Axis axis() { return Axis.WHAT; }
          public Appealability appealability() { return Appealability.APPEALABLE; }
          public AuthorityAction authority() { return AuthorityAction.RESTRICT_CONTACT; }
          public Period reviewInterval() { return Period.ofMonths(6); }
          public List<SettingDescriptor> settings() { return List.of(); }
          public int settingsVersion() { return 1; }
          public List<Rule> compile(Settings settings) {
            %s
          }
          public LetterWording letter(Settings settings) {
            return new LetterWording(Texts.en("Please fly no drone in the parks."), Texts.none(),
                Texts.none(), Texts.en("The parks stay open to you."), Texts.none());
          }
          public StaffWording staffWording(Settings settings) {
            return new StaffWording(Texts.en("No drones"), Texts.en("Ask for it to be landed."));
          }
          %s
        }
"""
        .formatted(
            className,
            typeId,
            compileBody.isEmpty()
                ? """
                  return List.of(new Rule("drones", Condition.activityIn("drone-flying"),
                      Effect.decline(), Words.say("Please land it."), Citation.policy("9.1"),
                      RuleSource.POLICY));
                """
                : compileBody,
            members);
  }

  /** The source of a list with one behaviour. */
  static String list(String className, String listId, String code, String words) {
    return """
        package parks;

        import java.time.LocalDate;
        import java.util.List;
        import java.util.Set;
        import org.evenhand.spi.*;

        @org.pf4j.Extension
        public class %s implements Behaviours {
          public TypeId id() { return TypeId.of("%s"); }
          public List<BehaviourCode> behaviours() {
            return List.of(new BehaviourCode(TypeId.of("%s"), BehaviourFamily.OTHER,
                Texts.en("%s"), Texts.none(), Set.of(), false, LocalDate.of(2026, 1, 1), null));
          }
        }
        """
        .formatted(className, listId, code, words);
  }

  static PluginHostSettings settings(Path folder, String... enabled) {
    return new PluginHostSettings(
        List.of(enabled),
        folder,
        Duration.ofSeconds(20),
        4,
        3,
        Duration.ofMinutes(10),
        List.of(),
        List.of(),
        false,
        Map.of(),
        null);
  }

  /** The same with calls that may take a quarter of a second. */
  static PluginHostSettings impatient(Path folder, String... enabled) {
    return new PluginHostSettings(
        List.of(enabled),
        folder,
        Duration.ofMillis(250),
        4,
        3,
        Duration.ofMinutes(10),
        List.of(),
        List.of(),
        false,
        Map.of(),
        null);
  }

  /**
   * Where somebody else takes a plugin into use than who brought it, and jars are named on the
   * command line.
   */
  static PluginHostSettings twoPersons(Path folder, Path... install) {
    return new PluginHostSettings(
        List.of(),
        folder,
        Duration.ofSeconds(20),
        4,
        3,
        Duration.ofMinutes(10),
        List.of(),
        List.of(install),
        true,
        Map.of(),
        null);
  }

  static PluginHost loaded(PluginHostSettings settings) {
    return loaded(settings, ArchiveLimits.USUAL, new TestClock(NOW));
  }

  static PluginHost loaded(PluginHostSettings settings, ArchiveLimits limits, TestClock clock) {
    return loaded(settings, limits, id -> Map.of(), clock);
  }

  static PluginHost loaded(
      PluginHostSettings settings,
      ArchiveLimits limits,
      PluginConfiguration configuration,
      TestClock clock) {
    var host = host(settings, limits, configuration, InstalledArtifacts.NONE, clock);
    host.load();
    return host;
  }

  static PluginHost host(
      PluginHostSettings settings,
      ArchiveLimits limits,
      PluginConfiguration configuration,
      InstalledArtifacts installed,
      TestClock clock) {
    return new PluginHost(
        settings,
        limits,
        TRUSTED,
        configuration,
        (id, version, digest, now) -> now,
        installed,
        changed -> {},
        ids -> Map.of(),
        clock);
  }

  static List<String> codes(PluginHost host) {
    var codes = new ArrayList<String>();
    host.all().forEach(plugin -> plugin.reasons().forEach(reason -> codes.add(reason.code())));
    return codes;
  }
}
