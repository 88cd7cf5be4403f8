package org.evenhand.pluginhost.internal;

import com.github.zafarkhaja.semver.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileContent;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.ImpactOfPlugins;
import org.evenhand.pluginhost.ManagingPlugins;
import org.evenhand.pluginhost.OpenPluginWork;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginExtensionView;
import org.evenhand.pluginhost.PluginImpactView;
import org.evenhand.pluginhost.PluginInUseRefusal;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginJarRefusal;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginRoute;
import org.evenhand.pluginhost.SigningKeyView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DecidingOnPlugins implements ManagingPlugins {

  private static final int LONGEST_REASON = 2_000;

  private final StoredPlugins stored;
  private final StoredSigningKeys keys;
  private final StoredConfiguration configurations;
  private final PluginHost host;
  private final Files files;
  private final ObjectProvider<OpenPluginWork> openWork;
  private final ObjectProvider<ImpactOfPlugins> impacts;
  private final AuditTrail auditTrail;
  private final boolean twoPersons;

  DecidingOnPlugins(
      StoredPlugins stored,
      StoredSigningKeys keys,
      StoredConfiguration configurations,
      PluginHost host,
      Files files,
      ObjectProvider<OpenPluginWork> openWork,
      ObjectProvider<ImpactOfPlugins> impacts,
      AuditTrail auditTrail,
      PluginHostSettings settings) {
    this.stored = stored;
    this.keys = keys;
    this.configurations = configurations;
    this.host = host;
    this.files = files;
    this.openWork = openWork;
    this.impacts = impacts;
    this.auditTrail = auditTrail;
    this.twoPersons = settings.twoPersonApproval();
  }

  @Override
  public Optional<PluginInstallation> find(UUID id) {
    return stored.find(id).map(InstalledArtifacts.Wanted::installation);
  }

  @Override
  public List<AvailableAction> actions(UUID id, Actor by) {
    return stored
        .find(id)
        .filter(plugin -> plugin.installation().decision() != PluginDecision.UNINSTALLED)
        .map(
            plugin ->
                PluginAct.available(plugin.installation(), isConfigured(plugin), by, twoPersons))
        .orElse(List.of());
  }

  /** Whether it asks for anything, as it runs here. */
  private boolean isConfigured(InstalledArtifacts.Wanted plugin) {
    return !host.form(plugin.pluginId()).isEmpty();
  }

  @Override
  @Transactional
  public Outcome<UUID> install(FileId file, Actor by, Instant now) {
    Outcome<PluginArchive> read = uploaded(file, by, now);
    if (!(read instanceof Outcome.Done<PluginArchive>(PluginArchive archive, var ignored))) {
      return Outcome.refused(read.refusals());
    }
    String pluginId = archive.attribute("Plugin-Id").orElseThrow();
    if (there(pluginId).isPresent()) {
      return Outcome.refused(Refusal.at("PLUGIN_INSTALLED_ALREADY", "file"));
    }
    stored.keep(archive, PluginRoute.UPLOAD, by.id(), now);
    UUID id = stored.begin(pluginId, archive.sha256(), by.id(), now);
    files.keep(file, new GlobalId("Plugin", id), null, now);
    return Outcome.done(id);
  }

  /**
   * Stages a jar that lay in a folder; nothing of it is loaded, and nothing happens where it is
   * known. Says what is wrong with it.
   */
  @Transactional
  public List<PluginProblem> stage(PluginArchive archive, PluginRoute route, Instant now) {
    List<PluginProblem> problems = host.problems(archive);
    if (!problems.isEmpty() || stored.has(archive.sha256())) {
      return problems;
    }
    String pluginId = archive.attribute("Plugin-Id").orElseThrow();
    Optional<InstalledArtifacts.Wanted> there = there(pluginId);
    if (there.isPresent() && !newer(archive, there.get())) {
      return List.of();
    }
    stored.keep(archive, route, ActorId.SYSTEM, now);
    UUID id =
        there
            .map(
                plugin -> {
                  UUID known = plugin.installation().id();
                  stored.stage(known, archive.sha256(), ActorId.SYSTEM, now);
                  return known;
                })
            .orElseGet(() -> stored.begin(pluginId, archive.sha256(), ActorId.SYSTEM, now));
    auditTrail.recordSystemAct("pluginStage", "Plugin", id, null, now);
    return List.of();
  }

  private Optional<InstalledArtifacts.Wanted> there(String pluginId) {
    return stored
        .named(pluginId)
        .filter(plugin -> plugin.installation().decision() != PluginDecision.UNINSTALLED);
  }

  @Override
  @Transactional
  public Outcome<UUID> enable(Which which, Actor by, Instant now) {
    return decide(
        which,
        PluginAct.ENABLE,
        by,
        plugin -> {
          Outcome<LoadedPlugin.Running> tried = tried(plugin.sha256(), plugin);
          if (tried instanceof Outcome.Done<LoadedPlugin.Running>(var running, var ignored)) {
            running.close();
            stored.decide(plugin.installation().id(), PluginDecision.ENABLED, null, by.id(), now);
          }
          return tried.refusals();
        });
  }

  @Override
  @Transactional
  public Outcome<UUID> disable(Which which, String reason, Actor by, Instant now) {
    return decide(
        which,
        PluginAct.DISABLE,
        by,
        plugin -> {
          Refusal wrong = Acts.text(reason, LONGEST_REASON, "reason");
          if (wrong != null) {
            return List.of(wrong);
          }
          stored.decide(plugin.installation().id(), PluginDecision.DISABLED, reason, by.id(), now);
          return List.of();
        });
  }

  @Override
  @Transactional
  public Outcome<UUID> upgrade(Which which, @Nullable FileId file, Actor by, Instant now) {
    return decide(
        which,
        PluginAct.UPGRADE,
        by,
        plugin -> {
          Outcome<PluginArchive> read = file == null ? waiting(plugin) : uploaded(file, by, now);
          if (!(read instanceof Outcome.Done<PluginArchive>(PluginArchive archive, var ignored))) {
            return read.refusals();
          }
          List<Refusal> reasons = against(archive, plugin);
          if (!reasons.isEmpty()) {
            return reasons;
          }
          UUID id = plugin.installation().id();
          stored.keep(archive, PluginRoute.UPLOAD, by.id(), now);
          stored.switchTo(id, archive.sha256(), by.id(), now);
          if (file != null) {
            files.keep(file, new GlobalId("Plugin", id), null, now);
          }
          return List.of();
        });
  }

  /** Why this jar cannot take the place of what is there. */
  private List<Refusal> against(PluginArchive archive, InstalledArtifacts.Wanted plugin) {
    if (!archive.attribute("Plugin-Id").orElseThrow().equals(plugin.pluginId())) {
      return List.of(Refusal.at("PLUGIN_IS_ANOTHER", Map.of("plugin", plugin.pluginId()), "file"));
    }
    var reasons = new ArrayList<Refusal>();
    if (!newer(archive, plugin)) {
      reasons.add(
          Refusal.at("PLUGIN_VERSION_NOT_NEWER", Map.of("version", plugin.version()), "file"));
    }
    if (!mayGoOn(archive.signer().orElseThrow(), plugin.signature().thumbprint())) {
      reasons.add(Refusal.at("PLUGIN_SIGNER_CHANGED", "file"));
    }
    switch (host.tryOut(archive)) {
      case LoadedPlugin.Running running -> {
        Refusal inUse = left(plugin.pluginId(), extensions(running), "file");
        running.close();
        if (inUse != null) {
          reasons.add(inUse);
        }
      }
      case LoadedPlugin other ->
          reasons.add(new PluginJarRefusal(List.of("file"), other.view().reasons()));
    }
    return reasons;
  }

  private static boolean newer(PluginArchive archive, InstalledArtifacts.Wanted plugin) {
    return Version.parse(archive.attribute("Plugin-Version").orElseThrow())
        .isHigherThan(Version.parse(plugin.version()));
  }

  /** The same signer, or one who was recorded as taking over from them. */
  private boolean mayGoOn(Signer signer, String before) {
    if (signer.thumbprint().equals(before)) {
      return true;
    }
    var seen = new HashSet<String>();
    Optional<SigningKeyView> key = keys.find(signer.thumbprint());
    while (key.isPresent() && seen.add(key.get().thumbprint())) {
      if (key.get().thumbprint().equals(before)) {
        return true;
      }
      var earlier = key.get().takesOverFrom();
      key = earlier == null ? Optional.empty() : keys.find(earlier);
    }
    return false;
  }

  @Override
  @Transactional
  public Outcome<UUID> rollback(Which which, String reason, Actor by, Instant now) {
    return decide(
        which,
        PluginAct.ROLLBACK,
        by,
        plugin -> {
          UUID id = plugin.installation().id();
          String previous = stored.previous(id).orElseThrow();
          var reasons = new ArrayList<Refusal>();
          Refusal wrong = Acts.text(reason, LONGEST_REASON, "reason");
          if (wrong != null) {
            reasons.add(wrong);
          }
          Outcome<LoadedPlugin.Running> tried = tried(previous, plugin);
          reasons.addAll(tried.refusals());
          if (tried instanceof Outcome.Done<LoadedPlugin.Running>(var running, var ignored)) {
            Refusal inUse = left(plugin.pluginId(), extensions(running));
            running.close();
            if (inUse != null) {
              reasons.add(inUse);
            }
          }
          if (reasons.isEmpty()) {
            stored.switchTo(id, previous, by.id(), now);
          }
          return reasons;
        });
  }

  @Override
  @Transactional
  public Outcome<UUID> uninstall(Which which, String reason, Actor by, Instant now) {
    return decide(
        which,
        PluginAct.UNINSTALL,
        by,
        plugin -> {
          var reasons = new ArrayList<Refusal>();
          Refusal wrong = Acts.text(reason, LONGEST_REASON, "reason");
          if (wrong != null) {
            reasons.add(wrong);
          }
          Refusal inUse = left(plugin.pluginId(), Set.of());
          if (inUse != null) {
            reasons.add(inUse);
          }
          if (reasons.isEmpty()) {
            configurations.forgetSecrets(plugin.installation().id());
            stored.decide(
                plugin.installation().id(), PluginDecision.UNINSTALLED, reason, by.id(), now);
          }
          return reasons;
        });
  }

  @Override
  @Transactional(readOnly = true)
  public Outcome<PluginImpactView> impact(UUID id, @Nullable FileId file, Actor by, Instant now) {
    Optional<InstalledArtifacts.Wanted> found =
        stored.find(id).filter(p -> p.installation().decision() != PluginDecision.UNINSTALLED);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Plugin", "plugin"));
    }
    InstalledArtifacts.Wanted plugin = found.get();
    Outcome<PluginArchive> read = file == null ? other(plugin) : uploaded(file, by, now);
    if (!(read instanceof Outcome.Done<PluginArchive>(PluginArchive archive, var ignored))) {
      return Outcome.refused(read.refusals());
    }
    if (!archive.attribute("Plugin-Id").orElseThrow().equals(plugin.pluginId())) {
      return Outcome.refused(
          Refusal.at("PLUGIN_IS_ANOTHER", Map.of("plugin", plugin.pluginId()), "file"));
    }
    return switch (host.tryOut(archive)) {
      case LoadedPlugin.Running running -> {
        try {
          yield Outcome.done(impact(plugin, running));
        } finally {
          running.close();
        }
      }
      case LoadedPlugin refused ->
          Outcome.refused(new PluginJarRefusal(List.of("file"), refused.view().reasons()));
    };
  }

  private PluginImpactView impact(InstalledArtifacts.Wanted plugin, LoadedPlugin.Running other) {
    var different = new ArrayList<ImpactOfPlugins.Item>();
    int looked = 0;
    for (ImpactOfPlugins each : impacts.orderedStream().toList()) {
      ImpactOfPlugins.Impact found = each.of(plugin.pluginId(), other.restrictionTypes());
      looked += found.looked();
      different.addAll(found.different());
    }
    return new PluginImpactView(plugin.version(), other.version(), looked, different);
  }

  /** What waits, or else what was before. */
  private Outcome<PluginArchive> other(InstalledArtifacts.Wanted plugin) {
    UUID id = plugin.installation().id();
    return stored
        .staged(id)
        .or(() -> stored.previous(id))
        .map(sha256 -> passed(plugin.pluginId() + ".jar", stored.bytes(sha256)))
        .orElseGet(() -> Outcome.refused(Refusal.at("PLUGIN_NOTHING_STAGED", "file")));
  }

  /** Does it if nothing in the table of acts is against it, and nothing that it finds itself. */
  Outcome<UUID> decide(
      Which which,
      PluginAct act,
      Actor by,
      Function<InstalledArtifacts.Wanted, ? extends List<? extends Refusal>> doing) {
    Optional<InstalledArtifacts.Wanted> found =
        stored
            .locked(which.id())
            .filter(p -> p.installation().decision() != PluginDecision.UNINSTALLED);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Plugin", "plugin"));
    }
    PluginInstallation plugin = found.get().installation();
    var reasons =
        new ArrayList<Refusal>(act.refusals(plugin, isConfigured(found.get()), by, twoPersons));
    Refusal stale =
        which.expectedVersion() == null
            ? Refusal.at("VERSION_MISSING", "expectedVersion")
            : Acts.stale(which.expectedVersion(), plugin.revision());
    if (stale != null) {
      reasons.add(stale);
    }
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    List<? extends Refusal> against = doing.apply(found.get());
    return against.isEmpty() ? Outcome.done(plugin.id()) : Outcome.refused(against);
  }

  private static Set<String> extensions(LoadedPlugin.Running running) {
    var ids = new HashSet<String>();
    running.view().extensions().stream().map(PluginExtensionView::id).forEach(ids::add);
    return ids;
  }

  /** What open work would lose; null for nothing. */
  private @Nullable Refusal left(String pluginId, Set<String> staying, String... path) {
    List<OpenPluginWork.Item> losing =
        openWork
            .orderedStream()
            .flatMap(work -> work.of(Set.of(pluginId)).stream())
            .filter(item -> !staying.contains(item.extension().value()))
            .toList();
    return losing.isEmpty() ? null : new PluginInUseRefusal(List.of(path), losing);
  }

  private Outcome<LoadedPlugin.Running> tried(String sha256, InstalledArtifacts.Wanted plugin) {
    PluginArchive.Read read =
        PluginArchive.read(
            Path.of(plugin.pluginId() + ".jar"), stored.bytes(sha256), ArchiveLimits.USUAL);
    return switch (read) {
      case PluginArchive.Read.Bad(PluginProblem problem) ->
          Outcome.refused(new PluginJarRefusal(List.of(), List.of(problem)));
      case PluginArchive.Read.Good(PluginArchive archive) ->
          switch (host.tryOut(archive)) {
            case LoadedPlugin.Running running -> Outcome.done(running);
            case LoadedPlugin other ->
                Outcome.refused(new PluginJarRefusal(List.of(), other.view().reasons()));
          };
    };
  }

  private Outcome<PluginArchive> waiting(InstalledArtifacts.Wanted plugin) {
    Optional<String> staged = stored.staged(plugin.installation().id());
    return staged.isEmpty()
        ? Outcome.refused(Refusal.at("PLUGIN_NOTHING_STAGED", "file"))
        : passed(plugin.pluginId() + ".jar", stored.bytes(staged.get()));
  }

  /** The file that was uploaded, as a jar that passes every check and would run. */
  private Outcome<PluginArchive> uploaded(FileId file, Actor by, Instant now) {
    Refusal unusable = files.usable(file, by, "file");
    if (unusable != null) {
      return Outcome.refused(unusable);
    }
    FileView view = files.find(file).orElseThrow();
    if (view.size() > ArchiveLimits.USUAL.fileBytes()) {
      return Outcome.refused(
          new PluginJarRefusal(
              List.of("file"),
              List.of(
                  PluginProblem.of(
                      "JAR_TOO_LARGE", "limit", Long.toString(ArchiveLimits.USUAL.fileBytes())))));
    }
    Outcome<PluginArchive> read = passed(view.name(), bytes(file, by));
    if (!(read instanceof Outcome.Done<PluginArchive>(PluginArchive archive, var ignored))) {
      return read;
    }
    Instant until = StoredSigningKeys.until(archive.signer().orElseThrow());
    if (until.isBefore(now)) {
      return Outcome.refused(
          Refusal.at(
              "CERTIFICATE_OVER",
              Map.of("until", until.atOffset(ZoneOffset.UTC).toLocalDate().toString()),
              "file"));
    }
    return switch (host.tryOut(archive)) {
      case LoadedPlugin.Running running -> {
        running.close();
        yield Outcome.done(archive);
      }
      case LoadedPlugin other ->
          Outcome.refused(new PluginJarRefusal(List.of("file"), other.view().reasons()));
    };
  }

  private Outcome<PluginArchive> passed(String name, byte[] bytes) {
    return switch (PluginArchive.read(Path.of(simple(name)), bytes, ArchiveLimits.USUAL)) {
      case PluginArchive.Read.Bad(PluginProblem problem) ->
          Outcome.refused(new PluginJarRefusal(List.of("file"), List.of(problem)));
      case PluginArchive.Read.Good(PluginArchive archive) -> {
        List<PluginProblem> problems = host.problems(archive);
        yield problems.isEmpty()
            ? Outcome.done(archive)
            : Outcome.refused(new PluginJarRefusal(List.of("file"), problems));
      }
    };
  }

  private static String simple(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private byte[] bytes(FileId file, Actor by) {
    FileContent content = files.received(file, by).orElseThrow();
    var out = new ByteArrayOutputStream();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
