package org.evenhand.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shape of codes and sets, kept in one place so that equal values are stored equally. */
final class Names {
  private Names() {}

  /** Lower-case letters, digits and single hyphens, beginning with a letter; at most 80 long. */
  static boolean kebab(String text) {
    if (text.isEmpty() || text.length() > 80 || !lower(text.charAt(0)) || text.endsWith("-")) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' ? text.charAt(i - 1) == '-' : !lower(c) && !digit(c)) {
        return false;
      }
    }
    return true;
  }

  static String requireKebab(String text, String what) {
    if (!kebab(text)) {
      throw new IllegalArgumentException(
          what + " must be lower-case words joined by hyphens, not \"" + text + "\"");
    }
    return text;
  }

  private static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Sorted, unmodifiable, without duplicates, so that a stored form does not depend on chance. */
  static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
    var list = new ArrayList<>(values);
    Collections.sort(list);
    return Collections.unmodifiableSet(new LinkedHashSet<>(list));
  }

  static <E extends Enum<E>> Set<E> enums(Collection<E> values, Class<E> type) {
    var set = EnumSet.noneOf(type);
    set.addAll(values);
    return Collections.unmodifiableSet(set);
  }

  static <T> List<T> nonEmpty(List<T> values, String what) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    return List.copyOf(values);
  }

  static <T> Set<T> nonEmpty(Set<T> values, String what) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    return values;
  }
}
