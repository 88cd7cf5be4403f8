package org.evenhand.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is known about one side of a contact: nothing yet, that there is none, or a value. That a
 * caller asks for no officer in particular is known; whom they ask for may not be.
 *
 * @param known false while nobody has said
 * @param value null when unknown, or when known to be none
 */
public record Fact<T>(boolean known, @Nullable T value) {
  private static final Fact<?> UNKNOWN = new Fact<>(false, null);
  private static final Fact<?> NONE = new Fact<>(true, null);

  public Fact {
    if (!known && value != null) {
      throw new IllegalArgumentException("An unknown fact has no value");
    }
  }

  @SuppressWarnings("unchecked")
  public static <T> Fact<T> unknown() {
    return (Fact<T>) UNKNOWN;
  }

  /** Known to be absent. */
  @SuppressWarnings("unchecked")
  public static <T> Fact<T> none() {
    return (Fact<T>) NONE;
  }

  public static <T> Fact<T> of(T value) {
    return new Fact<>(true, value);
  }

  /** Unknown when null. */
  public static <T> Fact<T> ofNullable(@Nullable T value) {
    return value == null ? unknown() : new Fact<>(true, value);
  }
}
