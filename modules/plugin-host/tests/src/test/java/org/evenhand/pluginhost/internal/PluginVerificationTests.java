package org.evenhand.pluginhost.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.pluginhost.internal.TryOutPlugins.codes;
import static org.evenhand.pluginhost.internal.TryOutPlugins.compiling;
import static org.evenhand.pluginhost.internal.TryOutPlugins.good;
import static org.evenhand.pluginhost.internal.TryOutPlugins.loaded;
import static org.evenhand.pluginhost.internal.TryOutPlugins.named;
import static org.evenhand.pluginhost.internal.TryOutPlugins.settings;
import static org.evenhand.pluginhost.internal.TryOutPlugins.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.evenhand.pluginhost.PluginCheckView;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.spi.SpiVersion;
import org.evenhandtest.PluginJar;
import org.evenhandtest.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin is looked at before a class of it is loaded, and a bad one stops nothing (P9.1). */
class PluginVerificationTests {

  @TempDir Path folder;

  static Stream<Arguments> badJars() {
    String source = type("parks.no-drones", "", "");
    return Stream.of(
        Arguments.of(
            "EXTENSION_INDEX_EMPTY",
            named("parks").source("parks.NoDrones", source).withoutAnnotationProcessing()),
        Arguments.of(
            "EXTENSION_CLASS_MISSING",
            named("parks").entry("META-INF/extensions.idx", "parks.Gone\n".getBytes(UTF_8))),
        Arguments.of(
            "SPI_RANGE_MISSING",
            PluginJar.plugin("parks", "1.2.0").source("parks.NoDrones", source)),
        Arguments.of("SPI_RANGE_NOT_MET", good().manifest("Plugin-Requires", ">=2.0.0 & <3.0.0")),
        Arguments.of("SPI_RANGE_MALFORMED", good().manifest("Plugin-Requires", "what you have")),
        Arguments.of("PLUGIN_CLASS", good().manifest("Plugin-Class", "parks.Start")),
        Arguments.of("PLUGIN_DEPENDENCIES", good().manifest("Plugin-Dependencies", "gone@1.0.0")),
        Arguments.of("BUNDLED_SPI", good().entry("org/evenhand/spi/Rule.class", new byte[] {1})),
        Arguments.of("BUNDLED_SPI", good().entry("org/pf4j/Extension.class", new byte[] {1})),
        Arguments.of(
            "BUNDLED_SPI",
            good().entry("META-INF/versions/21/org/evenhand/spi/Rule.class", new byte[] {1})),
        Arguments.of(
            "BUNDLED_APPLICATION",
            good().entry("org/evenhand/foundation/Acts.class", new byte[] {1})),
        Arguments.of(
            "BUNDLED_SPRING",
            good().entry("org/springframework/core/Ordered.class", new byte[] {1})),
        Arguments.of("BUNDLED_JDK", good().entry("java/sql/Driver.class", new byte[] {1})),
        Arguments.of("JAR_IN_JAR", good().entry("lib/other.jar", new byte[] {1})),
        Arguments.of("CLASS_FILE_MALFORMED", good().entry("parks/Odd.class", new byte[] {1, 2})),
        Arguments.of(
            "CLASS_FILE_TOO_NEW",
            good()
                .entry(
                    "parks/New.class",
                    new byte[] {
                      (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 1, 0, 0
                    })),
        Arguments.of("SIGNATURE_MISSING", good().unsigned()),
        Arguments.of(
            "SIGNATURE_BROKEN", good().entryAfterSigning("parks/NoDrones.class", new byte[] {1})),
        Arguments.of(
            "SIGNATURE_BROKEN",
            good()
                .entryAfterSigning(
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\nPlugin-Id: parks\n".getBytes(UTF_8))),
        Arguments.of(
            "SIGNATURE_INCOMPLETE", good().entryAfterSigning("parks/more.txt", new byte[] {1})),
        Arguments.of("SIGNER_UNKNOWN", good().signedBy(PluginJar.Signer.SOMEBODY_ELSE)),
        Arguments.of("SIGNER_REVOKED", good().signedBy(PluginJar.Signer.EXPIRED)),
        Arguments.of("JAR_ENTRY_NAME", good().entry("../outside.txt", new byte[] {1})),
        Arguments.of("JAR_ENTRY_NAME", good().entry("/etc/outside.txt", new byte[] {1})),
        Arguments.of(
            "TYPE_ID_FOREIGN",
            named("parks").source("parks.NoDrones", type("housing.no-drones", "", ""))),
        Arguments.of(
            "TYPE_ID_FOREIGN",
            named("parks").source("parks.NoDrones", type("evenhand.no-drones", "", ""))),
        Arguments.of(
            "TYPE_ID_TWICE",
            good().source("parks.Again", type("Again", "parks.no-drones", "", ""))),
        Arguments.of(
            "TYPE_ILL_DESCRIBED",
            named("parks")
                .source(
                    "parks.NoDrones", source.replace("Period.ofMonths(6)", "Period.ofMonths(0)"))),
        Arguments.of(
            "EXTENSION_POINT_NOT_SERVED",
            good()
                .source(
                    "parks.More",
                    """
                    package parks;

                    @org.pf4j.Extension
                    public class More implements org.pf4j.ExtensionPoint {}
                    """)),
        Arguments.of("TYPE_ID_FOREIGN", behaviours("police.more", "police.litter", "Litter")),
        Arguments.of("TYPE_ILL_DESCRIBED", behaviours("parks.more", "police.litter", "Litter")),
        Arguments.of(
            "TYPE_ILL_DESCRIBED", behaviours("parks.more", "parks.litter", "x".repeat(501))),
        Arguments.of(
            "TYPE_ID_TWICE",
            behaviours("parks.more", "parks.litter", "Litter")
                .source(
                    "parks.Again",
                    TryOutPlugins.list("Again", "parks.again", "parks.litter", "L"))),
        Arguments.of(
            "PLUGIN_FAILED",
            named("parks")
                .source(
                    "parks.NoDrones",
                    type(
                        "parks.no-drones",
                        "",
                        "public NoDrones() { throw new IllegalStateException(\"no\"); }"))),
        Arguments.of(
            "PLUGIN_FAILED",
            named("parks")
                .source("parks.NoDrones", source.replace("return Axis.WHAT;", "return null;"))));
  }

  private static PluginJar doing(String statement) {
    return compiling(
        "try { %s } catch (Exception e) { } return List.of();".formatted(statement), "");
  }

  private static PluginJar behaviours(String listId, String code, String words) {
    return named("parks").source("parks.More", TryOutPlugins.list("More", listId, code, words));
  }

  @Test
  @DisplayName("P7.1: behaviours of a plugin are read once, as data, and listed one by one")
  void readsBehaviours() {
    behaviours("parks.more", "parks.litter", "Leaves litter behind").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(host.all()).singleElement().returns(PluginState.ACTIVE, PluginView::state);
      assertThat(host.all().getFirst().extensions())
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.extensionPoint()).isEqualTo("Behaviours");
                assertThat(e.id()).isEqualTo("parks.litter");
                assertThat(e.name().in("en").value()).isEqualTo("Leaves litter behind");
              });
      assertThat(host.behaviours())
          .singleElement()
          .satisfies(
              list -> {
                assertThat(list.pluginId()).isEqualTo("parks");
                assertThat(list.version()).isEqualTo("1.2.0");
                assertThat(list.behaviours())
                    .singleElement()
                    .satisfies(b -> assertThat(b.id().value()).isEqualTo("parks.litter"));
              });
    }
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("badJars")
  void refusesABadJarAndSaysWhatIsWrong(String code, PluginJar jar) {
    jar.writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(host.all()).singleElement().returns(PluginState.REFUSED, PluginView::state);
      assertThat(codes(host)).contains(code);
      assertThat(host.restrictionTypes()).isEmpty();
      assertThat(host.all().getFirst().installedAt()).isNull();
    }
  }

  @Test
  @DisplayName("every problem has words for what it is and for what to do, without a gap in them")
  void everyProblemHasWords() throws IOException {
    var words = new Properties();
    try (var in =
        PluginVerificationTests.class.getResourceAsStream("/messages/plugin-host.properties")) {
      words.load(in);
    }
    var codes =
        badJars().map(a -> (String) a.get()[0]).collect(java.util.stream.Collectors.toSet());
    codes.addAll(
        Arrays.asList(
            "PLUGIN_NOT_FOUND",
            "PLUGIN_ID_TWICE",
            "SIGNER_FOR_OTHER_PLUGINS",
            "SIGNATURE_NOT_OF_ONE",
            "CLASS_REACHES_OUT",
            "USE_NOT_DECLARED",
            "JAR_UNREADABLE",
            "JAR_TOO_LARGE",
            "JAR_TOO_MANY_ENTRIES",
            "JAR_EXPANDS_TOO_FAR",
            "JAR_ENTRY_TWICE",
            "PLUGIN_TIMED_OUT"));
    for (String code : codes) {
      assertThat(words).containsKeys("problem." + code, "mend." + code);
    }
  }

  @Test
  void takesAJarThatPassesEveryCheck() {
    good().manifest("Plugin-Provider", "Parks team").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      PluginView plugin = host.all().getFirst();
      assertThat(plugin.reasons()).isEmpty();
      assertThat(plugin.state()).isEqualTo(PluginState.ACTIVE);
      assertThat(plugin.version()).isEqualTo("1.2.0");
      assertThat(plugin.spiRange()).isEqualTo("^1.0.0");
      assertThat(plugin.provider()).isEqualTo("Parks team");
      assertThat(plugin.sha256()).hasSize(64);
      assertThat(plugin.installedAt()).isEqualTo(TryOutPlugins.NOW);
      assertThat(plugin.extensions())
          .singleElement()
          .satisfies(
              extension -> {
                assertThat(extension.extensionPoint()).isEqualTo("RestrictionType");
                assertThat(extension.id()).isEqualTo("parks.no-drones");
                assertThat(extension.name().in("cy").value()).isEqualTo("Dim dronau");
              });
      assertThat(plugin.checks())
          .extracting(PluginCheckView::name)
          .containsExactly(
              "archive",
              "signature",
              "plugin-id",
              "plugin-version",
              "spi-range",
              "nothing-to-start",
              "declared-uses",
              "no-bundled-platform",
              "class-files",
              "reach",
              "extension-index");
      assertThat(plugin.checks()).allMatch(PluginCheckView::passed);
    }
  }

  @Test
  void aSignerOfOtherPluginsSignsNotThisOne() {
    named("elsewhere").source("parks.NoDrones", type("elsewhere.x", "", "")).writeTo(folder);

    try (var host = loaded(settings(folder, "elsewhere"))) {
      assertThat(codes(host)).containsExactly("SIGNER_FOR_OTHER_PLUGINS");
      assertThat(host.all().getFirst().reasons().getFirst().parameters())
          .containsEntry("subject", "CN=Test service-area")
          .containsEntry("id", "elsewhere");
    }
  }

  @Test
  @DisplayName("what no plugin may use, and what it uses without saying so, is found unrun")
  void findsWhatItWouldReach() {
    doing(
            """
            System.exit(1);
            Runtime.getRuntime().halt(1);
            new ProcessBuilder("ls");
            java.lang.foreign.Arena.global();
            ClassLoader.getSystemClassLoader();
            java.util.function.Function<String, String> look = System::getenv;
            Runnable end = () -> System.load("x");
            RestrictionType.class.getClassLoader();
            Thread.currentThread().getContextClassLoader();
            System.class.getMethod("exit", int.class);
            Class.forName("java.lang.System");
            new java.net.Socket("localhost", 1);
            java.net.URI.create("http://localhost").toURL().openStream();
            new java.io.FileReader("/etc/passwd");
            java.nio.file.Files.list(java.nio.file.Path.of("/"));
            new Thread(look.apply("x")).start();
            java.util.concurrent.Executors.newCachedThreadPool();
            """)
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(reached(host, "CLASS_REACHES_OUT"))
          .contains(
              "java.lang.System.exit",
              "java.lang.Runtime.halt",
              "java.lang.ProcessBuilder",
              "java.lang.foreign.Arena",
              "java.lang.ClassLoader.getSystemClassLoader",
              "java.lang.System.getenv",
              "java.lang.System.load");
      assertThat(reached(host, "USE_NOT_DECLARED"))
          .contains(
              "java.lang.Class.getClassLoader",
              "java.lang.Thread.getContextClassLoader",
              "java.lang.Class.getMethod",
              "java.lang.Class.forName",
              "java.net.Socket",
              "java.net.URL.openStream",
              "java.io.FileReader",
              "java.nio.file.Files",
              "java.lang.Thread.<init>",
              "java.util.concurrent.Executors");
    }
  }

  private static List<String> reached(PluginHost host, String code) {
    return host.all().getFirst().reasons().stream()
        .filter(reason -> reason.code().equals(code))
        .map(reason -> reason.parameters().get("what"))
        .toList();
  }

  @Test
  void whatAPluginDeclaresItMayUse() {
    doing("java.nio.file.Files.exists(java.nio.file.Path.of(\"/nowhere\"));")
        .manifest("Plugin-Uses", "files")
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).isEmpty();
      assertThat(
              host.restrictionTypes().getFirst().type().compile(org.evenhand.spi.Settings.empty()))
          .isEmpty();
    }
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    PluginJar.plugin("parks", "1.2.0")
        .manifest("Plugin-Class", "parks.Start")
        .entry("org/evenhand/spi/Rule.class", new byte[] {1})
        .writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host))
          .containsExactly(
              "SPI_RANGE_MISSING",
              "PLUGIN_CLASS",
              "BUNDLED_SPI",
              "CLASS_FILE_MALFORMED",
              "EXTENSION_INDEX_EMPTY");
    }
  }

  @Test
  void listsAPluginThatIsNamedButMissing() {
    try (var host = loaded(settings(folder.resolve("nowhere"), "parks", "parks", " "))) {
      assertThat(codes(host)).containsExactly("PLUGIN_NOT_FOUND");
      assertThat(host.all().getFirst().pluginId()).isEqualTo("parks");
    }
  }

  @Test
  void leavesAJarAloneThatNobodyNamed() {
    good().writeTo(folder);

    try (var host = loaded(settings(folder))) {
      assertThat(host.all()).isEmpty();
      assertThat(host.restrictionTypes()).isEmpty();
    }
  }

  @Test
  void refusesTwoJarsWithOneId() {
    good().writeTo(folder);
    good().manifest("Plugin-Version", "1.3.0").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).containsExactly("PLUGIN_ID_TWICE");
    }
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    Files.writeString(folder.resolve("parks-1.2.0.jar"), "not a jar at all");

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).containsExactly("JAR_UNREADABLE");
      assertThat(host.all().getFirst().checks())
          .containsExactly(new PluginCheckView("archive", false));
    }
  }

  @Test
  void refusesAVersionThatIsNoVersion() {
    good().manifest("Plugin-Version", "abc").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).containsExactly("PLUGIN_VERSION_MALFORMED");
    }
  }

  @Test
  void refusesAManifestWithoutAnId() throws IOException {
    Files.move(
        good().manifest("Plugin-Id", " ").writeTo(folder), folder.resolve("parks-1.2.0.jar"));

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(host.all()).singleElement().returns(PluginState.REFUSED, PluginView::state);
      assertThat(codes(host)).contains("PLUGIN_ID_MISSING");
    }
  }

  @Test
  void refusesAManifestWithoutAVersion() {
    good().manifest("Plugin-Version", " ").writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(host.all()).singleElement().returns(PluginState.REFUSED, PluginView::state);
      assertThat(codes(host)).containsExactly("PLUGIN_VERSION_MISSING");
    }
  }

  @Test
  void refusesTheNamespaceOfTheBuiltInTypes() {
    named("evenhand").source("parks.NoDrones", type("evenhand.no-drones", "", "")).writeTo(folder);

    try (var host = loaded(settings(folder, "evenhand"))) {
      assertThat(codes(host)).containsExactly("PLUGIN_ID_RESERVED");
    }
  }

  @Test
  void refusesAnIdThatCanBeNoNamespace() {
    named("Parks & Leisure").source("parks.NoDrones", type("parks.x", "", "")).writeTo(folder);

    try (var host = loaded(settings(folder, "Parks & Leisure"))) {
      assertThat(codes(host)).containsExactly("PLUGIN_ID_MALFORMED");
    }
  }

  @Test
  void refusesAJarThatUnpacksToFarMoreThanItIs() {
    good().entry("zeros.bin", new byte[40 << 20]).writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      assertThat(codes(host)).containsExactly("JAR_EXPANDS_TOO_FAR");
    }
  }

  @Test
  void refusesAJarThatIsTooLargeOrHoldsTooMuch() {
    good().writeTo(folder);

    var small = new ArchiveLimits(100, 1000, 1 << 20, 1 << 20, 100);
    try (var host = loaded(settings(folder, "parks"), small, new TestClock(TryOutPlugins.NOW))) {
      assertThat(codes(host)).containsExactly("JAR_TOO_LARGE");
    }
    var few = new ArchiveLimits(1 << 20, 1, 1 << 20, 1 << 20, 100);
    try (var host = loaded(settings(folder, "parks"), few, new TestClock(TryOutPlugins.NOW))) {
      assertThat(codes(host)).containsExactly("JAR_TOO_MANY_ENTRIES");
    }
  }

  @Test
  void oneBadPluginStopsNoGoodOne() {
    good().writeTo(folder);
    named("broken").entry("org/evenhand/app/Start.class", new byte[] {1}).writeTo(folder);

    try (var host = loaded(settings(folder, "broken", "missing", "parks"))) {
      assertThat(host.all())
          .extracting(PluginView::state)
          .containsExactly(PluginState.REFUSED, PluginState.REFUSED, PluginState.ACTIVE);
      assertThat(host.restrictionTypes()).hasSize(1);
    }
  }

  @Test
  void keepsRunningWhenTheFileGoesAway() throws IOException {
    Path jar = good().writeTo(folder);

    try (var host = loaded(settings(folder, "parks"))) {
      Files.delete(jar);
      var type = host.restrictionTypes().getFirst().type();
      assertThat(type.letter(org.evenhand.spi.Settings.empty()).what().in("en").value())
          .isEqualTo("Please fly no drone in the parks.");
    }
  }

  @Test
  void givesNoTypesAfterItWasClosed() {
    good().writeTo(folder);
    var host = loaded(settings(folder, "parks"));
    var before = new ArrayList<>(host.restrictionTypes());

    host.close();

    assertThat(before).hasSize(1);
    assertThat(host.restrictionTypes()).isEmpty();
  }

  @Test
  void theInterfaceHasASemanticVersion() {
    assertThat(com.github.zafarkhaja.semver.Version.isValid(SpiVersion.CURRENT)).isTrue();
  }
}
