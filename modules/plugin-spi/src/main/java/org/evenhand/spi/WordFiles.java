package org.evenhand.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A plugin's words, one file for each language beside a class of the plugin: {@code
 * words.properties} in English, {@code words_cy.properties} in Welsh, both in UTF-8. A language may
 * lack a text; English may not.
 */
public final class WordFiles {

  /** Languages that are looked for, English first. */
  private static final List<String> LANGUAGES = List.of("en", "cy");

  private final Map<String, Properties> files;

  private WordFiles(Map<String, Properties> files) {
    this.files = files;
  }

  /**
   * The files in the package of that class.
   *
   * @throws IllegalArgumentException when there is no English file
   */
  public static WordFiles beside(Class<?> type) {
    var files = new TreeMap<String, Properties>();
    for (String lang : LANGUAGES) {
      String name = lang.equals("en") ? "words.properties" : "words_" + lang + ".properties";
      try (InputStream in = type.getResourceAsStream(name)) {
        if (in != null) {
          var words = new Properties();
          words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
          files.put(lang, words);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!files.containsKey("en")) {
      throw new IllegalArgumentException("There is no words.properties beside " + type.getName());
    }
    return new WordFiles(files);
  }

  /**
   * The text under a key in every language that has it, with {@code [name]} replaced. Square
   * brackets are the plugin's own places; braces are filled by the house.
   *
   * @param places name and value by turns
   * @throws IllegalArgumentException when the English file lacks the key
   */
  public Texts say(String key, String... places) {
    var texts = new TreeMap<String, String>();
    files.forEach(
        (lang, words) -> {
          String text = words.getProperty(key);
          if (text != null) {
            for (int i = 0; i < places.length; i += 2) {
              text = text.replace("[" + places[i] + "]", places[i + 1]);
            }
            texts.put(lang, text);
          }
        });
    if (!texts.containsKey("en")) {
      throw new IllegalArgumentException("There are no English words for " + key);
    }
    return new Texts(texts);
  }

  /** What the officer says and does: {@code <key>.say} and {@code <key>.do}. */
  public Words rule(String key, String... places) {
    return new Words(say(key + ".say", places), say(key + ".do", places));
  }
}
