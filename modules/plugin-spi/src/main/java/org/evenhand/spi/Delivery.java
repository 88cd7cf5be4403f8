package org.evenhand.spi;

import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Takes sealed artefacts to a partner: secure mail, a partner's own interface, a folder. It only
 * ever receives ciphertext (P8.2, T22).
 */
public interface Delivery extends ExtensionPoint {

  /** Stable id. */
  TypeId id();

  /** What it is called. */
  Texts name();

  /** What has to be configured before it can be used. */
  List<SettingDescriptor> configuration();

  /** Tries the configuration without sending anything. */
  Probe probe(PluginContext context);

  /**
   * Sends once: a second call with the same key sends nothing and says what became of the first.
   */
  Handover send(PluginContext context, SealedArtefact artefact, IdempotencyKey key);

  /** What became of an earlier sending; empty when this key was never accepted. */
  Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key);
}
