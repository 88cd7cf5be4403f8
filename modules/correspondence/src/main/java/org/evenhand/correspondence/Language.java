package org.evenhand.correspondence;

import java.util.Locale;

/**
 * The language a notice is written in, as a BCP 47 tag. A notice is refused in a language that has
 * no wording; it never falls back to another without saying so.
 */
public record Language(String tag) {

  public static final Language ENGLISH = new Language("en-GB");
  public static final Language WELSH = new Language("cy");

  public Language {
    if (Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
      throw new IllegalArgumentException("a language is named by its BCP 47 tag");
    }
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
