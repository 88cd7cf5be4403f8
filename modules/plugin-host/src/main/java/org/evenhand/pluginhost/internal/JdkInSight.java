package org.evenhand.pluginhost.internal;

import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.pluginhost.PluginUse;

/**
 * What of the JDK a plugin sees: modules by an allow-list, and of those what they export to all.
 */
final class JdkInSight {

  /** Enough to compute, to write text and XML, and to be logged; no database, no desktop. */
  private static final Set<String> VISIBLE = exportedBy("java.base", "java.xml");

  /** What a plugin sees besides, if it says that it uses the network. */
  private static final Set<String> NETWORK = exportedBy("java.net.http");

  private static final Set<String> ALL =
      ModuleLayer.boot().modules().stream()
          .filter(Module::isNamed)
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private JdkInSight() {}

  static boolean showsPackage(String name, Collection<PluginUse> uses) {
    return VISIBLE.contains(name) || (NETWORK.contains(name) && uses.contains(PluginUse.NETWORK));
  }

  private static Set<String> exportedBy(String... modules) {
    return Stream.of(modules)
        .flatMap(name -> ModuleLayer.boot().findModule(name).stream())
        .flatMap(module -> module.getDescriptor().exports().stream())
        .filter(exported -> !exported.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True for a package of any module of this JDK, in sight or not. */
  static boolean ownsPackage(String name) {
    return name.equals("java") || name.startsWith("java.") || ALL.contains(name);
  }
}
