package org.evenhand.pluginhost.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.PluginCheckView;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SpiVersion;
import org.evenhand.spi.TypeId;
import org.pf4j.PluginRuntimeException;

/**
 * Loads the plugins that the configuration names, once, and holds them as a snapshot that does not
 * change. A plugin that is missing or bad stops nothing: it is listed with what is wrong and how to
 * mend it, and everything else runs.
 */
final class PluginHost implements PluginExtensions, Plugins, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

  private final PluginHostSettings settings;
  private final ArchiveLimits limits;
  private final List<ArchiveCheck> checks;
  private final PluginConfiguration configuration;
  private final InstalledReleases releases;
  private final InstantSource clock;
  private volatile List<LoadedPlugin> plugins = List.of();

  PluginHost(
      PluginHostSettings settings,
      ArchiveLimits limits,
      TrustedSigners trusted,
      PluginConfiguration configuration,
      InstalledReleases releases,
      InstantSource clock) {
    this.settings = settings;
    this.limits = limits;
    this.checks = ArchiveChecks.all(SpiVersion.CURRENT, trusted);
    this.configuration = configuration;
    this.releases = releases;
    this.clock = clock;
  }

  /** Loads everything; called once, before anybody asks. */
  void load() {
    var loaded = new ArrayList<LoadedPlugin>();
    if (!settings.enabled().isEmpty()) {
      Map<String, List<PluginArchive.Read>> found = jarsById();
      for (String id : settings.enabled()) {
        LoadedPlugin plugin = load(id, found.getOrDefault(id, List.of()));
        PluginView view = plugin.view();
        LOG.log(
            view.reasons().isEmpty() ? Level.INFO : Level.WARNING,
            "plugin {0} {1}: {2} {3}",
            PluginArchive.shown(id),
            Objects.requireNonNullElse(view.version(), ""),
            view.state(),
            view.reasons());
        loaded.add(plugin);
      }
    }
    plugins = List.copyOf(loaded);
  }

  @Override
  public List<InstalledRestrictionType> restrictionTypes() {
    return plugins.stream()
        .flatMap(plugin -> plugin.restrictionTypes().stream())
        .sorted(Comparator.comparing(installed -> installed.type().id()))
        .toList();
  }

  @Override
  public List<InstalledBehaviours> behaviours() {
    return plugins.stream()
        .flatMap(plugin -> plugin.behaviours().stream())
        .sorted(Comparator.comparing(InstalledBehaviours::list))
        .toList();
  }

  @Override
  public List<InstalledRecordSystem> recordSystems() {
    return plugins.stream()
        .flatMap(plugin -> plugin.recordSystems().stream())
        .<InstalledRecordSystem>map(system -> system)
        .sorted(Comparator.comparing(InstalledRecordSystem::id))
        .toList();
  }

  @Override
  public List<PluginView> all() {
    return plugins.stream().map(LoadedPlugin::view).toList();
  }

  @Override
  public void close() {
    List<LoadedPlugin> closing = plugins;
    plugins = List.of();
    closing.forEach(LoadedPlugin::close);
  }

  /**
   * Every jar in the folder by the id in its manifest; one that cannot be read by its file name, as
   * that is all there is to tell whose it was meant to be.
   */
  private Map<String, List<PluginArchive.Read>> jarsById() {
    var byId = new TreeMap<String, List<PluginArchive.Read>>();
    for (Path jar : jars()) {
      PluginArchive.Read read = PluginArchive.read(jar, limits);
      String id =
          switch (read) {
            case PluginArchive.Read.Good(PluginArchive archive) ->
                archive.attribute("Plugin-Id").orElseGet(() -> namedLike(jar));
            case PluginArchive.Read.Bad ignored -> namedLike(jar);
          };
      byId.computeIfAbsent(id, ignored -> new ArrayList<>()).add(read);
    }
    return byId;
  }

  /** The enabled id that the file name begins with, such as {@code housing-1.2.0.jar}. */
  private String namedLike(Path jar) {
    String file = String.valueOf(jar.getFileName());
    return settings.enabled().stream()
        .filter(id -> file.equals(id + ".jar") || file.startsWith(id + "-"))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private List<Path> jars() {
    if (!Files.isDirectory(settings.folder())) {
      return List.of();
    }
    try (var files = Files.list(settings.folder())) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(".jar"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "the plugin folder cannot be read: {0}", e.getClass().getName());
      return List.of();
    }
  }

  private LoadedPlugin load(String id, List<PluginArchive.Read> found) {
    if (found.isEmpty()) {
      return LoadedPlugin.Refused.of(
          id,
          null,
          List.of(PluginProblem.of("PLUGIN_NOT_FOUND", "id", PluginArchive.shown(id))),
          List.of());
    }
    if (found.size() > 1) {
      return LoadedPlugin.Refused.of(
          id,
          null,
          List.of(PluginProblem.of("PLUGIN_ID_TWICE", "count", Integer.toString(found.size()))),
          List.of());
    }
    return switch (found.getFirst()) {
      case PluginArchive.Read.Bad(PluginProblem problem) ->
          LoadedPlugin.Refused.of(
              id, null, List.of(problem), List.of(new PluginCheckView("archive", false)));
      case PluginArchive.Read.Good(PluginArchive archive) -> verify(id, archive);
    };
  }

  private LoadedPlugin verify(String id, PluginArchive archive) {
    var problems = new ArrayList<PluginProblem>();
    var looked = new ArrayList<PluginCheckView>();
    looked.add(new PluginCheckView("archive", true));
    for (ArchiveCheck check : checks) {
      List<PluginProblem> found = check.problems(archive);
      problems.addAll(found);
      looked.add(new PluginCheckView(check.name(), found.isEmpty()));
    }
    if (!problems.isEmpty()) {
      return LoadedPlugin.Refused.of(id, archive, problems, looked);
    }
    return start(id, archive.attribute("Plugin-Version").orElseThrow(), archive, looked);
  }

  private LoadedPlugin start(
      String id, String version, PluginArchive archive, List<PluginCheckView> looked) {
    var isolated = new IsolatedPlugin(archive, id, version);
    try {
      isolated.load();
    } catch (PluginRuntimeException e) {
      return LoadedPlugin.Refused.of(
          id,
          archive,
          List.of(PluginProblem.of("PLUGIN_NOT_LOADED", "thrown", e.getClass().getName())),
          looked);
    }
    var health = new PluginHealth(settings.failuresUntilOff(), settings.failureWindow());
    var calls =
        new GuardedCalls(
            id,
            isolated.getPluginClassLoader(id),
            settings.callLimit(),
            settings.callsAtOnce(),
            health,
            clock);
    var types = new ArrayList<InstalledRestrictionType>();
    var behaviours = new ArrayList<InstalledBehaviours>();
    var systems = new ArrayList<GuardedRecordSystem>();
    var ids = new HashSet<TypeId>();
    var problems = new ArrayList<PluginProblem>();
    for (String className : archive.extensionClasses()) {
      Extension extension = extension(id, className, isolated, calls, health);
      switch (extension) {
        case Extension.OfType(GuardedRestrictionType type) when ids.add(type.id()) ->
            types.add(new InstalledRestrictionType(id, version, type));
        case Extension.OfSystem(GuardedRecordSystem system) when ids.add(system.id()) ->
            systems.add(system);
        case Extension.Listed(DescribedBehaviours list)
            when behaviours.stream().noneMatch(other -> other.list().equals(list.id())) ->
            behaviours.add(new InstalledBehaviours(id, version, list.id(), list.behaviours()));
        case Extension.OfType(GuardedRestrictionType type) -> problems.add(twice(type.id()));
        case Extension.OfSystem(GuardedRecordSystem system) -> problems.add(twice(system.id()));
        case Extension.Listed(DescribedBehaviours list) -> problems.add(twice(list.id()));
        case Extension.Unusable(PluginProblem problem) -> problems.add(problem);
      }
    }
    twice(behaviours)
        .forEach(code -> problems.add(PluginProblem.of("TYPE_ID_TWICE", "type", code)));
    if (!problems.isEmpty()) {
      calls.close();
      isolated.unloadPlugins();
      return LoadedPlugin.Refused.of(id, archive, problems, looked);
    }
    var since = releases.since(id, version, archive.sha256(), clock.instant());
    return new LoadedPlugin.Running(
        id, version, archive, looked, types, behaviours, systems, since, health, calls, isolated);
  }

  private static PluginProblem twice(TypeId id) {
    return PluginProblem.of("TYPE_ID_TWICE", "type", id.value());
  }

  /** Codes that more than one of the plugin's lists names. */
  private static List<String> twice(List<InstalledBehaviours> lists) {
    var seen = new HashSet<String>();
    return lists.stream()
        .flatMap(list -> list.behaviours().stream())
        .map(behaviour -> behaviour.id().value())
        .filter(code -> !seen.add(code))
        .distinct()
        .toList();
  }

  private sealed interface Extension {
    record OfType(GuardedRestrictionType type) implements Extension {}

    record OfSystem(GuardedRecordSystem system) implements Extension {}

    record Listed(DescribedBehaviours list) implements Extension {}

    record Unusable(PluginProblem problem) implements Extension {}
  }

  /** Makes one extension and reads what it says about itself, on the plugin's own thread. */
  private Extension extension(
      String pluginId,
      String className,
      IsolatedPlugin isolated,
      GuardedCalls calls,
      PluginHealth health) {
    String shown = PluginArchive.shown(className);
    try {
      return calls.call(
          shown,
          () -> {
            Class<?> type = isolated.getPluginClassLoader(pluginId).loadClass(className);
            try {
              return switch (isolated.getExtensionFactory().create(type)) {
                case RestrictionType made -> type(pluginId, made, calls);
                case Behaviours made -> listed(pluginId, made);
                case RecordSystem made -> system(pluginId, made, calls);
                default ->
                    new Extension.Unusable(
                        PluginProblem.of("EXTENSION_POINT_NOT_SERVED", "class", shown));
              };
            } catch (DescribedType.IllDescribed e) {
              return new Extension.Unusable(
                  new PluginProblem(
                      "TYPE_ILL_DESCRIBED",
                      Map.of("class", shown, "what", String.valueOf(e.getMessage()))));
            }
          });
    } catch (PluginUnavailableException e) {
      return new Extension.Unusable(
          health.reasons().stream()
              .findFirst()
              .orElseGet(() -> PluginProblem.of(e.code(), "class", shown)));
    }
  }

  private static Extension listed(String pluginId, Behaviours made) {
    DescribedBehaviours list = DescribedBehaviours.read(made);
    return list.id().namespace().equals(pluginId)
        ? new Extension.Listed(list)
        : foreign(pluginId, list.id());
  }

  private static Extension type(String pluginId, RestrictionType made, GuardedCalls calls) {
    DescribedType described = DescribedType.read(made);
    return described.id().namespace().equals(pluginId)
        ? new Extension.OfType(new GuardedRestrictionType(described, made, calls))
        : foreign(pluginId, described.id());
  }

  private Extension system(String pluginId, RecordSystem made, GuardedCalls calls) {
    var described = GuardedRecordSystem.Described.read(made);
    return described.id().namespace().equals(pluginId)
        ? new Extension.OfSystem(
            new GuardedRecordSystem(
                pluginId, described, made, calls, () -> configuration.of(pluginId), clock))
        : foreign(pluginId, described.id());
  }

  private static Extension foreign(String pluginId, TypeId id) {
    return new Extension.Unusable(
        new PluginProblem("TYPE_ID_FOREIGN", Map.of("type", id.value(), "plugin", pluginId)));
  }
}
