package org.evenhand.spi;

import org.jspecify.annotations.Nullable;

/** How a text stands in JSON. */
final class Json {

  private Json() {}

  /** In quotes, or {@code null}. */
  static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    var out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ' || Character.isSurrogate((char) c)) {
                out.append("\\u").append(String.format("%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}
