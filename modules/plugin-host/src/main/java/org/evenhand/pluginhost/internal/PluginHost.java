package org.evenhand.pluginhost.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.InstalledReferralExport;
import org.evenhand.pluginhost.InstalledRestrictionType;
import org.evenhand.pluginhost.PluginCheckView;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginNodeView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ReferralExport;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SpiVersion;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginRuntimeException;

/**
 * Loads the plugins that the settings name, once, and those that every node runs, whenever
 * something is decided about them. What it holds is a snapshot that is replaced and never changed:
 * whoever asks sees the old version or the new one, and nothing between. A plugin that is missing
 * or bad stops nothing: it is listed with what is wrong and how to mend it, and everything else
 * runs.
 */
final class PluginHost implements PluginExtensions, Plugins, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

  private final PluginHostSettings settings;
  private final ArchiveLimits limits;
  private final List<ArchiveCheck> checks;
  private final PluginConfiguration configuration;
  private final InstalledReleases releases;
  private final InstalledArtifacts installed;
  private final Consumer<Set<String>> changed;
  private final Function<Collection<String>, Map<String, List<PluginNodeView>>> nodes;
  private final InstantSource clock;
  private final Object takingUp = new Object();
  private volatile List<LoadedPlugin> plugins = List.of();
  private volatile Map<UUID, Integer> revisions = Map.of();
  private volatile List<LoadedPlugin> configured = List.of();
  private volatile Map<Path, LoadedPlugin> lying = Map.of();
  private volatile List<Retired> retired = List.of();

  /** A version that was replaced and may still finish something. */
  private record Retired(String pluginId, String version, GuardedCalls calls, Instant at) {}

  PluginHost(
      PluginHostSettings settings,
      ArchiveLimits limits,
      TrustedSigners trusted,
      PluginConfiguration configuration,
      InstalledReleases releases,
      InstalledArtifacts installed,
      Consumer<Set<String>> changed,
      Function<Collection<String>, Map<String, List<PluginNodeView>>> nodes,
      InstantSource clock) {
    this.settings = settings;
    this.limits = limits;
    this.checks = ArchiveChecks.all(SpiVersion.CURRENT, trusted);
    this.configuration = configuration;
    this.releases = releases;
    this.installed = installed;
    this.changed = changed;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** Loads everything; called once, before anybody asks. */
  void load() {
    var loaded = new ArrayList<LoadedPlugin>();
    if (!settings.enabled().isEmpty()) {
      Map<String, List<PluginArchive.Read>> found = jarsById();
      for (String id : settings.enabled()) {
        LoadedPlugin plugin = load(id, found.getOrDefault(id, List.of()));
        say(id, plugin.view());
        loaded.add(plugin);
      }
    }
    configured = List.copyOf(loaded);
    plugins = configured;
    takeUp();
  }

  @Override
  public boolean takeUp() {
    Set<String> different;
    synchronized (takingUp) {
      retired = retired.stream().filter(version -> version.calls().underWay() > 0).toList();
      Map<UUID, Integer> decided = installed.revisions();
      if (decided.equals(revisions)) {
        return false;
      }
      different = takeUp(installed.wanted());
      revisions = Map.copyOf(decided);
    }
    if (!different.isEmpty()) {
      changed.accept(different);
    }
    return true;
  }

  private Set<String> takeUp(List<InstalledArtifacts.Wanted> wanted) {
    Map<String, LoadedPlugin> before = new TreeMap<>();
    plugins.stream()
        .filter(plugin -> plugin.view().installation() != null)
        .forEach(plugin -> before.put(plugin.view().pluginId(), plugin));
    Map<String, LoadedPlugin> after = new TreeMap<>();
    var different = new TreeSet<String>();
    wanted.forEach(w -> after.put(w.pluginId(), taken(w, before.get(w.pluginId()))));
    var next = new ArrayList<LoadedPlugin>();
    configured.stream().filter(c -> !after.containsKey(c.view().pluginId())).forEach(next::add);
    next.addAll(after.values());
    plugins = List.copyOf(next);
    before.forEach(
        (id, old) -> {
          if (!runs(old, after.get(id))) {
            different.add(id);
            retire(old);
          }
        });
    after.forEach(
        (id, now) -> {
          if (now instanceof LoadedPlugin.Running && !runs(now, before.get(id))) {
            different.add(id);
          }
        });
    return different;
  }

  private LoadedPlugin taken(InstalledArtifacts.Wanted wanted, @Nullable LoadedPlugin before) {
    if (wanted.installation().decision() != PluginDecision.ENABLED) {
      return new LoadedPlugin.Idle(wanted);
    }
    if (before instanceof LoadedPlugin.Running running
        && running.archive().sha256().equals(wanted.sha256())) {
      return running.decided(wanted.installation());
    }
    var origin = new LoadedPlugin.Origin(wanted.installation(), wanted.broughtAt());
    PluginArchive.Read read =
        PluginArchive.read(
            Path.of(wanted.pluginId() + "-" + wanted.version() + ".jar"),
            installed.bytes(wanted.sha256()),
            limits);
    LoadedPlugin loaded =
        switch (read) {
          case PluginArchive.Read.Bad(PluginProblem problem) ->
              LoadedPlugin.Refused.of(
                  wanted.pluginId(),
                  null,
                  origin,
                  List.of(problem),
                  List.of(new PluginCheckView("archive", false)));
          case PluginArchive.Read.Good(PluginArchive archive) ->
              verify(wanted.pluginId(), archive, origin);
        };
    say(wanted.pluginId(), loaded.view());
    return loaded;
  }

  /** Whether both are the same version, at work. */
  private static boolean runs(@Nullable LoadedPlugin one, @Nullable LoadedPlugin other) {
    return one instanceof LoadedPlugin.Running a
        && other instanceof LoadedPlugin.Running b
        && a.calls() == b.calls();
  }

  private void retire(LoadedPlugin old) {
    old.retire();
    if (old instanceof LoadedPlugin.Running running) {
      var all = new ArrayList<>(retired);
      all.add(new Retired(running.pluginId(), running.version(), running.calls(), clock.instant()));
      retired = List.copyOf(all);
    }
  }

  /**
   * Loads a jar beside everything else, to see whether it would run. Nobody finds what it brings;
   * whoever asked retires it.
   */
  LoadedPlugin tryOut(PluginArchive archive) {
    return verify(
        archive.attribute("Plugin-Id").orElse(""),
        archive,
        new LoadedPlugin.Origin(null, clock.instant()));
  }

  /** What the jar's checks say, before anything of it is loaded. */
  List<PluginProblem> problems(PluginArchive archive) {
    return checks.stream().flatMap(check -> check.problems(archive).stream()).toList();
  }

  /** A jar that lies in the folder and was not taken, or is now: shown as long as it lies there. */
  void lying(Path jar, List<PluginProblem> problems) {
    synchronized (takingUp) {
      var all = new TreeMap<>(lying);
      if (problems.isEmpty()) {
        all.remove(jar);
      } else {
        String name = PluginArchive.shown(String.valueOf(jar.getFileName()));
        all.put(
            jar,
            LoadedPlugin.Refused.of(
                name, null, problems, List.of(new PluginCheckView("archive", false))));
      }
      lying = Map.copyOf(all);
    }
  }

  /** The class loader of the version that answers now; empty where none does. */
  Optional<ClassLoader> loaderOf(String pluginId) {
    return plugins.stream()
        .filter(LoadedPlugin.Running.class::isInstance)
        .map(LoadedPlugin.Running.class::cast)
        .filter(running -> running.pluginId().equals(pluginId))
        .map(running -> running.isolated().getPluginClassLoader(pluginId))
        .findFirst();
  }

  /** What of this plugin has to be configured, as it runs here. */
  List<ConfiguredExtension> configured(String pluginId) {
    return plugins.stream()
        .filter(plugin -> plugin.view().pluginId().equals(pluginId))
        .flatMap(plugin -> plugin.configured().stream())
        .toList();
  }

  /** One form for all that it wants to be configured with. */
  List<SettingDescriptor> form(String pluginId) {
    var form = new LinkedHashMap<String, SettingDescriptor>();
    configured(pluginId)
        .forEach(e -> e.form().forEach(asked -> form.putIfAbsent(asked.key(), asked)));
    return List.copyOf(form.values());
  }

  /** Whether the settings of this server name it. */
  boolean isConfigured(String pluginId) {
    return settings.enabled().contains(pluginId);
  }

  @Override
  public Map<String, List<PluginNodeView>> onNodes(Collection<String> pluginIds) {
    return nodes.apply(pluginIds);
  }

  private static void say(String id, PluginView view) {
    LOG.log(
        view.reasons().isEmpty() ? Level.INFO : Level.WARNING,
        "plugin {0} {1}: {2} {3}",
        PluginArchive.shown(id),
        Objects.requireNonNullElse(view.version(), ""),
        view.state(),
        view.reasons());
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
  public List<InstalledDelivery> deliveries() {
    return plugins.stream()
        .flatMap(plugin -> plugin.waysOut().stream())
        .<InstalledDelivery>map(way -> way)
        .sorted(Comparator.comparing(InstalledDelivery::id))
        .toList();
  }

  @Override
  public List<InstalledReferralExport> referralExports() {
    return plugins.stream()
        .flatMap(plugin -> plugin.referralExports().stream())
        .sorted(Comparator.comparing(installed -> installed.export().id()))
        .toList();
  }

  @Override
  public List<PluginView> all() {
    return Stream.concat(
            plugins.stream(),
            lying.entrySet().stream()
                .filter(entry -> Files.exists(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue))
        .map(plugin -> lingering(plugin.view()))
        .toList();
  }

  @Override
  public Optional<PluginView> find(UUID id) {
    return all().stream()
        .filter(view -> view.installation() != null && view.installation().id().equals(id))
        .findFirst();
  }

  /** A version that was replaced long ago and did not stop is said of the plugin that is there. */
  private PluginView lingering(PluginView view) {
    Instant longAgo = clock.instant().minus(settings.callLimit().multipliedBy(2));
    List<PluginProblem> stuck =
        retired.stream()
            .filter(old -> old.pluginId().equals(view.pluginId()) && old.at().isBefore(longAgo))
            .filter(old -> old.calls().underWay() > 0)
            .map(
                old ->
                    new PluginProblem(
                        "PLUGIN_WILL_NOT_STOP",
                        Map.of(
                            "version",
                            old.version(),
                            "calls",
                            Integer.toString(old.calls().underWay()))))
            .toList();
    return stuck.isEmpty() ? view : view.also(stuck);
  }

  @Override
  public void close() {
    List<LoadedPlugin> closing = plugins;
    plugins = List.of();
    closing.forEach(LoadedPlugin::close);
    retired.forEach(old -> old.calls().close());
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

  List<Path> jars() {
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
      case PluginArchive.Read.Good(PluginArchive archive) ->
          verify(id, archive, LoadedPlugin.Origin.SETTINGS);
    };
  }

  private LoadedPlugin verify(String id, PluginArchive archive, LoadedPlugin.Origin origin) {
    var problems = new ArrayList<PluginProblem>();
    var looked = new ArrayList<PluginCheckView>();
    looked.add(new PluginCheckView("archive", true));
    for (ArchiveCheck check : checks) {
      List<PluginProblem> found = check.problems(archive);
      problems.addAll(found);
      looked.add(new PluginCheckView(check.name(), found.isEmpty()));
    }
    if (!problems.isEmpty()) {
      return LoadedPlugin.Refused.of(id, archive, origin, problems, looked);
    }
    return start(id, archive.attribute("Plugin-Version").orElseThrow(), archive, origin, looked);
  }

  private LoadedPlugin start(
      String id,
      String version,
      PluginArchive archive,
      LoadedPlugin.Origin origin,
      List<PluginCheckView> looked) {
    var isolated = new IsolatedPlugin(archive, id, version);
    try {
      isolated.load();
    } catch (PluginRuntimeException e) {
      return LoadedPlugin.Refused.of(
          id,
          archive,
          origin,
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
    var exports = new ArrayList<InstalledReferralExport>();
    var deliveries = new ArrayList<GuardedDelivery>();
    var ids = new HashSet<TypeId>();
    var problems = new ArrayList<PluginProblem>();
    for (String className : archive.extensionClasses()) {
      Extension extension = extension(id, className, isolated, calls, health);
      switch (extension) {
        case Extension.OfType(GuardedRestrictionType type) when ids.add(type.id()) ->
            types.add(new InstalledRestrictionType(id, version, type));
        case Extension.OfSystem(GuardedRecordSystem system) when ids.add(system.id()) ->
            systems.add(system);
        case Extension.OfDelivery(GuardedDelivery delivery) when ids.add(delivery.id()) ->
            deliveries.add(delivery);
        case Extension.OfExport(GuardedReferralExport export) when ids.add(export.id()) ->
            exports.add(new InstalledReferralExport(id, version, export));
        case Extension.Listed(DescribedBehaviours list)
            when behaviours.stream().noneMatch(other -> other.list().equals(list.id())) ->
            behaviours.add(new InstalledBehaviours(id, version, list.id(), list.behaviours()));
        case Extension.OfType(GuardedRestrictionType type) -> problems.add(twice(type.id()));
        case Extension.OfSystem(GuardedRecordSystem system) -> problems.add(twice(system.id()));
        case Extension.OfDelivery(GuardedDelivery delivery) -> problems.add(twice(delivery.id()));
        case Extension.OfExport(GuardedReferralExport export) -> problems.add(twice(export.id()));
        case Extension.Listed(DescribedBehaviours list) -> problems.add(twice(list.id()));
        case Extension.Unusable(PluginProblem problem) -> problems.add(problem);
      }
    }
    differing(Stream.<ConfiguredExtension>concat(systems.stream(), deliveries.stream()).toList())
        .forEach(key -> problems.add(PluginProblem.of("SETTING_DIFFERS", "key", key)));
    twice(behaviours)
        .forEach(code -> problems.add(PluginProblem.of("TYPE_ID_TWICE", "type", code)));
    if (!problems.isEmpty()) {
      calls.close();
      isolated.unloadPlugins();
      return LoadedPlugin.Refused.of(id, archive, origin, problems, looked);
    }
    var known =
        origin.since() != null
            ? origin
            : new LoadedPlugin.Origin(
                null, releases.since(id, version, archive.sha256(), clock.instant()));
    return new LoadedPlugin.Running(
        id,
        version,
        archive,
        looked,
        types,
        behaviours,
        systems,
        exports,
        deliveries,
        known,
        health,
        calls,
        isolated);
  }

  private static PluginProblem twice(TypeId id) {
    return PluginProblem.of("TYPE_ID_TWICE", "type", id.value());
  }

  /**
   * Keys that two extensions ask for in two ways: a plugin is configured once for all it brings.
   */
  private static List<String> differing(List<? extends ConfiguredExtension> extensions) {
    var asked = new TreeMap<String, Set<SettingDescriptor>>();
    extensions.forEach(
        e -> e.form().forEach(d -> asked.computeIfAbsent(d.key(), k -> new HashSet<>()).add(d)));
    return asked.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
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

    record OfDelivery(GuardedDelivery delivery) implements Extension {}

    record OfExport(GuardedReferralExport export) implements Extension {}

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
                case Delivery made -> delivery(pluginId, made, calls);
                case ReferralExport made -> export(pluginId, made, calls);
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
    var described = GuardedRecordSystem.describe(made);
    return described.id().namespace().equals(pluginId)
        ? new Extension.OfSystem(
            new GuardedRecordSystem(
                pluginId, described, made, calls, () -> configuration.of(pluginId), clock))
        : foreign(pluginId, described.id());
  }

  private Extension delivery(String pluginId, Delivery made, GuardedCalls calls) {
    var described = GuardedDelivery.describe(made);
    return described.id().namespace().equals(pluginId)
        ? new Extension.OfDelivery(
            new GuardedDelivery(
                pluginId,
                described,
                GuardedDelivery.describeRecipients(made, described),
                made,
                calls,
                () -> configuration.of(pluginId),
                clock))
        : foreign(pluginId, described.id());
  }

  private static Extension export(String pluginId, ReferralExport made, GuardedCalls calls) {
    var described = GuardedReferralExport.Described.read(made);
    return described.id().namespace().equals(pluginId)
        ? new Extension.OfExport(new GuardedReferralExport(described, made, calls))
        : foreign(pluginId, described.id());
  }

  private static Extension foreign(String pluginId, TypeId id) {
    return new Extension.Unusable(
        new PluginProblem("TYPE_ID_FOREIGN", Map.of("type", id.value(), "plugin", pluginId)));
  }
}
