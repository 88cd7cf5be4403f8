package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A plugin's record system with a guard before it. What it says about itself was read once; answers
 * are measured on the plugin's own thread.
 */
final class GuardedRecordSystem implements InstalledRecordSystem, ConfiguredExtension {

  private static final int LONGEST_REFERENCE = 500;

  /** What a record system says about itself, read once. */
  record Described(TypeId id, Texts name, ConfigurationForm form) {
    Described {
      Objects.requireNonNull(id, "id");
      if (name.silent()) {
        throw new DescribedType.IllDescribed("a record system has a name");
      }
    }

    /** Calls the plugin; anything may be thrown. */
    static Described read(RecordSystem system) {
      return new Described(
          system.id(), system.name(), new ConfigurationForm(system.configuration()));
    }
  }

  private final String pluginId;
  private final Described described;
  private final RecordSystem plugin;
  private final ConfiguredCalls calls;

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
    this.calls =
        new ConfiguredCalls(
            pluginId, described.id(), described.form().settings(), calls, configuration, clock);
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

  @Override
  public PluginExtensionView shown() {
    return new PluginExtensionView("RecordSystem", id().value(), name());
  }

  @Override
  public List<SettingDescriptor> form() {
    return calls.form();
  }

  @Override
  public List<PluginProblem> problems() {
    return calls.problems();
  }

  @Override
  public Probe probe() {
    return probe(calls.texts());
  }

  @Override
  public Probe probe(Map<String, String> texts) {
    return calls.probe(texts, plugin::probe);
  }

  @Override
  public Handover record(ResponseEntry entry, IdempotencyKey key) {
    return calls.call(
        "record",
        context -> {
          Handover handover = Objects.requireNonNull(plugin.record(context, entry, key));
          switch (handover) {
            case Handover.Accepted accepted -> bound(accepted);
            case Handover.Rejected(String code, Texts reason) -> {
              ConfiguredCalls.bound(code.length() <= 100);
              ConfiguredCalls.bound(reason);
            }
            case Handover.TryLater(var ignored, Texts reason) -> ConfiguredCalls.bound(reason);
          }
          return handover;
        });
  }

  @Override
  public Optional<Handover.Accepted> find(IdempotencyKey key) {
    return calls.call(
        "find",
        context -> {
          Optional<Handover.Accepted> found = Objects.requireNonNull(plugin.find(context, key));
          found.ifPresent(GuardedRecordSystem::bound);
          return found;
        });
  }

  private static void bound(Handover.Accepted accepted) {
    Objects.requireNonNull(accepted.at());
    ConfiguredCalls.bound(accepted.reference().length() <= LONGEST_REFERENCE);
  }
}
