package org.evenhand.pluginhost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginRoute;
import org.evenhand.pluginhost.PluginSignatureView;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Settings;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is upgraded again and again while it is called: nobody is failed, nothing stays. */
class UpgradesUnderLoadTests {

  private static final int CALLERS = 3;

  @TempDir Path folder;

  /** What was decided, in memory. */
  private static final class Decided implements InstalledArtifacts {
    private final Map<String, byte[]> jars = new HashMap<>();
    private final UUID id = Ids.next();
    private volatile String version = "1.0.0";
    private volatile int revision;

    void to(String next) {
      version = next;
      revision++;
    }

    @Override
    public Map<UUID, Integer> revisions() {
      return Map.of(id, revision);
    }

    @Override
    public List<Wanted> wanted() {
      byte[] jar = jars.get(version);
      var archive =
          (PluginArchive.Read.Good)
              PluginArchive.read(Path.of("parks.jar"), jar, ArchiveLimits.USUAL);
      return List.of(
          new Wanted(
              new PluginInstallation(
                  id,
                  revision,
                  PluginDecision.ENABLED,
                  PluginRoute.UPLOAD,
                  ActorId.SYSTEM,
                  null,
                  null,
                  null),
              "parks",
              version,
              archive.archive().sha256(),
              "^1.0.0",
              null,
              List.of(),
              new PluginSignatureView("", ""),
              TryOutPlugins.NOW));
    }

    @Override
    public byte[] bytes(String sha256) {
      return jars.get(version);
    }
  }

  @Test
  @DisplayName("P9.1: 20 upgrades under load fail no call and leave no class loader behind")
  void failsNobodyAndLeavesNothing() throws Exception {
    upgrade(20);
  }

  @Test
  @Tag("soak")
  void failsNobodyAndLeavesNothingFarLonger() throws Exception {
    upgrade(200);
  }

  @Test
  @DisplayName("a version that was replaced and does not stop is said of the plugin, which goes on")
  void aVersionThatWillNotStopIsNamed() throws Exception {
    var decided = new Decided();
    PluginJar hanging =
        TryOutPlugins.compiling(
            """
            while (true) {
              try {
                Thread.sleep(1_000);
              } catch (InterruptedException goesOn) {
                if (settings == null) return null;
              }
            }
            """,
            "");
    decided.jars.put("1.0.0", hanging.manifest("Plugin-Version", "1.0.0").bytes());
    decided.jars.put("1.1.0", TryOutPlugins.good().manifest("Plugin-Version", "1.1.0").bytes());
    var clock = new TestClock(TryOutPlugins.NOW);
    try (var host =
        TryOutPlugins.host(
            TryOutPlugins.impatient(folder),
            ArchiveLimits.USUAL,
            plugin -> Map.of(),
            decided,
            clock)) {
      host.load();
      RestrictionType old = host.restrictionTypes().getFirst().type();
      assertThatThrownBy(() -> old.compile(Settings.empty())).hasMessage("parks: PLUGIN_TIMED_OUT");

      decided.to("1.1.0");
      assertThat(host.takeUp()).isTrue();
      assertThat(host.all().getFirst().reasons()).as("it may still finish").isEmpty();
      clock.advance(Duration.ofSeconds(5));

      assertThat(host.all())
          .singleElement()
          .satisfies(
              plugin -> {
                assertThat(plugin.state()).isEqualTo(PluginState.DEGRADED);
                assertThat(plugin.reasons())
                    .singleElement()
                    .satisfies(
                        reason -> {
                          assertThat(reason.code()).isEqualTo("PLUGIN_WILL_NOT_STOP");
                          assertThat(reason.parameters()).containsEntry("version", "1.0.0");
                        });
              });
      assertThat(host.restrictionTypes().getFirst().type().compile(Settings.empty())).hasSize(1);
    }
  }

  private void upgrade(int times) throws Exception {
    var decided = new Decided();
    for (String version : List.of("1.0.0", "1.1.0")) {
      Path jar =
          TryOutPlugins.good()
              .manifest("Plugin-Version", version)
              .writeTo(Files.createDirectories(folder.resolve(version)));
      decided.jars.put(version, Files.readAllBytes(jar));
    }
    var loaders = new ArrayList<WeakReference<ClassLoader>>();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    var calls = new AtomicLong();
    var over = new AtomicBoolean();
    try (var host =
            TryOutPlugins.host(
                TryOutPlugins.settings(folder),
                ArchiveLimits.USUAL,
                plugin -> Map.of(),
                decided,
                new TestClock(TryOutPlugins.NOW));
        var callers = Executors.newFixedThreadPool(CALLERS)) {
      host.load();
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < CALLERS; i++) {
        running.add(callers.submit(() -> call(host, over, calls, failures)));
      }
      for (int i = 0; i < times; i++) {
        loaders.add(new WeakReference<>(host.loaderOf("parks").orElseThrow()));
        long before = calls.get();
        decided.to(i % 2 == 0 ? "1.1.0" : "1.0.0");
        assertThat(host.takeUp()).isTrue();
        while (calls.get() < before + CALLERS && failures.isEmpty()) {
          Thread.onSpinWait();
        }
      }
      over.set(true);
      for (Future<?> caller : running) {
        caller.get();
      }
      assertThat(failures).isEmpty();
      assertThat(host.all()).singleElement().returns(PluginState.ACTIVE, p -> p.state());
      assertThat(calls.get()).isGreaterThan(times);
      // As a node does each second: what was replaced and has ended is forgotten.
      assertThat(host.takeUp()).isFalse();
      assertThat(left(loaders)).isZero();
    }
  }

  private static void call(
      PluginHost host, AtomicBoolean over, AtomicLong calls, Queue<Throwable> failures) {
    while (!over.get() && failures.isEmpty()) {
      try {
        // Found once and used for all that one request asks, as an act does.
        RestrictionType type = host.restrictionTypes().getFirst().type();
        assertThat(type.validate(Settings.empty())).isEmpty();
        assertThat(type.compile(Settings.empty())).hasSize(1);
        assertThat(type.letter(Settings.empty()).what().silent()).isFalse();
        calls.incrementAndGet();
      } catch (Throwable failed) {
        failures.add(failed);
      }
    }
  }

  /** How many are still reachable once the collector had every chance. */
  private static long left(List<WeakReference<ClassLoader>> loaders) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    long left = loaders.size();
    while (left > 0 && System.nanoTime() < deadline) {
      System.gc();
      left = loaders.stream().filter(loader -> loader.get() != null).count();
    }
    return left;
  }
}
