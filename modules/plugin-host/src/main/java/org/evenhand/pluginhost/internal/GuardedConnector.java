package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.Handover;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * What of a plugin hands things over to another machine, with a guard before it. What it says about
 * itself was read once; answers are measured on the plugin's own thread.
 */
abstract sealed class GuardedConnector implements ConfiguredExtension
    permits GuardedDelivery, GuardedRecordSystem {

  private static final int LONGEST_REFERENCE = 500;

  /** What a connector says about itself, read once. */
  record Described(TypeId id, Texts name, ConfigurationForm form) {
    Described {
      Objects.requireNonNull(id, "id");
      if (name.silent()) {
        throw new DescribedType.IllDescribed("what hands things over has a name");
      }
    }
  }

  private final String pluginId;
  private final String extensionPoint;
  private final Described described;
  private final ConfiguredCalls calls;

  GuardedConnector(
      String pluginId,
      String extensionPoint,
      Described described,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    this.pluginId = pluginId;
    this.extensionPoint = extensionPoint;
    this.described = described;
    this.calls =
        new ConfiguredCalls(
            pluginId, described.id(), described.form().settings(), calls, configuration, clock);
  }

  public String pluginId() {
    return pluginId;
  }

  public TypeId id() {
    return described.id();
  }

  public Texts name() {
    return described.name();
  }

  @Override
  public PluginExtensionView shown() {
    return new PluginExtensionView(extensionPoint, id().value(), name());
  }

  @Override
  public List<SettingDescriptor> form() {
    return calls.form();
  }

  @Override
  public List<PluginProblem> problems() {
    return calls.problems();
  }

  public Probe probe() {
    return probe(calls.texts());
  }

  /** Hands over by the plugin's method of this name. */
  Handover handOver(String method, Function<PluginContext, Handover> work) {
    return calls.handOver(method, context -> bound(Objects.requireNonNull(work.apply(context))));
  }

  /** Asks the plugin what became of something. */
  Optional<Handover.Accepted> found(Function<PluginContext, Optional<Handover.Accepted>> work) {
    return calls.handOver(
        "find",
        context -> {
          Optional<Handover.Accepted> found = Objects.requireNonNull(work.apply(context));
          found.ifPresent(GuardedConnector::bound);
          return found;
        });
  }

  Probe tried(Map<String, String> texts, Function<PluginContext, Probe> work) {
    return calls.probe(texts, work);
  }

  private static Handover bound(Handover handover) {
    switch (handover) {
      case Handover.Accepted accepted -> {
        Objects.requireNonNull(accepted.at());
        ConfiguredCalls.bound(accepted.reference().length() <= LONGEST_REFERENCE);
      }
      case Handover.Rejected(String code, Texts reason) -> {
        ConfiguredCalls.bound(code.length() <= 100);
        ConfiguredCalls.bound(reason);
      }
      case Handover.TryLater(var ignored, Texts reason) -> ConfiguredCalls.bound(reason);
    }
    return handover;
  }
}
