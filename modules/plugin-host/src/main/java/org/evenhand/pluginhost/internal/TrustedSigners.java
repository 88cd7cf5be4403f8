package org.evenhand.pluginhost.internal;

/** Whose signatures count, and for which plugins. */
interface TrustedSigners {

  /** How a signer stands with a plugin. */
  enum Standing {
    TRUSTED,
    /** Nobody said that this signer is trusted. */
    UNKNOWN,
    /** Trusted, but for plugins with other ids. */
    OTHER_PLUGINS,
    /** Trusted once, and no more. */
    REVOKED
  }

  Standing of(Signer signer, String pluginId);

  /** Whether an id lies within a prefix: {@code housing} and all that begin {@code housing-}. */
  static boolean within(String prefix, String pluginId) {
    return pluginId.equals(prefix) || pluginId.startsWith(prefix + "-");
  }
}
