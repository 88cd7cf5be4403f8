package org.evenhand.pluginhost.internal;

import com.github.zafarkhaja.semver.Version;
import com.github.zafarkhaja.semver.expr.LexerException;
import com.github.zafarkhaja.semver.expr.UnexpectedTokenException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.TypeId;

/**
 * The verification of a plugin's jar: named checks in a fixed order. Every check is always run, so
 * that an author hears of everything at once.
 */
final class ArchiveChecks {

  /** All of them, for plugins written against this version of the SPI and signed by these. */
  static List<ArchiveCheck> all(String spiVersion, TrustedSigners trusted) {
    return List.of(
        check("signature", archive -> signature(archive, trusted)),
        check("plugin-id", ArchiveChecks::pluginId),
        check("plugin-version", ArchiveChecks::pluginVersion),
        check("spi-range", archive -> spiRange(archive, spiVersion)),
        check("nothing-to-start", ArchiveChecks::nothingToStart),
        check("declared-uses", ArchiveChecks::declaredUses),
        check("no-bundled-platform", ArchiveChecks::noBundledPlatform),
        check("class-files", ArchiveChecks::classFiles),
        check("reach", ArchiveChecks::reach),
        check("extension-index", ArchiveChecks::extensionIndex));
  }

  private ArchiveChecks() {}

  private static List<PluginProblem> signature(PluginArchive archive, TrustedSigners trusted) {
    return switch (archive.signature()) {
      case JarSignature.Wanting(PluginProblem problem) -> one(problem);
      case JarSignature.Whole(X509Certificate certificate) -> {
        var signer = Signer.of(certificate);
        String id = archive.attribute("Plugin-Id").orElse("");
        var said =
            Map.of(
                "id",
                PluginArchive.shown(id),
                "thumbprint",
                signer.thumbprint(),
                "subject",
                signer.subject());
        yield switch (trusted.of(signer, id)) {
          case TRUSTED -> List.of();
          case UNKNOWN -> one(new PluginProblem("SIGNER_UNKNOWN", said));
          case OTHER_PLUGINS -> one(new PluginProblem("SIGNER_FOR_OTHER_PLUGINS", said));
          case REVOKED -> one(new PluginProblem("SIGNER_REVOKED", said));
        };
      }
    };
  }

  private static List<PluginProblem> reach(PluginArchive archive) {
    return ClassScan.problems(archive.classes(), DeclaredUses.of(archive).known());
  }

  private static List<PluginProblem> pluginId(PluginArchive archive) {
    Optional<String> id = archive.attribute("Plugin-Id");
    if (id.isEmpty()) {
      return one(PluginProblem.of("PLUGIN_ID_MISSING"));
    }
    if (!isId(id.get())) {
      return one(PluginProblem.of("PLUGIN_ID_MALFORMED", "id", PluginArchive.shown(id.get())));
    }
    if (id.get().equals(TypeId.BUILT_IN)) {
      return one(PluginProblem.of("PLUGIN_ID_RESERVED", "id", id.get()));
    }
    return List.of();
  }

  /** A plugin's id is the namespace of its types. */
  static boolean isId(String id) {
    try {
      return new TypeId(id + ".x").namespace().equals(id);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static List<PluginProblem> pluginVersion(PluginArchive archive) {
    Optional<String> version = archive.attribute("Plugin-Version");
    if (version.isEmpty()) {
      return one(PluginProblem.of("PLUGIN_VERSION_MISSING"));
    }
    if (version.get().length() > 60 || !Version.isValid(version.get())) {
      return one(
          PluginProblem.of(
              "PLUGIN_VERSION_MALFORMED", "version", PluginArchive.shown(version.get())));
    }
    return List.of();
  }

  private static List<PluginProblem> spiRange(PluginArchive archive, String spiVersion) {
    Optional<String> range = archive.attribute("Plugin-Requires");
    if (range.isEmpty()) {
      return one(PluginProblem.of("SPI_RANGE_MISSING"));
    }
    String shown = PluginArchive.shown(range.get());
    boolean met;
    try {
      met = Version.parse(spiVersion).satisfies(range.get());
    } catch (LexerException | UnexpectedTokenException | IllegalArgumentException malformed) {
      return one(PluginProblem.of("SPI_RANGE_MALFORMED", "range", shown));
    }
    return met
        ? List.of()
        : one(
            new PluginProblem("SPI_RANGE_NOT_MET", Map.of("range", shown, "version", spiVersion)));
  }

  private static List<PluginProblem> nothingToStart(PluginArchive archive) {
    var problems = new ArrayList<PluginProblem>();
    if (archive.attribute("Plugin-Class").isPresent()) {
      problems.add(PluginProblem.of("PLUGIN_CLASS"));
    }
    if (archive.attribute("Plugin-Dependencies").isPresent()) {
      problems.add(PluginProblem.of("PLUGIN_DEPENDENCIES"));
    }
    return problems;
  }

  private static List<PluginProblem> declaredUses(PluginArchive archive) {
    return DeclaredUses.of(archive).unknown().stream()
        .map(use -> PluginProblem.of("PLUGIN_USE_UNKNOWN", "use", use))
        .toList();
  }

  private static List<PluginProblem> noBundledPlatform(PluginArchive archive) {
    for (String path : archive.entries().keySet()) {
      String name = withoutRelease(path);
      if (name.endsWith(".jar")) {
        return one(PluginProblem.of("JAR_IN_JAR", "entry", PluginArchive.shown(path)));
      }
      if (!name.endsWith(".class") || name.equals("module-info.class")) {
        continue;
      }
      if (name.startsWith("org/evenhand/spi/")
          || name.startsWith("org/pf4j/")
          || name.startsWith("org/jspecify/")) {
        return one(PluginProblem.of("BUNDLED_SPI", "entry", PluginArchive.shown(path)));
      }
      if (name.startsWith("org/evenhand/") && !name.startsWith("org/evenhand/plugins/")) {
        return one(PluginProblem.of("BUNDLED_APPLICATION", "entry", PluginArchive.shown(path)));
      }
      if (name.startsWith("org/springframework/")) {
        return one(PluginProblem.of("BUNDLED_SPRING", "entry", PluginArchive.shown(path)));
      }
      if (JdkInSight.ownsPackage(packageOf(name))) {
        return one(PluginProblem.of("BUNDLED_JDK", "entry", PluginArchive.shown(path)));
      }
    }
    return List.of();
  }

  private static String withoutRelease(String path) {
    return path.startsWith("META-INF/versions/")
        ? path.replaceFirst("META-INF/versions/[^/]*/", "")
        : path;
  }

  private static String packageOf(String classFile) {
    int end = classFile.lastIndexOf('/');
    return end < 0 ? "" : classFile.substring(0, end).replace('/', '.');
  }

  private static List<PluginProblem> classFiles(PluginArchive archive) {
    int newest = 44 + Runtime.version().feature();
    for (var entry : archive.classes().entrySet()) {
      byte[] head = entry.getValue();
      boolean classFile =
          head.length > 8
              && head[0] == (byte) 0xCA
              && head[1] == (byte) 0xFE
              && head[2] == (byte) 0xBA
              && head[3] == (byte) 0xBE;
      String name = PluginArchive.shown(entry.getKey());
      if (!classFile) {
        return one(PluginProblem.of("CLASS_FILE_MALFORMED", "class", name));
      }
      int major = (head[6] & 0xFF) << 8 | (head[7] & 0xFF);
      if (major > newest) {
        return one(
            new PluginProblem(
                "CLASS_FILE_TOO_NEW",
                Map.of(
                    "class",
                    name,
                    "java",
                    Integer.toString(major - 44),
                    "running",
                    Integer.toString(newest - 44))));
      }
    }
    return List.of();
  }

  private static List<PluginProblem> extensionIndex(PluginArchive archive) {
    List<String> listed = archive.extensionClasses();
    if (listed.isEmpty()) {
      return one(PluginProblem.of("EXTENSION_INDEX_EMPTY"));
    }
    var problems = new ArrayList<PluginProblem>();
    var classes = archive.classes();
    for (String name : listed) {
      if (!classes.containsKey(name)) {
        problems.add(
            PluginProblem.of("EXTENSION_CLASS_MISSING", "class", PluginArchive.shown(name)));
      }
    }
    return problems;
  }

  private static List<PluginProblem> one(PluginProblem problem) {
    return List.of(problem);
  }

  private static ArchiveCheck check(
      String name, Function<PluginArchive, List<PluginProblem>> finding) {
    return new ArchiveCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<PluginProblem> problems(PluginArchive archive) {
        return finding.apply(archive);
      }
    };
  }
}
