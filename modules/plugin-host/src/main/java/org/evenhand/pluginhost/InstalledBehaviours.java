package org.evenhand.pluginhost;

import java.util.List;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.TypeId;

/**
 * A list of behaviours that a plugin brought (P7.1): data, read once when the plugin was loaded.
 *
 * @param pluginId the plugin's id, which is also the namespace of the list and of its codes
 * @param version the plugin's version
 * @param list the list's id
 * @param behaviours each code once; empty where the plugin names none any more
 */
public record InstalledBehaviours(
    String pluginId, String version, TypeId list, List<BehaviourCode> behaviours) {
  public InstalledBehaviours {
    behaviours = List.copyOf(behaviours);
  }
}
