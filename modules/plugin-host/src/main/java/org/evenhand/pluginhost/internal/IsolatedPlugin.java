package org.evenhand.pluginhost.internal;

import java.nio.file.Path;
import java.util.List;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.LegacyExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J for one version of one plugin. No plugin can stand in another's way: there is no second one
 * here to depend on, to have the same id, or to fail resolving.
 */
final class IsolatedPlugin extends AbstractPluginManager {

  private final PluginArchive archive;
  private final String pluginId;
  private final String version;

  /** Takes an archive that passed every check. */
  IsolatedPlugin(PluginArchive archive, String pluginId, String version) {
    super(List.of());
    this.archive = archive;
    this.pluginId = pluginId;
    this.version = version;
    // Again, because PF4J asked for all of these before the fields above had their values.
    super.initialize();
    setSystemVersion("0.0.0");
  }

  @Override
  protected void initialize() {}

  /** Loads the archive; classes are loaded only when extensions are asked for. */
  void load() {
    loadPluginFromPath(archive.file());
    resolvePlugins();
    startPlugin(pluginId);
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new PluginRepository() {
      @Override
      public List<Path> getPluginPaths() {
        return List.of(archive.file());
      }

      @Override
      public boolean deletePluginPath(Path path) {
        return false;
      }
    };
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public PluginDescriptor find(Path path) {
        // The range was checked already, against the SPI and not against this manager.
        return new DefaultPluginDescriptor(
            pluginId, "", Plugin.class.getName(), version, "", "", "");
      }
    };
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        return new PluginSight(pluginId, archive);
      }
    };
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new NothingToStart();
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  @Override
  protected ExtensionFinder createExtensionFinder() {
    return new LegacyExtensionFinder(this);
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String id) {
        return false;
      }

      @Override
      public void disablePlugin(String id) {}

      @Override
      public void enablePlugin(String id) {}
    };
  }

  @Override
  protected VersionManager createVersionManager() {
    return new DefaultVersionManager();
  }

  private static final class NothingToStart extends Plugin {}
}
