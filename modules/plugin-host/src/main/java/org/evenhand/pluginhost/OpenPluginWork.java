package org.evenhand.pluginhost;

import java.util.List;
import java.util.Set;
import org.evenhand.foundation.GlobalId;
import org.evenhand.spi.TypeId;

/**
 * What is still open and was made with what a plugin brings. Each module that uses plugins answers
 * with one bean, for its own part.
 */
public interface OpenPluginWork {

  /**
   * Something that a plugin's leaving would cut off from being varied, extended, or sent.
   *
   * @param what a code with words under {@code pluginWork.<CODE>}
   * @param about which record, good for {@code node}
   * @param extension the extension that it was made with
   */
  record Item(String what, GlobalId about, TypeId extension) {}

  /** What is open of these plugins' extensions, by the plugin's id, in a stable order. */
  List<Item> of(Set<String> pluginIds);
}
