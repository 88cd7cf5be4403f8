package org.evenhand.restrictions.internal.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input object as the engine hands it over: checked against the schema, defaults filled in. For
 * the front line's question only, where binding by reflection was a sixth of what the server spends
 * on a check.
 */
record InputObject(Map<?, ?> values) {

  static InputObject of(@Nullable Object given) {
    return new InputObject((Map<?, ?>) Objects.requireNonNull(given));
  }

  /** What the schema says is always there. */
  <T> T required(String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(values.get(name), name));
  }

  <T> @Nullable T optional(String name, Class<T> type) {
    return type.cast(values.get(name));
  }

  @Nullable String text(String name) {
    return optional(name, String.class);
  }

  boolean flag(String name) {
    return required(name, Boolean.class);
  }

  <E extends Enum<E>> E one(String name, Class<E> type) {
    return Enum.valueOf(type, required(name, String.class));
  }

  List<InputObject> objects(String name) {
    return ((List<?>) required(name, List.class)).stream().map(InputObject::of).toList();
  }
}
