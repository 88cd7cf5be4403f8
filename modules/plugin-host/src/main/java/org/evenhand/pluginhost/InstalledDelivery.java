package org.evenhand.pluginhost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * A way to take sealed things to a partner that a plugin brought (P8.2). It is called with the
 * configuration as it stands at that moment; every call is timed and bounded, and {@link
 * PluginUnavailableException} is the only thing it throws. Call it outside any transaction: it may
 * take as long as the limit for handing over.
 */
public interface InstalledDelivery {

  /** The plugin's id, which is also the namespace of {@link #id()}. */
  String pluginId();

  TypeId id();

  Texts name();

  /** What has to be configured for each partner; it asks for nothing where one does for all. */
  default RecipientForm recipientForm() {
    return new RecipientForm(List.of());
  }

  /**
   * The same way to one partner, with this configuration and no other's.
   *
   * @param configuration as {@link RecipientForm#texts} made it, and the secrets by their keys
   */
  default InstalledDelivery to(Map<String, String> configuration) {
    return this;
  }

  /** Tries the configuration without sending anything. */
  Probe probe();

  /** Sends once: a second call with the same key sends nothing more. */
  Handover send(SealedArtefact artefact, IdempotencyKey key);

  /** What became of an earlier sending; empty when this key was never accepted. */
  Optional<Handover.Accepted> find(IdempotencyKey key);
}
