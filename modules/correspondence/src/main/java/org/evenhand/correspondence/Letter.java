package org.evenhand.correspondence;

/**
 * A rendered notice: written once when it is issued, never again.
 *
 * @param html a whole page with {@code lang} set
 * @param text the same words without markup
 * @param digest SHA-256 over both, in hexadecimal
 */
public record Letter(String html, String text, String digest) {}
