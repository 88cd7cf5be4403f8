package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plugin as its administrator sees it.
 *
 * @param pluginId as named in the configuration
 * @param version null where none could be read
 * @param reasons why it is not active; empty when it is
 * @param spiRange the versions of the SPI it says it works with; null where none could be read
 * @param provider who made it, by its own account; null when it does not say
 * @param sha256 digest of the file that was read; null where none was
 * @param installedAt when this very file was first taken into use; null if it never was
 * @param extensions what it brings; empty unless it was loaded
 * @param uses what its manifest says it does beyond computing
 * @param signature whose signature it bears; null where it bears none
 * @param route by which way it came
 * @param installation what was decided about it; null for one that only the settings name
 * @param checks what was looked at before a class of it was loaded, in order
 */
public record PluginView(
    String pluginId,
    @Nullable String version,
    PluginState state,
    List<PluginProblem> reasons,
    @Nullable String spiRange,
    @Nullable String provider,
    @Nullable String sha256,
    @Nullable Instant installedAt,
    List<PluginExtensionView> extensions,
    List<PluginUse> uses,
    @Nullable PluginSignatureView signature,
    PluginRoute route,
    @Nullable PluginInstallation installation,
    List<PluginCheckView> checks,
    PluginCallsView calls) {
  public PluginView {
    reasons = List.copyOf(reasons);
    extensions = List.copyOf(extensions);
    uses = List.copyOf(uses);
    checks = List.copyOf(checks);
  }

  /** With further trouble, which makes an active one a degraded one. */
  public PluginView also(List<PluginProblem> more) {
    var all = new ArrayList<>(reasons);
    all.addAll(more);
    return new PluginView(
        pluginId,
        version,
        state == PluginState.ACTIVE ? PluginState.DEGRADED : state,
        all,
        spiRange,
        provider,
        sha256,
        installedAt,
        extensions,
        uses,
        signature,
        route,
        installation,
        checks,
        calls);
  }
}
