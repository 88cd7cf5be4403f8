package org.evenhand.pluginhost.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.evenhand.pluginhost.PluginProblem;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's jar, read once and within limits. What is verified is what is loaded: the file is not
 * looked at again, so it may be replaced or deleted while the plugin runs.
 */
final class PluginArchive {

  static final String EXTENSION_INDEX = "META-INF/extensions.idx";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final int LONGEST_NAME = 500;

  private final Path file;
  private final String sha256;
  private final JarSignature signature;
  private final Manifest manifest;
  private final Map<String, byte[]> entries;
  private final byte[] bytes;

  private PluginArchive(
      Path file,
      byte[] bytes,
      JarSignature signature,
      Manifest manifest,
      Map<String, byte[]> entries) {
    this.file = file;
    this.bytes = bytes;
    this.sha256 = digest(bytes);
    this.signature = signature;
    this.manifest = manifest;
    this.entries = entries;
  }

  /** A jar that was read, or why it was not. */
  sealed interface Read {
    record Good(PluginArchive archive) implements Read {}

    record Bad(PluginProblem problem) implements Read {}
  }

  static Read read(Path file, ArchiveLimits limits) {
    try {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes((int) limits.fileBytes() + 1);
      }
      return read(file, bytes, limits);
    } catch (IOException e) {
      return bad("JAR_UNREADABLE", "file", name(file));
    }
  }

  /** The same of bytes that are there already; the path says only how they are called. */
  static Read read(Path file, byte[] bytes, ArchiveLimits limits) {
    if (bytes.length > limits.fileBytes()) {
      return bad("JAR_TOO_LARGE", "limit", Long.toString(limits.fileBytes()));
    }
    try {
      return unpack(file, bytes, limits);
    } catch (IOException | IllegalArgumentException e) {
      return bad("JAR_UNREADABLE", "file", name(file));
    }
  }

  private static Read unpack(Path file, byte[] bytes, ArchiveLimits limits) throws IOException {
    SequencedMap<String, byte[]> entries = new TreeMap<>();
    long most =
        Math.min(limits.totalBytes(), Math.max(1L << 20, limits.ratio() * (long) bytes.length));
    long total = 0;
    int seen = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++seen > limits.entries()) {
          return bad("JAR_TOO_MANY_ENTRIES", "limit", Integer.toString(limits.entries()));
        }
        String name = entry.getName();
        if (!harmless(name)) {
          return bad("JAR_ENTRY_NAME", "entry", shown(name));
        }
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = atMost(zip, Math.min(limits.entryBytes(), most - total));
        if (content == null) {
          return bad("JAR_EXPANDS_TOO_FAR", "entry", shown(name));
        }
        total += content.length;
        if (entries.put(name, content) != null) {
          return bad("JAR_ENTRY_TWICE", "entry", shown(name));
        }
      }
    }
    if (seen == 0) {
      return bad("JAR_UNREADABLE", "file", name(file));
    }
    byte[] head = entries.get(MANIFEST);
    var manifest = head == null ? new Manifest() : new Manifest(new ByteArrayInputStream(head));
    return new Read.Good(new PluginArchive(file, bytes, JarSignature.of(bytes), manifest, entries));
  }

  /** Null when there is more than the limit. */
  private static byte @Nullable [] atMost(ZipInputStream zip, long limit) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      if (out.size() + (long) n > limit) {
        return null;
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private static boolean harmless(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.indexOf('\\') < 0
        && name.indexOf(':') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && !name.startsWith("/")
        && !List.of(name.split("/", -1)).contains("..");
  }

  private static Read bad(String code, String parameter, String value) {
    return new Read.Bad(PluginProblem.of(code, parameter, value));
  }

  static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
  }

  private static String name(Path file) {
    return shown(String.valueOf(file.getFileName()));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Path file() {
    return file;
  }

  /** Name of the file alone, fit to be shown. */
  String fileName() {
    return name(file);
  }

  String sha256() {
    return sha256;
  }

  /** The whole jar. */
  byte[] bytes() {
    return bytes;
  }

  JarSignature signature() {
    return signature;
  }

  /** Who signed all of it; empty where nobody did. */
  Optional<Signer> signer() {
    return signature instanceof JarSignature.Whole(X509Certificate certificate)
        ? Optional.of(Signer.of(certificate))
        : Optional.empty();
  }

  /** A main attribute of the manifest, stripped; empty when it is missing or blank. */
  Optional<String> attribute(String name) {
    Attributes attributes = manifest.getMainAttributes();
    return Optional.ofNullable(attributes.getValue(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Every file in the jar by its path. */
  Map<String, byte[]> entries() {
    return entries;
  }

  /** Classes that the build listed as extensions; empty when there is no list. */
  List<String> extensionClasses() {
    byte[] index = entries.get(EXTENSION_INDEX);
    if (index == null) {
      return List.of();
    }
    return new String(index, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  /** The classes by name, in one new map that a class loader may take from. */
  Map<String, byte[]> classes() {
    var classes = new HashMap<String, byte[]>();
    entries.forEach(
        (path, content) -> {
          if (path.endsWith(".class") && !path.startsWith("META-INF/")) {
            String name = path.substring(0, path.length() - ".class".length());
            classes.put(name.replace('/', '.'), content);
          }
        });
    return classes;
  }
}
