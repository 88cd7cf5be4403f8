package org.evenhand.pluginhost;

/** Something beyond computing that a plugin's manifest says it does, for whoever installs it. */
public enum PluginUse {
  /** Reads and writes files where its configuration says. */
  FILES,
  /** Calls other machines where its configuration says. */
  NETWORK,
  /** Finds and calls classes by name, such as a library that it brings does. */
  REFLECTION,
  /** Starts threads of its own. */
  THREADS
}
