package org.evenhand.pluginhost.internal;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the JDK a plugin sees: modules by an allow-list, and of those what they export to all.
 */
final class JdkInSight {

  /**
   * Enough to compute, to write text and XML, and to be logged; no database, desktop or network
   * client.
   */
  static final List<String> MODULES = List.of("java.base", "java.xml");

  private static final Set<String> VISIBLE =
      MODULES.stream()
          .flatMap(name -> ModuleLayer.boot().findModule(name).stream())
          .flatMap(module -> module.getDescriptor().exports().stream())
          .filter(exported -> !exported.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ALL =
      ModuleLayer.boot().modules().stream()
          .filter(Module::isNamed)
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private JdkInSight() {}

  static boolean showsPackage(String name) {
    return VISIBLE.contains(name);
  }

  /** True for a package of any module of this JDK, in sight or not. */
  static boolean ownsPackage(String name) {
    return name.equals("java") || name.startsWith("java.") || ALL.contains(name);
  }
}
