package org.evenhand.spi;

/**
 * Words in one language.
 *
 * @param value the words
 * @param lang BCP 47 language tag, such as {@code en} or {@code cy}
 */
public record Text(String value, String lang) {}
