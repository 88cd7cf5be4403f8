package org.evenhand.pluginhost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The plugins of this node: those that its settings name, and those that every node runs; and how
 * each of them fares here.
 */
public interface Plugins {

  /** All of them, refused ones too, those of the settings first, in their order. */
  List<PluginView> all();

  /** The one that was installed under this id; empty for none. */
  Optional<PluginView> find(UUID id);

  /**
   * Takes up on this node what was decided for all; cheap where nothing was. Call it outside any
   * transaction.
   *
   * @return whether anything was decided since the last time
   */
  boolean takeUp();

  /** What each node that is there last said of these plugins, by their ids. */
  Map<String, List<PluginNodeView>> onNodes(Collection<String> pluginIds);
}
