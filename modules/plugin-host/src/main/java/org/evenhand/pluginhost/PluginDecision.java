package org.evenhand.pluginhost;

/** What the nodes are to do with a plugin. */
public enum PluginDecision {
  /** It is there and nothing of it runs: nobody enabled it yet. */
  STAGED,
  /** It is in use. */
  ENABLED,
  /** It was in use, and is not for now. */
  DISABLED,
  /** It is gone; what it made stays in force. */
  UNINSTALLED
}
