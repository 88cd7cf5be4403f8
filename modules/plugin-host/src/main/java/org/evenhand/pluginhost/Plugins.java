package org.evenhand.pluginhost;

import java.util.List;

/** The plugins named in the configuration and how each of them fares on this node. */
public interface Plugins {

  /** All of them, refused ones too, in the order of the configuration. */
  List<PluginView> all();
}
