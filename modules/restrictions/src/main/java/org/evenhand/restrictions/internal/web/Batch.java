package org.evenhand.restrictions.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answer of a batch loader: what belongs to each key, nothing for keys without it. */
final class Batch {

  private Batch() {}

  static <K, V> Map<K, V> each(List<K> keys, Function<K, @Nullable V> value) {
    Map<K, V> all = new HashMap<>();
    for (K key : keys) {
      V found = value.apply(key);
      if (found != null) {
        all.put(key, found);
      }
    }
    return all;
  }
}
