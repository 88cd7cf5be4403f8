package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A plugin's record system with a guard before it. What it says about itself was read once; answers
 * are measured on the plugin's own thread.
 */
final class GuardedRecordSystem implements InstalledRecordSystem {

  private static final int LONGEST_REFERENCE = 500;
  private static final int LONGEST_REASON = 1_000;

  /** What a record system says about itself, read once. */
  record Described(TypeId id, Texts name, List<SettingDescriptor> configuration) {
    Described {
      Objects.requireNonNull(id, "id");
      configuration = List.copyOf(configuration);
      if (name.silent()) {
        throw new DescribedType.IllDescribed("a record system has a name");
      }
      if (configuration.stream().map(SettingDescriptor::key).distinct().count()
          != configuration.size()) {
        throw new DescribedType.IllDescribed("a record system has one setting for each key");
      }
    }

    /** Calls the plugin; anything may be thrown. */
    static Described read(RecordSystem system) {
      return new Described(system.id(), system.name(), system.configuration());
    }
  }

  private record Context(
      InstantSource clock,
      System.Logger logger,
      Settings configuration,
      Function<String, Optional<String>> secrets)
      implements PluginContext {
    @Override
    public Optional<String> secret(String name) {
      return secrets.apply(name);
    }
  }

  private final String pluginId;
  private final Described described;
  private final RecordSystem plugin;
  private final GuardedCalls calls;
  private final Supplier<Map<String, String>> configuration;
  private final InstantSource clock;

  GuardedRecordSystem(
      String pluginId,
      Described described,
      RecordSystem plugin,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    this.pluginId = pluginId;
    this.described = described;
    this.plugin = plugin;
    this.calls = calls;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Override
  public String pluginId() {
    return pluginId;
  }

  @Override
  public TypeId id() {
    return described.id();
  }

  @Override
  public Texts name() {
    return described.name();
  }

  /** What keeps the configuration from being used; empty when nothing does. */
  List<PluginProblem> problems() {
    return configured().problems();
  }

  @Override
  public Probe probe() {
    return call(
        "probe",
        context -> {
          Probe probe = Objects.requireNonNull(plugin.probe(context));
          bound(probe.message());
          return probe;
        });
  }

  @Override
  public Handover record(ResponseEntry entry, IdempotencyKey key) {
    return call(
        "record",
        context -> {
          Handover handover = Objects.requireNonNull(plugin.record(context, entry, key));
          switch (handover) {
            case Handover.Accepted accepted -> bound(accepted);
            case Handover.Rejected(String code, Texts reason) -> {
              bound(code.length() <= 100);
              bound(reason);
            }
            case Handover.TryLater(var ignored, Texts reason) -> bound(reason);
          }
          return handover;
        });
  }

  @Override
  public Optional<Handover.Accepted> find(IdempotencyKey key) {
    return call(
        "find",
        context -> {
          Optional<Handover.Accepted> found = Objects.requireNonNull(plugin.find(context, key));
          found.ifPresent(GuardedRecordSystem::bound);
          return found;
        });
  }

  private <T> T call(String method, Function<PluginContext, T> work) {
    ConfigurationText configured = configured();
    if (!configured.problems().isEmpty()) {
      throw new PluginUnavailableException(pluginId, "PLUGIN_NOT_CONFIGURED");
    }
    var context =
        new Context(
            clock,
            System.getLogger("plugin." + pluginId),
            configured.settings(),
            name -> Optional.ofNullable(configured.secrets().get(name)));
    Callable<T> guarded = () -> work.apply(context);
    return calls.call(described.id() + " " + method, guarded);
  }

  private ConfigurationText configured() {
    return ConfigurationText.read(described.configuration(), configuration.get());
  }

  private static void bound(Handover.Accepted accepted) {
    Objects.requireNonNull(accepted.at());
    bound(accepted.reference().length() <= LONGEST_REFERENCE);
  }

  private static void bound(Texts texts) {
    texts.values().values().forEach(words -> bound(words.length() <= LONGEST_REASON));
  }

  private static void bound(boolean within) {
    if (!within) {
      throw new IllegalStateException("the answer is larger than the house takes");
    }
  }
}
