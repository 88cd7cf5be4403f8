package org.evenhand.pluginhost.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.pluginhost.PluginUse;

/** The manifest's {@code Plugin-Uses}: words separated by commas, such as {@code files}. */
record DeclaredUses(List<PluginUse> known, List<String> unknown) {

  static DeclaredUses of(PluginArchive archive) {
    var known = new ArrayList<PluginUse>();
    var unknown = new ArrayList<String>();
    for (String word : archive.attribute("Plugin-Uses").orElse("").split(",")) {
      String use = word.strip();
      if (!use.isEmpty()) {
        named(use).ifPresentOrElse(known::add, () -> unknown.add(PluginArchive.shown(use)));
      }
    }
    return new DeclaredUses(List.copyOf(known), List.copyOf(unknown));
  }

  private static Optional<PluginUse> named(String word) {
    return Arrays.stream(PluginUse.values()).filter(use -> word(use).equals(word)).findFirst();
  }

  /** As the manifest writes it. */
  static String word(PluginUse use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
