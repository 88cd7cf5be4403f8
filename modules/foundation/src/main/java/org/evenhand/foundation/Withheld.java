package org.evenhand.foundation;

/**
 * A field that the caller's role does not see (T20).
 *
 * @param field its name in the schema
 * @param reason stable code, with a text {@code withheld.<CODE>} in the bundles
 */
public record Withheld(String field, String reason) {}
