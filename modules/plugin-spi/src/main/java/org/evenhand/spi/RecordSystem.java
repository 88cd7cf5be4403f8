package org.evenhand.spi;

import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * The council's customer record system. Every response to a customer has to be recorded there; the
 * duty stays open until this says it was (P4.2).
 */
public interface RecordSystem extends ExtensionPoint {

  /** Stable id. */
  TypeId id();

  /** What it is called. */
  Texts name();

  /** What has to be configured before it can be used. */
  List<SettingDescriptor> configuration();

  /** Tries the configuration without recording anything. */
  Probe probe(PluginContext context);

  /** Records once: a second call with the same key records nothing more. */
  Handover record(PluginContext context, ResponseEntry entry, IdempotencyKey key);

  /** What became of an earlier entry; empty when this key was never accepted. */
  Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key);
}
