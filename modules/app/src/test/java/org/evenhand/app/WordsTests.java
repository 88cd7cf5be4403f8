package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the modules say, taken together: all bundles are read as if they were one. */
class WordsTests {

  /** One sentence, and where it stands. */
  private record Said(String bundle, String key, String text) {}

  @Test
  void everyModuleThatSpeaksIsHeard() throws IOException {
    assertThat(saidByTheHouse())
        .extracting(Said::bundle)
        .contains("foundation", "policy", "intake", "designation", "restrictions", "app");
  }

  @Test
  void noKeyMeansTwoThings() throws IOException {
    assertThat(ambiguousIn(saidByTheHouse())).isEmpty();
  }

  @Test
  @DisplayName("T28: codes and sentences about customers are neutral")
  void wordsAboutCustomersAreNeutral() throws IOException {
    assertThat(unsuitableIn(saidByTheHouse())).isEmpty();
  }

  @Test
  void whatIsWrongOnPurposeIsFound() throws IOException {
    var said = new ArrayList<Said>();
    said.addAll(
        read("kitchen", new StringReader("a=One.\nb=Same.\nTRIVIAL_MATTER=Fine.\nd=x\nd=y")));
    said.addAll(
        read("parlour", new StringReader("a=Two.\nb=Same.\nc=An abusive \\\n  customer called.")));
    said.addAll(read("parlour_cy", new StringReader("a=Dau.\nb=Yr un.")));
    said.addAll(read("kitchen_cy", new StringReader("e=Banned.")));

    assertThat(ambiguousIn(said))
        .containsExactly(
            "a: kitchen says \"One.\", parlour says \"Two.\"",
            "d: kitchen says \"x\", kitchen says \"y\"");
    assertThat(unsuitableIn(said))
        .containsExactlyInAnyOrder(
            "kitchen TRIVIAL_MATTER: trivial",
            "parlour c: abusive customer",
            "kitchen_cy e: banned");
  }

  /** Within a language: the Welsh sentence for a key is of course another one. */
  private static List<String> ambiguousIn(List<Said> all) {
    Map<String, List<Said>> byKey = new TreeMap<>();
    for (Said said : all) {
      String language = said.bundle().endsWith("_cy") ? " (cy)" : "";
      byKey.computeIfAbsent(said.key() + language, k -> new ArrayList<>()).add(said);
    }
    return byKey.entrySet().stream()
        .filter(e -> e.getValue().stream().map(Said::text).distinct().count() > 1)
        .map(
            e ->
                e.getKey()
                    + ": "
                    + String.join(
                        ", ",
                        e.getValue().stream()
                            .map(s -> s.bundle() + " says \"" + s.text() + "\"")
                            .toList()))
        .toList();
  }

  private static List<String> unsuitableIn(List<Said> all) {
    return all.stream()
        .flatMap(
            s ->
                NeutralWords.unsuitableIn(s.key() + ": " + s.text())
                    .map(word -> s.bundle() + " " + s.key() + ": " + word))
        .toList();
  }

  private static List<Said> saidByTheHouse() throws IOException {
    var said = new ArrayList<Said>();
    Path modules = Path.of(System.getProperty("evenhand.root"), "modules");
    try (var files = Files.list(modules)) {
      for (Path module : files.sorted().toList()) {
        Path messages = module.resolve("src/main/resources/messages");
        if (Files.isDirectory(messages)) {
          said.addAll(read(messages));
        }
      }
    }
    return said;
  }

  private static List<Said> read(Path messages) throws IOException {
    var said = new ArrayList<Said>();
    try (var bundles = Files.newDirectoryStream(messages, "*.properties")) {
      for (Path bundle : bundles) {
        try (Reader reader = Files.newBufferedReader(bundle)) {
          String file = bundle.getFileName().toString();
          said.addAll(read(file.substring(0, file.length() - ".properties".length()), reader));
        }
      }
    }
    return said;
  }

  private static List<Said> read(String bundle, Reader reader) throws IOException {
    var said = new ArrayList<Said>();
    // Of a key that stands twice in one file, a table would keep the last without a word.
    new Properties() {
      @Override
      public synchronized Object put(Object key, Object text) {
        said.add(new Said(bundle, key.toString(), text.toString()));
        return super.put(key, text);
      }
    }.load(reader);
    return said;
  }
}
