package org.evenhand.pluginhost.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.PluginCallsView;
import org.evenhand.pluginhost.PluginCheckView;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.jspecify.annotations.Nullable;

/** A plugin named in the configuration: it runs, or it was refused. */
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

  default void close() {}

  /** Nothing of it runs. */
  record Refused(PluginView view) implements LoadedPlugin {

    static Refused of(
        String pluginId,
        @Nullable PluginArchive archive,
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
              null,
              List.of(),
              archive == null ? List.of() : DeclaredUses.of(archive).known(),
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
      Instant installedAt,
      PluginHealth health,
      GuardedCalls calls,
      IsolatedPlugin isolated)
      implements LoadedPlugin {

    public Running {
      checks = List.copyOf(checks);
      types = List.copyOf(types);
      behaviours = List.copyOf(behaviours);
      systems = List.copyOf(systems);
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
    public PluginView view() {
      List<PluginProblem> unconfigured =
          systems.stream().flatMap(system -> system.problems().stream()).toList();
      PluginState state = health.state();
      return new PluginView(
          pluginId,
          version,
          state == PluginState.ACTIVE && !unconfigured.isEmpty() ? PluginState.DEGRADED : state,
          Stream.concat(health.reasons().stream(), unconfigured.stream()).toList(),
          shown(archive, "Plugin-Requires"),
          shown(archive, "Plugin-Provider"),
          archive.sha256(),
          installedAt,
          Stream.of(
                  types.stream()
                      .map(
                          t ->
                              new PluginExtensionView(
                                  "RestrictionType", t.type().id().value(), t.type().name())),
                  behaviours.stream()
                      .flatMap(list -> list.behaviours().stream())
                      .map(b -> new PluginExtensionView("Behaviours", b.id().value(), b.words())),
                  systems.stream()
                      .map(s -> new PluginExtensionView("RecordSystem", s.id().value(), s.name())))
              .flatMap(extensions -> extensions)
              .toList(),
          DeclaredUses.of(archive).known(),
          checks,
          health.calls());
    }

    @Override
    public void close() {
      calls.close();
      isolated.unloadPlugins();
    }
  }

  private static @Nullable String shown(@Nullable PluginArchive archive, String attribute) {
    return archive == null
        ? null
        : archive.attribute(attribute).map(PluginArchive::shown).orElse(null);
  }
}
