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

  /**
   * What has to be configured for each partner before anything is taken to it, such as its server
   * and the credentials there; nothing unless told, and no key of {@link #configuration()}. While
   * something is sent to a partner, looked for or tried, the context holds that partner's own
   * beside the rest, and no other's.
   */
  default List<SettingDescriptor> recipientConfiguration() {
    return List.of();
  }

  /** Tries the configuration without sending anything. */
  Probe probe(PluginContext context);

  /**
   * Sends once: a second call with the same key sends nothing and says what became of the first.
   */
  Handover send(PluginContext context, SealedArtefact artefact, IdempotencyKey key);

  /** What became of an earlier sending; empty when this key was never accepted. */
  Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key);
}
