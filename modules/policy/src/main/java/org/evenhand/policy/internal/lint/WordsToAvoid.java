package org.evenhand.policy.internal.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Bites where the text judges people instead of describing conduct (T28). */
final class WordsToAvoid implements LintRule {

  private static final String LIST = "/policy/words-to-avoid.txt";

  private final Pattern words = read();

  @Override
  public String code() {
    return "WORDS_THAT_JUDGE";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    var found = new LinkedHashMap<String, Set<String>>();
    for (LintedPolicy.Sentence sentence : policy.sentences()) {
      words
          .matcher(sentence.words())
          .results()
          .map(MatchResult::group)
          .forEach(
              word ->
                  found.computeIfAbsent(sentence.clause(), c -> new LinkedHashSet<>()).add(word));
    }
    return found.entrySet().stream()
        .map(e -> new Bite(e.getKey(), String.join(", ", e.getValue())))
        .toList();
  }

  private static Pattern read() {
    try (InputStream in = WordsToAvoid.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("the list of words to avoid is missing");
      }
      String any =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      return Pattern.compile("\\b(?:" + any + ")\\b");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
