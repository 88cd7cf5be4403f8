package org.evenhand.pluginhost;

import java.util.List;
import org.evenhand.foundation.GlobalId;
import org.evenhand.spi.TypeId;

/**
 * What another version of a plugin would make of what was made with it. Answered by the modules
 * that keep such things; nothing changes by asking.
 */
public interface ImpactOfPlugins {

  /** How something would come out that was compiled by another version. */
  enum Change {
    /** Somewhere, or some day, it would ask more: a variation with notice, if it is wanted. */
    TIGHTENS,
    /** It would ask no more anywhere: a recorded correction may follow. */
    LOOSENS,
    /** A person would have to choose something first. */
    NEEDS_DECISION,
    /** The version has no such type: it could not be varied or extended any more. */
    TYPE_GONE,
    /** The version failed to compile it. */
    NOT_COMPILED
  }

  /** Something that would come out differently; {@code about} is good for {@code node}. */
  record Item(GlobalId about, TypeId extension, Change change) {}

  /**
   * What was found.
   *
   * @param looked how many stand that were made with the plugin
   * @param different those that would come out differently, in a stable order
   */
  record Impact(int looked, List<Item> different) {
    public Impact {
      different = List.copyOf(different);
    }
  }

  /**
   * Compiles everything that stands anew, with these types instead of those that made it.
   *
   * @param other the types of the other version
   */
  Impact of(String pluginId, List<InstalledRestrictionType> other);
}
