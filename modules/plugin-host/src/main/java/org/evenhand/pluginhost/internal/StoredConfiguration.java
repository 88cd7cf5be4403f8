package org.evenhand.pluginhost.internal;

import static org.evenhand.pluginhost.internal.jooq.Tables.CONFIGURATION;
import static org.evenhand.pluginhost.internal.jooq.Tables.PLUGIN;
import static org.evenhand.pluginhost.internal.jooq.Tables.SECRET;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an administrator configured, key by key before what this server's settings give, and the
 * secrets that they set. It is read anew for each call, so that a change counts on every node from
 * the moment it is committed.
 */
@Component
class StoredConfiguration implements PluginConfiguration {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  /** One configuration that was made. */
  record Version(int version, Map<String, String> texts, Instant setAt, ActorId setBy) {}

  /** That a secret is set. */
  record Secret(String key, Instant setAt, ActorId setBy) {}

  private final DSLContext sql;
  private final PluginHostSettings settings;
  private final SecretSafe safe;

  StoredConfiguration(DSLContext sql, PluginHostSettings settings) {
    this.sql = sql;
    this.settings = settings;
    this.safe = SecretSafe.with(settings.keySecret());
  }

  @Override
  public Map<String, String> of(String pluginId) {
    return installed(pluginId)
        .map(plugin -> with(plugin, pluginId, newest(plugin).map(Version::texts).orElse(Map.of())))
        .orElseGet(() -> here(pluginId));
  }

  /** As it would be with these settings instead of those that were configured. */
  Map<String, String> with(UUID plugin, String pluginId, Map<String, String> texts) {
    var all = new TreeMap<>(here(pluginId));
    all.putAll(texts);
    // One that cannot be opened is given as none, and the list says that it is missing.
    sql.select(SECRET.KEY, SECRET.SEALED)
        .from(SECRET)
        .where(SECRET.PLUGIN.eq(plugin))
        .forEach(row -> all.put(row.value1(), opened(plugin, row.value1(), row.value2())));
    return all;
  }

  private Map<String, String> here(String pluginId) {
    return settings.configuration().getOrDefault(pluginId, Map.of());
  }

  private Optional<UUID> installed(String pluginId) {
    return sql.select(PLUGIN.ID)
        .from(PLUGIN)
        .where(PLUGIN.PLUGIN_ID.eq(pluginId))
        .fetchOptional(PLUGIN.ID);
  }

  private String opened(UUID plugin, String key, byte[] sealed) {
    return safe.opened(sealed, place(plugin, key)).orElse("");
  }

  private static String place(UUID plugin, String key) {
    return plugin + "/" + key;
  }

  /** Whether this server was given what secrets are sealed with. */
  boolean keepsSecrets() {
    return safe.keeps();
  }

  /** What an act that sets a secret is known by: no guess at the secret can be tried on it. */
  String fingerprint(String secret) {
    return safe.fingerprint(secret);
  }

  private Optional<Version> newest(UUID plugin) {
    return history(plugin, 1).stream().findFirst();
  }

  /** The newest first. */
  List<Version> history(UUID plugin, int most) {
    return sql.selectFrom(CONFIGURATION)
        .where(CONFIGURATION.PLUGIN.eq(plugin))
        .orderBy(CONFIGURATION.VERSION.desc())
        .limit(most)
        .fetch(
            row ->
                new Version(
                    row.getVersion(),
                    JSON.readValue(row.getSettings().data(), TEXTS),
                    row.getSetAt().toInstant(),
                    new ActorId(row.getSetBy())));
  }

  List<Secret> secrets(UUID plugin) {
    return sql.select(SECRET.KEY, SECRET.SET_AT, SECRET.SET_BY)
        .from(SECRET)
        .where(SECRET.PLUGIN.eq(plugin))
        .orderBy(SECRET.KEY)
        .fetch(
            row -> new Secret(row.value1(), row.value2().toInstant(), new ActorId(row.value3())));
  }

  void configure(UUID plugin, Map<String, String> texts, ActorId by, Instant now) {
    sql.insertInto(CONFIGURATION)
        .set(CONFIGURATION.PLUGIN, plugin)
        .set(CONFIGURATION.VERSION, newest(plugin).map(Version::version).orElse(0) + 1)
        .set(CONFIGURATION.SETTINGS, JSONB.valueOf(JSON.writeValueAsString(texts)))
        .set(CONFIGURATION.SET_AT, now.atOffset(ZoneOffset.UTC))
        .set(CONFIGURATION.SET_BY, by.value())
        .execute();
  }

  void setSecret(UUID plugin, String key, String secret, ActorId by, Instant now) {
    byte[] sealed = safe.sealed(secret, place(plugin, key));
    sql.insertInto(SECRET)
        .set(SECRET.PLUGIN, plugin)
        .set(SECRET.KEY, key)
        .set(SECRET.SEALED, sealed)
        .set(SECRET.SET_AT, now.atOffset(ZoneOffset.UTC))
        .set(SECRET.SET_BY, by.value())
        .onConflict(SECRET.PLUGIN, SECRET.KEY)
        .doUpdate()
        .set(SECRET.SEALED, sealed)
        .set(SECRET.SET_AT, now.atOffset(ZoneOffset.UTC))
        .set(SECRET.SET_BY, by.value())
        .execute();
  }

  void forgetSecret(UUID plugin, String key) {
    sql.deleteFrom(SECRET).where(SECRET.PLUGIN.eq(plugin), SECRET.KEY.eq(key)).execute();
  }

  /** A plugin that is removed leaves no secret behind. */
  void forgetSecrets(UUID plugin) {
    sql.deleteFrom(SECRET).where(SECRET.PLUGIN.eq(plugin)).execute();
  }
}
