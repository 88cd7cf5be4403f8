package org.evenhand.pluginhost.internal;

import java.time.Instant;

/** Remembers when each plugin file was first taken into use. */
interface InstalledReleases {

  /** The moment it was first taken into use: now, if it never was before. */
  Instant since(String pluginId, String version, String sha256, Instant now);
}
