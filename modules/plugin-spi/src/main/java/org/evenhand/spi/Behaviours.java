package org.evenhand.spi;

import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Further behaviours for the catalogue (P7.1). Copied into the core when the plugin is installed,
 * retired when it no longer names them, never deleted: what was recorded stays readable.
 */
public interface Behaviours extends ExtensionPoint {

  /** Stable id of the list. */
  TypeId id();

  /** The entries; ids unique and in the plugin's own namespace. */
  List<BehaviourCode> behaviours();
}
