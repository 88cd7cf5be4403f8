package org.evenhand.restrictions.internal.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The words of the built-in types, from the bundle of each language there is. English is the base;
 * a language that has a bundle but lacks a key is left out of that text, so a letter never mixes
 * languages within a sentence.
 */
public final class Wording {

  private static final Map<String, Properties> BUNDLES = load();

  private static final Map<String, Texts> REMEMBERED = new ConcurrentHashMap<>();

  private Wording() {}

  /** The words under a key; refused if English has none. */
  public static Texts text(String key) {
    return text(key, language -> Map.of());
  }

  /** As {@link #text(String)}, with parameters that differ by language. */
  public static Texts text(String key, Parameters parameters) {
    Texts texts = optional(key, parameters);
    if (texts.silent()) {
      throw new IllegalStateException("the bundle has no words for " + key);
    }
    return texts;
  }

  /** As {@link #text(String)}, made once; its placeholders are filled by whoever asked. */
  public static Texts remembered(String key) {
    return REMEMBERED.computeIfAbsent(key, Wording::text);
  }

  public static boolean has(String key) {
    Properties english = BUNDLES.get("en");
    return english != null && english.containsKey(key);
  }

  /** The words under a key, or silence. */
  public static Texts optional(String key) {
    return optional(key, language -> Map.of());
  }

  public static Texts optional(String key, Parameters parameters) {
    var words = new LinkedHashMap<String, String>();
    BUNDLES.forEach(
        (language, bundle) -> {
          String pattern = bundle.getProperty(key);
          if (pattern != null && !pattern.isBlank()) {
            String filled = fill(pattern, parameters.in(language));
            if (!filled.isBlank()) {
              words.put(language, filled);
            }
          }
        });
    return words.isEmpty() ? Texts.none() : new Texts(words);
  }

  /** One short word in one language, English where that language lacks it. */
  public static String word(String key, String language) {
    Properties bundle = BUNDLES.get(language);
    String word = bundle == null ? null : bundle.getProperty(key);
    if (word == null) {
      Properties english = BUNDLES.get("en");
      word = english == null ? null : english.getProperty(key);
    }
    if (word == null) {
      throw new IllegalStateException("the bundle has no words for " + key);
    }
    return word;
  }

  /** Fills the named parameters and leaves every other placeholder for the house. */
  private static String fill(String pattern, Map<String, String> parameters) {
    String filled = pattern;
    for (var parameter : parameters.entrySet()) {
      filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return filled;
  }

  private static Map<String, Properties> load() {
    var bundles = new LinkedHashMap<String, Properties>();
    for (String language : new String[] {"en", "cy"}) {
      String suffix = language.equals("en") ? "" : "_" + language;
      Properties bundle = read("/messages/restrictions" + suffix + ".properties");
      if (bundle != null) {
        bundles.put(language, bundle);
      }
    }
    return bundles;
  }

  private static @Nullable Properties read(String resource) {
    try (InputStream in = Wording.class.getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parameters of a text, by the language that it is being written in. */
  public interface Parameters {
    Map<String, String> in(String language);
  }
}
