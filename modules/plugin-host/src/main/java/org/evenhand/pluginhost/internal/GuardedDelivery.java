package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A plugin's way to partners with a guard before it. What it says about itself was read once;
 * answers are measured on the plugin's own thread.
 */
final class GuardedDelivery implements InstalledDelivery, ConfiguredExtension {

  private static final int LONGEST_REFERENCE = 500;

  /** What a way says about itself, read once. */
  record Described(TypeId id, Texts name, ConfigurationForm form) {
    Described {
      Objects.requireNonNull(id, "id");
      if (name.silent()) {
        throw new DescribedType.IllDescribed("a delivery has a name");
      }
    }

    /** Calls the plugin; anything may be thrown. */
    static Described read(Delivery delivery) {
      return new Described(
          delivery.id(), delivery.name(), new ConfigurationForm(delivery.configuration()));
    }
  }

  private final String pluginId;
  private final Described described;
  private final Delivery plugin;
  private final ConfiguredCalls calls;

  GuardedDelivery(
      String pluginId,
      Described described,
      Delivery plugin,
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
    return new PluginExtensionView("Delivery", id().value(), name());
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
  public Handover send(SealedArtefact artefact, IdempotencyKey key) {
    return calls.handOver(
        "send",
        context -> {
          Handover handover = Objects.requireNonNull(plugin.send(context, artefact, key));
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
    return calls.handOver(
        "find",
        context -> {
          Optional<Handover.Accepted> found = Objects.requireNonNull(plugin.find(context, key));
          found.ifPresent(GuardedDelivery::bound);
          return found;
        });
  }

  private static void bound(Handover.Accepted accepted) {
    Objects.requireNonNull(accepted.at());
    ConfiguredCalls.bound(accepted.reference().length() <= LONGEST_REFERENCE);
  }
}
