package org.evenhand.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Question 29: a service area's developer begins with one command, and what it made passes. */
class NewPluginTests {

  private static final Path PLUGINS = Path.of("..", "..", "plugins");

  @TempDir Path root;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int begin(String... args) throws IOException {
    return NewPlugin.run(List.of(args), root, new PrintStream(said, true, UTF_8));
  }

  private void withTheTemplate() throws IOException {
    Path plugins = Files.createDirectory(root.resolve("plugins"));
    Files.copy(PLUGINS.resolve("pom.xml"), plugins.resolve("pom.xml"));
    Path template = PLUGINS.resolve("template");
    try (var all = Files.walk(template)) {
      for (Path file : all.toList()) {
        Path copy = plugins.resolve("template").resolve(template.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  @DisplayName("what the command makes compiles, lists its type, and passes its contract")
  void whatItMakesPasses() throws Exception {
    withTheTemplate();
    assertThat(begin("adult-care", "Adult care")).as(said.toString(UTF_8)).isZero();

    Path made = root.resolve("plugins/adult-care");
    assertThat(Files.readString(root.resolve("plugins/pom.xml")))
        .contains("<module>adult-care</module>\n  </modules>");
    assertThat(made.resolve("pom.xml"))
        .content()
        .contains("<plugin.id>adult-care</plugin.id>", ">Adult care<");
    try (var files = Files.walk(made)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContainIgnoringCase("template");
      }
    }

    Path classes = compiled(made);
    assertThat(classes.resolve("META-INF/extensions.idx"))
        .content()
        .contains("org.evenhand.plugins.adultcare.ByAppointment");
    Path words = Path.of("org/evenhand/plugins/adultcare/words.properties");
    Files.copy(made.resolve("src/main/resources").resolve(words), classes.resolve(words));
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      assertThat(
              passed(loader.loadClass("org.evenhand.plugins.adultcare.ByAppointmentContractTests")))
          .as("tests that passed")
          .isGreaterThan(20);
    }
  }

  /** Main and test sources together, with the annotation processor that lists extensions. */
  private Path compiled(Path made) throws IOException {
    Path classes = Files.createDirectory(root.resolve("classes"));
    List<Path> sources;
    try (Stream<Path> all = Files.walk(made)) {
      sources =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
      var log = new java.io.StringWriter();
      boolean good =
          compiler
              .getTask(
                  log,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      "-processor",
                      "org.pf4j.processor.ExtensionAnnotationProcessor"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(good).as(log.toString()).isTrue();
    }
    return classes;
  }

  private static int passed(Class<?> tests) throws Exception {
    var constructor = tests.getDeclaredConstructor();
    constructor.setAccessible(true);
    int passed = 0;
    for (Method method : methods(tests)) {
      method.setAccessible(true);
      if (method.isAnnotationPresent(Test.class)) {
        method.invoke(constructor.newInstance());
        passed++;
      } else if (method.isAnnotationPresent(TestFactory.class)) {
        for (Object test : ((Stream<?>) method.invoke(constructor.newInstance())).toList()) {
          try {
            ((DynamicTest) test).getExecutable().execute();
          } catch (Throwable e) {
            throw new AssertionError(((DynamicTest) test).getDisplayName(), e);
          }
          passed++;
        }
      }
    }
    return passed;
  }

  private static List<Method> methods(Class<?> type) {
    var all = new ArrayList<Method>();
    for (Class<?> one = type; one != Object.class; one = one.getSuperclass()) {
      all.addAll(List.of(one.getDeclaredMethods()));
    }
    return all;
  }

  @Test
  void saysWhyItDoesNotBegin() throws IOException {
    assertThat(begin("parks", "Parks")).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("run it from the root of the project");
    withTheTemplate();
    assertThat(begin("Parks", "Parks")).isEqualTo(1);
    assertThat(begin("template", "Parks")).isEqualTo(1);
    assertThat(begin("parks")).isEqualTo(1);
    assertThat(begin("parks", "Parks")).isZero();
    assertThat(begin("parks", "Parks")).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("is there already");
  }
}
