package org.evenhand.pluginhost.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.pluginhost.PluginUse;
import org.evenhand.spi.RestrictionType;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's class loader: its own classes from the archive that was verified, the SPI, and the
 * part of the JDK that is in sight. Nothing of the application, of Spring or of a database driver
 * can be named from here. Classes and resources live in memory; there is no file to close.
 */
final class PluginSight extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** All of PF4J that a plugin is written against. */
  private static final Set<String> PF4J = Set.of("org.pf4j.Extension", "org.pf4j.ExtensionPoint");

  private static final ClassLoader SPI = RestrictionType.class.getClassLoader();

  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> resources;
  private final List<PluginUse> uses;

  PluginSight(String pluginId, PluginArchive archive) {
    super("plugin-" + pluginId, ClassLoader.getPlatformClassLoader());
    this.classes = archive.classes();
    this.resources = archive.entries();
    this.uses = DeclaredUses.of(archive).known();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        found = find(name);
      }
      if (resolve) {
        resolveClass(found);
      }
      return found;
    }
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    if (isSpi(name)) {
      return SPI.loadClass(name);
    }
    int dot = name.lastIndexOf('.');
    if (dot > 0 && JdkInSight.showsPackage(name.substring(0, dot), uses)) {
      return getParent().loadClass(name);
    }
    return findClass(name);
  }

  private static boolean isSpi(String name) {
    return name.startsWith("org.evenhand.spi.")
        || name.startsWith("org.jspecify.annotations.")
        || PF4J.contains(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] content = resources.get(name);
    return content == null ? null : new ByteArrayInputStream(content);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return findResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return findResources(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return Collections.enumeration(found == null ? List.of() : List.of(found));
  }

  @Override
  protected @Nullable URL findResource(String name) {
    byte[] content = resources.get(name);
    if (content == null) {
      return null;
    }
    String path = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    try {
      return URL.of(URI.create("plugin:/" + path), new InMemory(content));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class InMemory extends URLStreamHandler {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }

        @Override
        public long getContentLengthLong() {
          return content.length;
        }
      };
    }
  }
}
