package org.evenhand.pluginhost;

/** By which way a jar came. */
public enum PluginRoute {
  /** Named in the settings of this server and read from its folder; it runs on this node only. */
  SETTINGS,
  /** Uploaded by a plugin administrator. */
  UPLOAD,
  /** Dropped into the plugin folder of a server. */
  FOLDER,
  /** Named on the command line of a server. */
  COMMAND_LINE
}
