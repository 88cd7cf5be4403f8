package org.evenhand.plugins.housing;

import org.evenhand.spi.Texts;
import org.evenhand.spi.WordFiles;
import org.evenhand.spi.Words;

/** The plugin's words: {@code words.properties} beside this class. */
final class HousingWords {

  private static final WordFiles FILES = WordFiles.beside(HousingWords.class);

  private HousingWords() {}

  static Texts say(String key, String... places) {
    return FILES.say(key, places);
  }

  static Words rule(String key, String... places) {
    return FILES.rule(key, places);
  }
}
