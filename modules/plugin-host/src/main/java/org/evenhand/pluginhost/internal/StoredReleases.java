package org.evenhand.pluginhost.internal;

import static org.evenhand.pluginhost.internal.jooq.Tables.PLUGIN_RELEASE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.evenhand.foundation.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredReleases implements InstalledReleases {

  private final DSLContext database;

  StoredReleases(DSLContext database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Instant since(String pluginId, String version, String sha256, Instant now) {
    var r = PLUGIN_RELEASE;
    database
        .insertInto(r, r.ID, r.PLUGIN_ID, r.VERSION, r.SHA256, r.INSTALLED_AT)
        .values(Ids.next(), pluginId, version, sha256, now.atOffset(ZoneOffset.UTC))
        .onConflict(r.PLUGIN_ID, r.VERSION, r.SHA256)
        .doNothing()
        .execute();
    return Objects.requireNonNull(
            database
                .select(r.INSTALLED_AT)
                .from(r)
                .where(r.PLUGIN_ID.eq(pluginId), r.VERSION.eq(version), r.SHA256.eq(sha256))
                .fetchSingle(r.INSTALLED_AT))
        .toInstant();
  }
}
