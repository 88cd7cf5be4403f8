package org.evenhand.pluginhost.internal;

import static org.evenhand.pluginhost.internal.jooq.Tables.ARTIFACT;
import static org.evenhand.pluginhost.internal.jooq.Tables.PLUGIN;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginInstallation;
import org.evenhand.pluginhost.PluginRoute;
import org.evenhand.pluginhost.PluginSignatureView;
import org.evenhand.pluginhost.PluginUse;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The table of what was decided, and the jars that were brought. */
@Component
class StoredPlugins implements InstalledArtifacts {

  private final DSLContext sql;

  StoredPlugins(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<UUID, Integer> revisions() {
    return sql.select(PLUGIN.ID, PLUGIN.VERSION).from(PLUGIN).fetchMap(PLUGIN.ID, PLUGIN.VERSION);
  }

  @Override
  public List<Wanted> wanted() {
    return select(PLUGIN.STATE.ne(PluginDecision.UNINSTALLED.name()));
  }

  Optional<Wanted> find(UUID id) {
    return select(PLUGIN.ID.eq(id)).stream().findFirst();
  }

  Optional<Wanted> named(String pluginId) {
    return select(PLUGIN.PLUGIN_ID.eq(pluginId)).stream().findFirst();
  }

  /** The same, and nobody else decides on it until the transaction ends. */
  Optional<Wanted> locked(UUID id) {
    sql.select(PLUGIN.ID).from(PLUGIN).where(PLUGIN.ID.eq(id)).forUpdate().fetch();
    return find(id);
  }

  private List<Wanted> select(Condition which) {
    var before = ARTIFACT.as("before");
    var waiting = ARTIFACT.as("waiting");
    return sql.select(
            PLUGIN.ID,
            PLUGIN.VERSION,
            PLUGIN.PLUGIN_ID,
            PLUGIN.STATE,
            PLUGIN.CURRENT,
            PLUGIN.DISABLED_BECAUSE,
            ARTIFACT.VERSION,
            ARTIFACT.SPI_RANGE,
            ARTIFACT.PROVIDER,
            ARTIFACT.USES,
            ARTIFACT.SIGNER_THUMBPRINT,
            ARTIFACT.SIGNER_SUBJECT,
            ARTIFACT.ROUTE,
            ARTIFACT.BROUGHT_AT,
            ARTIFACT.BROUGHT_BY,
            before.VERSION,
            waiting.VERSION)
        .from(PLUGIN)
        .join(ARTIFACT)
        .on(ARTIFACT.SHA256.eq(PLUGIN.CURRENT))
        .leftJoin(before)
        .on(before.SHA256.eq(PLUGIN.PREVIOUS))
        .leftJoin(waiting)
        .on(waiting.SHA256.eq(PLUGIN.STAGED))
        .where(which)
        .orderBy(PLUGIN.PLUGIN_ID)
        .fetch(row -> wanted(row, row.get(before.VERSION), row.get(waiting.VERSION)));
  }

  private static Wanted wanted(
      Record row, @Nullable String previousVersion, @Nullable String stagedVersion) {
    return new Wanted(
        new PluginInstallation(
            need(row.get(PLUGIN.ID)),
            need(row.get(PLUGIN.VERSION)),
            PluginDecision.valueOf(need(row.get(PLUGIN.STATE))),
            PluginRoute.valueOf(need(row.get(ARTIFACT.ROUTE))),
            new ActorId(need(row.get(ARTIFACT.BROUGHT_BY))),
            previousVersion,
            stagedVersion,
            row.get(PLUGIN.DISABLED_BECAUSE)),
        need(row.get(PLUGIN.PLUGIN_ID)),
        need(row.get(ARTIFACT.VERSION)),
        need(row.get(PLUGIN.CURRENT)),
        need(row.get(ARTIFACT.SPI_RANGE)),
        row.get(ARTIFACT.PROVIDER),
        Arrays.stream(need(row.get(ARTIFACT.USES))).map(PluginUse::valueOf).toList(),
        new PluginSignatureView(
            need(row.get(ARTIFACT.SIGNER_THUMBPRINT)), need(row.get(ARTIFACT.SIGNER_SUBJECT))),
        need(row.get(ARTIFACT.BROUGHT_AT)).toInstant());
  }

  private static <T> T need(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Override
  public byte[] bytes(String sha256) {
    return need(
        sql.select(ARTIFACT.BYTES)
            .from(ARTIFACT)
            .where(ARTIFACT.SHA256.eq(sha256))
            .fetchSingle(ARTIFACT.BYTES));
  }

  boolean has(String sha256) {
    return sql.fetchExists(DSL.selectOne().from(ARTIFACT).where(ARTIFACT.SHA256.eq(sha256)));
  }

  /** The digest of what waits or was before; empty for nothing. */
  Optional<String> staged(UUID id) {
    return sql.select(PLUGIN.STAGED)
        .from(PLUGIN)
        .where(PLUGIN.ID.eq(id))
        .fetchOptional(PLUGIN.STAGED);
  }

  Optional<String> previous(UUID id) {
    return sql.select(PLUGIN.PREVIOUS)
        .from(PLUGIN)
        .where(PLUGIN.ID.eq(id))
        .fetchOptional(PLUGIN.PREVIOUS);
  }

  /** Keeps a jar that passed every check; the same jar is kept once. */
  void keep(PluginArchive archive, PluginRoute route, ActorId by, Instant now) {
    Signer signer = archive.signer().orElseThrow();
    sql.insertInto(ARTIFACT)
        .set(ARTIFACT.SHA256, archive.sha256())
        .set(ARTIFACT.PLUGIN_ID, archive.attribute("Plugin-Id").orElseThrow())
        .set(ARTIFACT.VERSION, archive.attribute("Plugin-Version").orElseThrow())
        .set(ARTIFACT.BYTES, archive.bytes())
        .set(ARTIFACT.SPI_RANGE, archive.attribute("Plugin-Requires").orElseThrow())
        .set(
            ARTIFACT.PROVIDER,
            archive.attribute("Plugin-Provider").map(PluginArchive::shown).orElse(null))
        .set(
            ARTIFACT.USES,
            DeclaredUses.of(archive).known().stream().map(Enum::name).toArray(String[]::new))
        .set(ARTIFACT.SIGNER_THUMBPRINT, signer.thumbprint())
        .set(ARTIFACT.SIGNER_SUBJECT, signer.subject())
        .set(ARTIFACT.ROUTE, route.name())
        .set(ARTIFACT.BROUGHT_AT, now.atOffset(ZoneOffset.UTC))
        .set(ARTIFACT.BROUGHT_BY, by.value())
        .onConflict(ARTIFACT.SHA256)
        .doNothing()
        .execute();
  }

  /** A plugin that was never there, or was uninstalled, with this jar staged. */
  UUID begin(String pluginId, String sha256, ActorId by, Instant now) {
    UUID id = Ids.next();
    return need(
        sql.insertInto(PLUGIN)
            .set(PLUGIN.ID, id)
            .set(PLUGIN.VERSION, 0)
            .set(PLUGIN.PLUGIN_ID, pluginId)
            .set(PLUGIN.STATE, PluginDecision.STAGED.name())
            .set(PLUGIN.CURRENT, sha256)
            .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
            .set(PLUGIN.CHANGED_BY, by.value())
            .onConflict(PLUGIN.PLUGIN_ID)
            .doUpdate()
            .set(PLUGIN.VERSION, PLUGIN.VERSION.plus(1))
            .set(PLUGIN.STATE, PluginDecision.STAGED.name())
            .set(PLUGIN.CURRENT, sha256)
            .setNull(PLUGIN.PREVIOUS)
            .setNull(PLUGIN.STAGED)
            .setNull(PLUGIN.DISABLED_BECAUSE)
            .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
            .set(PLUGIN.CHANGED_BY, by.value())
            .where(PLUGIN.STATE.eq(PluginDecision.UNINSTALLED.name()))
            .returning(PLUGIN.ID)
            .fetchOptional(PLUGIN.ID)
            .orElseThrow(() -> new DuplicateKeyException("somebody else was first")));
  }

  void decide(UUID id, PluginDecision decision, @Nullable String because, ActorId by, Instant now) {
    sql.update(PLUGIN)
        .set(PLUGIN.VERSION, PLUGIN.VERSION.plus(1))
        .set(PLUGIN.STATE, decision.name())
        .set(PLUGIN.DISABLED_BECAUSE, because)
        .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PLUGIN.CHANGED_BY, by.value())
        .where(PLUGIN.ID.eq(id))
        .execute();
  }

  /** The one statement that switches every node. */
  void switchTo(UUID id, String sha256, ActorId by, Instant now) {
    sql.update(PLUGIN)
        .set(PLUGIN.VERSION, PLUGIN.VERSION.plus(1))
        .set(PLUGIN.PREVIOUS, PLUGIN.CURRENT)
        .set(PLUGIN.CURRENT, sha256)
        .setNull(PLUGIN.STAGED)
        .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PLUGIN.CHANGED_BY, by.value())
        .where(PLUGIN.ID.eq(id))
        .execute();
  }

  /** Lets a newer jar wait beside the one that is there. */
  void stage(UUID id, String sha256, ActorId by, Instant now) {
    sql.update(PLUGIN)
        .set(PLUGIN.VERSION, PLUGIN.VERSION.plus(1))
        .set(PLUGIN.STAGED, sha256)
        .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PLUGIN.CHANGED_BY, by.value())
        .where(PLUGIN.ID.eq(id))
        .execute();
  }

  /** Something about it changed beside what runs: whoever read it before reads it again. */
  void touch(UUID id, ActorId by, Instant now) {
    sql.update(PLUGIN)
        .set(PLUGIN.VERSION, PLUGIN.VERSION.plus(1))
        .set(PLUGIN.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PLUGIN.CHANGED_BY, by.value())
        .where(PLUGIN.ID.eq(id))
        .execute();
  }

  /** Those in use whose jar this certificate signed. */
  List<UUID> enabledSignedBy(String thumbprint) {
    return sql.select(PLUGIN.ID)
        .from(PLUGIN)
        .join(ARTIFACT)
        .on(ARTIFACT.SHA256.eq(PLUGIN.CURRENT))
        .where(
            PLUGIN.STATE.eq(PluginDecision.ENABLED.name()),
            ARTIFACT.SIGNER_THUMBPRINT.eq(thumbprint))
        .orderBy(PLUGIN.ID)
        .fetch(PLUGIN.ID);
  }
}
