package org.evenhandtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** A plugin jar, good or bad on purpose, compiled and packed inside the test. */
public final class PluginJar {

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<String> compilerOptions = new ArrayList<>();

  private PluginJar() {}

  public static PluginJar plugin(String id, String version) {
    var jar = new PluginJar();
    jar.manifest.put("Plugin-Id", id);
    jar.manifest.put("Plugin-Version", version);
    return jar;
  }

  public PluginJar manifest(String name, String value) {
    manifest.put(name, value);
    return this;
  }

  public PluginJar source(String className, String source) {
    sources.put(className, source);
    return this;
  }

  public PluginJar entry(String path, byte[] content) {
    entries.put(path, content);
    return this;
  }

  /** Leaves the extension index out, as a build does that forgot the annotation processor. */
  public PluginJar withoutAnnotationProcessing() {
    compilerOptions.add("-proc:none");
    return this;
  }

  /** Compiles against this test's class path and writes the jar. */
  public Path writeTo(Path folder) {
    try {
      Path work = Files.createTempDirectory(folder, "plugin");
      Path classes = Files.createDirectories(work.resolve("classes"));
      compile(work, classes);
      Path jar =
          folder.resolve(manifest.get("Plugin-Id") + "-" + manifest.get("Plugin-Version") + ".jar");
      pack(classes, jar);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path work, Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    var arguments =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")));
    if (compilerOptions.isEmpty()) {
      arguments.addAll(List.of("-processor", "org.pf4j.processor.ExtensionAnnotationProcessor"));
    }
    arguments.addAll(compilerOptions);
    for (var source : sources.entrySet()) {
      Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException("the plugin's sources do not compile");
    }
  }

  private void pack(Path classes, Path jar) throws IOException {
    var head = new Manifest();
    head.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> head.getMainAttributes().putValue(name, value));
    try (var out = new JarOutputStream(Files.newOutputStream(jar), head);
        var walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }
}
