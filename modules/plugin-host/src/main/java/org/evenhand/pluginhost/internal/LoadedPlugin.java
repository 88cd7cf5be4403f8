package org.evenhand.pluginhost.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.InstalledReferralExport;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.PluginCallsView;
import org.evenhand.pluginhost.PluginCheckView;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginRoute;
import org.evenhand.pluginhost.PluginSignatureView;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.jspecify.annotations.Nullable;

/** A plugin of this node: it runs, it waits, or it was refused. */
sealed interface LoadedPlugin {

  PluginView view();

  /** Types that can be used now. */
  List<InstalledRestrictionType> restrictionTypes();

  /** Behaviours it names; data, so there also while it is switched off. */
  default List<InstalledBehaviours> behaviours() {
    return List.of();
  }

  /** Record systems that can be called now. */
  List<GuardedRecordSystem> recordSystems();

  /** Ways to partners that can be called now. */
  default List<GuardedDelivery> waysOut() {
    return List.of();
  }

  /** Forms for referrals that can be rendered now. */
  default List<InstalledReferralExport> referralExports() {
    return List.of();
  }

  /** What of it has to be configured; empty unless it was loaded. */
  default List<ConfiguredExtension> configured() {
    return List.of();
  }

  default void close() {}

  /** Lets calls that are under way finish; nothing new finds it any more. */
  default void retire() {}

  /** The same after another decision that changes nothing of what runs. */
  LoadedPlugin decided(PluginInstallation installation);

  /** Nothing of it runs. */
  record Refused(PluginView view) implements LoadedPlugin {

    static Refused of(
        String pluginId,
        @Nullable PluginArchive archive,
        List<PluginProblem> reasons,
        List<PluginCheckView> checks) {
      return of(pluginId, archive, Origin.SETTINGS, reasons, checks);
    }

    static Refused of(
        String pluginId,
        @Nullable PluginArchive archive,
        Origin origin,
        List<PluginProblem> reasons,
        List<PluginCheckView> checks) {
      return new Refused(
          new PluginView(
              pluginId,
              shown(archive, "Plugin-Version"),
              PluginState.REFUSED,
              reasons,
              shown(archive, "Plugin-Requires"),
              shown(archive, "Plugin-Provider"),
              archive == null ? null : archive.sha256(),
              origin.since(),
              List.of(),
              archive == null ? List.of() : DeclaredUses.of(archive).known(),
              archive == null ? null : signature(archive),
              origin.route(),
              origin.installation(),
              checks,
              PluginCallsView.NONE));
    }

    @Override
    public List<InstalledRestrictionType> restrictionTypes() {
      return List.of();
    }

    @Override
    public List<GuardedRecordSystem> recordSystems() {
      return List.of();
    }

    @Override
    public LoadedPlugin decided(PluginInstallation installation) {
      return this;
    }
  }

  /** Installed, and not in use by decision; nothing of it is loaded. */
  record Idle(InstalledArtifacts.Wanted wanted) implements LoadedPlugin {

    @Override
    public PluginView view() {
      return new PluginView(
          wanted.pluginId(),
          wanted.version(),
          wanted.installation().decision() == PluginDecision.STAGED
              ? PluginState.STAGED
              : PluginState.DISABLED,
          List.of(),
          wanted.spiRange(),
          wanted.provider(),
          wanted.sha256(),
          wanted.broughtAt(),
          List.of(),
          wanted.uses(),
          wanted.signature(),
          wanted.installation().route(),
          wanted.installation(),
          List.of(),
          PluginCallsView.NONE);
    }

    @Override
    public List<InstalledRestrictionType> restrictionTypes() {
      return List.of();
    }

    @Override
    public List<GuardedRecordSystem> recordSystems() {
      return List.of();
    }

    @Override
    public LoadedPlugin decided(PluginInstallation installation) {
      return this;
    }
  }

  /**
   * Where a plugin came from.
   *
   * @param installation null for one that only the settings name
   * @param since when this very file was first taken into use or brought; null if it never was
   */
  record Origin(@Nullable PluginInstallation installation, @Nullable Instant since) {
    static final Origin SETTINGS = new Origin(null, null);

    PluginRoute route() {
      return installation == null ? PluginRoute.SETTINGS : installation.route();
    }
  }

  /** It was loaded; its health says how it fares. */
  record Running(
      String pluginId,
      String version,
      PluginArchive archive,
      List<PluginCheckView> checks,
      List<InstalledRestrictionType> types,
      List<InstalledBehaviours> behaviours,
      List<GuardedRecordSystem> systems,
      List<InstalledReferralExport> exports,
      List<GuardedDelivery> deliveries,
      Origin origin,
      PluginHealth health,
      GuardedCalls calls,
      IsolatedPlugin isolated)
      implements LoadedPlugin {

    public Running {
      checks = List.copyOf(checks);
      types = List.copyOf(types);
      behaviours = List.copyOf(behaviours);
      systems = List.copyOf(systems);
      exports = List.copyOf(exports);
      deliveries = List.copyOf(deliveries);
    }

    @Override
    public List<InstalledRestrictionType> restrictionTypes() {
      return health.isOff() ? List.of() : types;
    }

    @Override
    public List<GuardedRecordSystem> recordSystems() {
      return health.isOff() ? List.of() : systems;
    }

    @Override
    public List<GuardedDelivery> waysOut() {
      return health.isOff() ? List.of() : deliveries;
    }

    @Override
    public List<InstalledReferralExport> referralExports() {
      return health.isOff() ? List.of() : exports;
    }

    @Override
    public List<ConfiguredExtension> configured() {
      return Stream.<ConfiguredExtension>concat(systems.stream(), deliveries.stream()).toList();
    }

    @Override
    public PluginView view() {
      List<PluginProblem> unconfigured =
          configured().stream().flatMap(e -> e.problems().stream()).distinct().toList();
      PluginState state = health.state();
      return new PluginView(
          pluginId,
          version,
          state == PluginState.ACTIVE && !unconfigured.isEmpty() ? PluginState.DEGRADED : state,
          Stream.concat(health.reasons().stream(), unconfigured.stream()).toList(),
          shown(archive, "Plugin-Requires"),
          shown(archive, "Plugin-Provider"),
          archive.sha256(),
          origin.since(),
          Stream.of(
                  types.stream()
                      .map(
                          t ->
                              new PluginExtensionView(
                                  "RestrictionType", t.type().id().value(), t.type().name())),
                  behaviours.stream()
                      .flatMap(list -> list.behaviours().stream())
                      .map(b -> new PluginExtensionView("Behaviours", b.id().value(), b.words())),
                  configured().stream().map(ConfiguredExtension::shown),
                  exports.stream()
                      .map(InstalledReferralExport::export)
                      .map(
                          e -> new PluginExtensionView("ReferralExport", e.id().value(), e.name())))
              .flatMap(extensions -> extensions)
              .toList(),
          DeclaredUses.of(archive).known(),
          signature(archive),
          origin.route(),
          origin.installation(),
          checks,
          health.calls());
    }

    @Override
    public LoadedPlugin decided(PluginInstallation installation) {
      return new Running(
          pluginId,
          version,
          archive,
          checks,
          types,
          behaviours,
          systems,
          exports,
          deliveries,
          new Origin(installation, origin.since()),
          health,
          calls,
          isolated);
    }

    @Override
    public void retire() {
      calls.retire();
    }

    @Override
    public void close() {
      calls.close();
      isolated.unloadPlugins();
    }
  }

  private static @Nullable PluginSignatureView signature(PluginArchive archive) {
    return archive
        .signer()
        .map(signer -> new PluginSignatureView(signer.thumbprint(), signer.subject()))
        .orElse(null);
  }

  private static @Nullable String shown(@Nullable PluginArchive archive, String attribute) {
    return archive == null
        ? null
        : archive.attribute(attribute).map(PluginArchive::shown).orElse(null);
  }
}
