package org.evenhand.pluginhost;

import java.util.Optional;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A record system that a plugin brought (P4.2). It is called with the configuration as it stands at
 * that moment; every call is timed and bounded, and {@link PluginUnavailableException} is the only
 * thing it throws. Call it outside any transaction: it may take as long as the limit for handing
 * over.
 */
public interface InstalledRecordSystem {

  /** The plugin's id, which is also the namespace of {@link #id()}. */
  String pluginId();

  TypeId id();

  Texts name();

  /** Tries the configuration without recording anything. */
  Probe probe();

  /** Records once: a second call with the same key records nothing more. */
  Handover record(ResponseEntry entry, IdempotencyKey key);

  /** What became of an earlier entry; empty when this key was never accepted. */
  Optional<Handover.Accepted> find(IdempotencyKey key);
}
