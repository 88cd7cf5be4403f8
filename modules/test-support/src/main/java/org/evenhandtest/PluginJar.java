package org.evenhandtest;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;
import org.jspecify.annotations.Nullable;

/** A plugin jar, good or bad on purpose, compiled, packed and signed inside the test. */
public final class PluginJar {

  /** What a plugin is compiled against; the whole class path of a test takes far longer. */
  private static final String CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> entry.matches(".*(plugin-spi|pf4j|jspecify|slf4j-api|java-semver).*"))
          .collect(Collectors.joining(File.pathSeparator));

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Kept open: reading the JDK's own classes again for each plugin is most of the time. */
  private static final StandardJavaFileManager JARS =
      COMPILER.getStandardFileManager(null, null, null);

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<String> compilerOptions = new ArrayList<>();
  private final Map<String, byte[]> afterSigning = new LinkedHashMap<>();
  private @Nullable Signer signer = Signer.SERVICE_AREA;

  /** Who signs, with keys that are for tests only. */
  public enum Signer {
    SERVICE_AREA("service-area"),
    SOMEBODY_ELSE("somebody-else"),
    EXPIRED("expired");

    private static final char[] PASSWORD = "for-tests".toCharArray();
    private static final KeyStore KEYS = keys();

    private final String alias;

    Signer(String alias) {
      this.alias = alias;
    }

    private static KeyStore keys() {
      try (var in = PluginJar.class.getResourceAsStream("/plugin-signing.p12")) {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(in, PASSWORD);
        return keys;
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    public Certificate certificate() {
      try {
        return KEYS.getCertificate(alias);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private JarSigner signer() {
      try {
        return new JarSigner.Builder(
                (KeyStore.PrivateKeyEntry)
                    KEYS.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD)))
            .signerName(alias.toUpperCase(java.util.Locale.ROOT).replace('-', '_').substring(0, 7))
            .build();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Writes the certificate as a file that {@code evenhand.plugins.trusted} can name. */
    public Path writeCertificate(Path folder) {
      try {
        return Files.write(folder.resolve(alias + ".cer"), certificate().getEncoded());
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

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

  public PluginJar signedBy(Signer other) {
    signer = other;
    return this;
  }

  public PluginJar unsigned() {
    signer = null;
    return this;
  }

  /** Adds or replaces a file once the jar was signed. */
  public PluginJar entryAfterSigning(String path, byte[] content) {
    afterSigning.put(path, content);
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
      if (signer != null) {
        sign(jar, signer, work.resolve("signed.jar"));
      }
      if (!afterSigning.isEmpty()) {
        tamper(jar, work.resolve("tampered.jar"));
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar's bytes, as they would be uploaded. */
  public byte[] bytes() {
    try {
      Path folder = Files.createTempDirectory("plugin-jar");
      return Files.readAllBytes(writeTo(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sign(Path jar, Signer signer, Path signed) throws IOException {
    try (var from = new ZipFile(jar.toFile());
        var to = Files.newOutputStream(signed)) {
      signer.signer().sign(from, to);
    }
    Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private void tamper(Path jar, Path tampered) throws IOException {
    var left = new LinkedHashMap<>(afterSigning);
    try (var from = new ZipFile(jar.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(tampered))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] other = left.remove(entry.getName());
        to.write(other == null ? from.getInputStream(entry).readAllBytes() : other);
        to.closeEntry();
      }
      for (var entry : left.entrySet()) {
        to.putNextEntry(new ZipEntry(entry.getKey()));
        to.write(entry.getValue());
        to.closeEntry();
      }
    }
    Files.move(tampered, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private void compile(Path work, Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    var options = new ArrayList<>(List.of("-d", classes.toString(), "-classpath", CLASS_PATH));
    if (compilerOptions.isEmpty()) {
      options.addAll(List.of("-processor", "org.pf4j.processor.ExtensionAnnotationProcessor"));
    }
    options.addAll(compilerOptions);
    var files = new ArrayList<Path>();
    for (var source : sources.entrySet()) {
      Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      files.add(file);
    }
    var said = new StringWriter();
    synchronized (COMPILER) {
      boolean compiled =
          COMPILER
              .getTask(
                  said,
                  JARS,
                  problem -> said.append(problem.toString()).append('\n'),
                  options,
                  null,
                  JARS.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the plugin's sources do not compile: " + said);
      }
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
