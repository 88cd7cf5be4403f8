package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.IdentifierForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Words that people read: all there, and neutral (T28). */
class WordsTests {

  private static final Pattern CODE =
      Pattern.compile(
          "(?:Refusal|AuthorityRefusal)\\s*\\.(?:of|at)\\(\\s*\"([A-Z_]+)\"|new Warning\\(\\s*\"([A-Z_]+)\"|Warning\\.of\\(\\s*\"([A-Z_]+)\"");
  private static final Pattern BLAME =
      Pattern.compile(
          "\\b(banned?|vexatious|trivial|chas(er|ing)|abus(e|er|ive)|nuisance|waste)\\b");

  @Test
  @DisplayName("P7.1: the seventeen examples and OTHER, which alone needs words")
  void theCatalogueIsWhole() {
    var all = List.copyOf(Catalogue.OF_POLICY.values());

    assertThat(all).hasSize(18);
    assertThat(all.getLast().code()).isEqualTo("OTHER");
    assertThat(all).filteredOn(BehaviourView::textNeeded).hasSize(1);
  }

  @Test
  @DisplayName("T28: every behaviour but OTHER falls into one of five families, none is empty")
  void fiveFamilies() {
    assertThat(List.copyOf(Catalogue.OF_POLICY.values()).subList(0, 17))
        .extracting(BehaviourView::family)
        .doesNotContainNull()
        .containsAll(Arrays.asList(ConductFamily.values()));
    assertThat(ConductFamily.values()).hasSize(5);
  }

  @Test
  @DisplayName("T28: behaviours are called by neutral words")
  void neutralWords() throws IOException {
    Properties words = words();

    assertThat(Arrays.stream(Behaviour.values()).map(b -> "behaviour." + b.name()))
        .allSatisfy(key -> assertThat(words).containsKey(key));
    assertThat(words.values())
        .allSatisfy(
            text ->
                assertThat(BLAME.matcher(text.toString().toLowerCase(Locale.ROOT)).find())
                    .as(text.toString())
                    .isFalse());
  }

  @Test
  @DisplayName("every refusal and warning of this module has a sentence for people")
  void everyCodeHasWords() throws IOException {
    Properties words = words();
    Set<String> shared =
        Set.of(
            "NOT_FOUND",
            "STALE",
            "LIST_TOO_LONG",
            "TEXT_MISSING",
            "TEXT_TOO_LONG",
            "NO_POLICY_IN_FORCE",
            "VERSION_MISSING");
    var codes = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("..", "src", "main", "java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher code = CODE.matcher(Files.readString(source));
        while (code.find()) {
          codes.add(
              code.group(1) != null
                  ? "refusal." + code.group(1)
                  : "warning." + (code.group(2) != null ? code.group(2) : code.group(3)));
        }
      }
    }
    shared.forEach(code -> codes.remove("refusal." + code));

    assertThat(codes).hasSizeGreaterThan(40).allSatisfy(c -> assertThat(words).containsKey(c));
  }

  @Test
  @DisplayName("references are short, readable and tell nothing of the next")
  void referencesAreDrawnByChance() {
    var drawn = new TreeSet<String>();
    RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 1_000; i++) {
      String reference = References.draw('C', chance);
      assertThat(reference).matches("C-[2-9BCDFGHJKMNPQRTVWXZ]{4}-[2-9BCDFGHJKMNPQRTVWXZ]{4}");
      assertThat(IdentifierForm.reference(reference)).contains(reference);
      drawn.add(reference);
    }
    assertThat(drawn).hasSizeGreaterThan(998);
  }

  private static Properties words() throws IOException {
    var words = new Properties();
    try (InputStream bundle = WordsTests.class.getResourceAsStream("/messages/intake.properties")) {
      words.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
    }
    return words;
  }
}
