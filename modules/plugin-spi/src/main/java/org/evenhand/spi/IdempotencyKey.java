package org.evenhand.spi;

/**
 * Names one thing that must happen at most once however often it is tried.
 *
 * @param value up to 200 characters; not blank
 */
public record IdempotencyKey(String value) {
  public IdempotencyKey {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("A key has between 1 and 200 characters");
    }
  }
}
