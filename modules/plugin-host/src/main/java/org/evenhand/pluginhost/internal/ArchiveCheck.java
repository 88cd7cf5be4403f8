package org.evenhand.pluginhost.internal;

import java.util.List;
import org.evenhand.pluginhost.PluginProblem;

/** Something a plugin's jar must pass before a class of it is loaded. */
interface ArchiveCheck {

  /** Stable, in lower-case words joined by hyphens; shown to the plugin administrator. */
  String name();

  /** What is wrong; empty when nothing is. Copes with jars that fail other checks. */
  List<PluginProblem> problems(PluginArchive archive);
}
