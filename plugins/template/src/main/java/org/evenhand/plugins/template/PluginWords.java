package org.evenhand.plugins.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.evenhand.spi.Texts;
import org.evenhand.spi.Words;

/**
 * The plugin's words, one file for each language beside this class: {@code words.properties} in
 * English, {@code words_cy.properties} in Welsh. A language may lack a text; English may not.
 */
final class PluginWords {

  /** Languages that are looked for, English first. */
  private static final List<String> LANGUAGES = List.of("en", "cy");

  private static final Map<String, Properties> FILES = files();

  private PluginWords() {}

  /**
   * The text under a key in every language that has it, with {@code [name]} replaced. Square
   * brackets are the plugin's own places; braces are filled by the house.
   *
   * @param places name and value by turns
   */
  static Texts say(String key, String... places) {
    var texts = new TreeMap<String, String>();
    FILES.forEach(
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
  static Words rule(String key, String... places) {
    return new Words(say(key + ".say", places), say(key + ".do", places));
  }

  private static Map<String, Properties> files() {
    var files = new TreeMap<String, Properties>();
    for (String lang : LANGUAGES) {
      String name = lang.equals("en") ? "words.properties" : "words_" + lang + ".properties";
      try (InputStream in = PluginWords.class.getResourceAsStream(name)) {
        if (in != null) {
          var words = new Properties();
          words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
          files.put(lang, words);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Objects.requireNonNull(files.get("en"), "words.properties");
    return files;
  }
}
