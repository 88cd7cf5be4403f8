package org.evenhand.plugins.wastesites;

import org.evenhand.spi.Texts;
import org.evenhand.spi.WordFiles;
import org.evenhand.spi.Words;

/** The plugin's words: {@code words.properties} beside this class. */
final class SiteWords {

  private static final WordFiles FILES = WordFiles.beside(SiteWords.class);

  private SiteWords() {}

  static Texts say(String key, String... places) {
    return FILES.say(key, places);
  }

  static Words rule(String key, String... places) {
    return FILES.rule(key, places);
  }
}
