package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;

/** A plugin's way to partners with a guard before it. */
final class GuardedDelivery extends GuardedConnector implements InstalledDelivery {

  private final Delivery plugin;

  GuardedDelivery(
      String pluginId,
      Described described,
      Delivery plugin,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    super(pluginId, "Delivery", described, calls, configuration, clock);
    this.plugin = plugin;
  }

  /** Calls the plugin; anything may be thrown. */
  static Described describe(Delivery delivery) {
    return new Described(
        delivery.id(), delivery.name(), new ConfigurationForm(delivery.configuration()));
  }

  @Override
  public Probe probe(Map<String, String> texts) {
    return tried(texts, plugin::probe);
  }

  @Override
  public Handover send(SealedArtefact artefact, IdempotencyKey key) {
    return handOver("send", context -> plugin.send(context, artefact, key));
  }

  @Override
  public Optional<Handover.Accepted> find(IdempotencyKey key) {
    return found(context -> plugin.find(context, key));
  }
}
