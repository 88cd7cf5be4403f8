package org.evenhand.pluginhost.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginSignatureView;
import org.evenhand.pluginhost.PluginUse;
import org.jspecify.annotations.Nullable;

/** What was decided for every node, and the jars that belong to it. */
interface InstalledArtifacts {

  /** Nothing was ever installed. */
  InstalledArtifacts NONE =
      new InstalledArtifacts() {
        @Override
        public Map<UUID, Integer> revisions() {
          return Map.of();
        }

        @Override
        public List<Wanted> wanted() {
          return List.of();
        }

        @Override
        public byte[] bytes(String sha256) {
          throw new IllegalStateException("there is none");
        }
      };

  /**
   * A plugin and the jar that is meant.
   *
   * @param broughtAt when this jar came
   */
  record Wanted(
      PluginInstallation installation,
      String pluginId,
      String version,
      String sha256,
      String spiRange,
      @Nullable String provider,
      List<PluginUse> uses,
      PluginSignatureView signature,
      Instant broughtAt) {
    public Wanted {
      uses = List.copyOf(uses);
    }
  }

  /** Every plugin's revision; asked each second, and equal as long as nothing was decided. */
  Map<UUID, Integer> revisions();

  /** All but those that were uninstalled, by the plugin's id. */
  List<Wanted> wanted();

  /** The jar itself. */
  byte[] bytes(String sha256);
}
