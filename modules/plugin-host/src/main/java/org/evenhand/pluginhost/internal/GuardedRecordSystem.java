package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;

/** A plugin's record system with a guard before it. */
final class GuardedRecordSystem extends GuardedConnector implements InstalledRecordSystem {

  private final RecordSystem plugin;

  GuardedRecordSystem(
      String pluginId,
      Described described,
      RecordSystem plugin,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    super(pluginId, "RecordSystem", described, calls, configuration, clock);
    this.plugin = plugin;
  }

  /** Calls the plugin; anything may be thrown. */
  static Described describe(RecordSystem system) {
    return new Described(system.id(), system.name(), new ConfigurationForm(system.configuration()));
  }

  @Override
  public Probe probe(Map<String, String> texts) {
    return tried(texts, plugin::probe);
  }

  @Override
  public Handover record(ResponseEntry entry, IdempotencyKey key) {
    return handOver("record", context -> plugin.record(context, entry, key));
  }

  @Override
  public Optional<Handover.Accepted> find(IdempotencyKey key) {
    return found(context -> plugin.find(context, key));
  }
}
