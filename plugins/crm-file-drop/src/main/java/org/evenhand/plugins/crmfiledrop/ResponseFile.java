package org.evenhand.plugins.crmfiledrop;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Ref;
import org.evenhand.spi.ResponseEntry;
import org.jspecify.annotations.Nullable;

/**
 * One response as JSON, after {@code response.schema.json} beside this class. The same entry always
 * gives the same bytes.
 */
final class ResponseFile {

  private ResponseFile() {}

  static byte[] of(ResponseEntry entry, IdempotencyKey key) {
    String areas =
        entry.serviceAreas().stream()
            .map(area -> quoted(area.id()))
            .collect(Collectors.joining(", ", "[", "]"));
    Ref author = entry.author();
    return """
    {
      "schema": 1,
      "key": %s,
      "customerReference": %s,
      "respondedAt": %s,
      "channel": %s,
      "kind": %s,
      "ourReference": %s,
      "serviceAreas": %s,
      "author": %s
    }
    """
        .formatted(
            quoted(key.value()),
            quoted(entry.customerReference()),
            quoted(entry.respondedAt().toString()),
            quoted(entry.channel().name()),
            quoted(entry.kind()),
            quoted(entry.ourReference()),
            areas,
            quoted(author == null ? null : author.id()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    var out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ') {
                out.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}
