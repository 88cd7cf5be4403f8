package org.evenhand.spi;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response to a customer, as a record system is told of it: that it was given and where to find
 * it, not what is in it.
 *
 * @param customerReference the customer's reference in the record system, or ours where it has none
 * @param respondedAt when the response was given
 * @param channel how
 * @param kind lower-case words joined by hyphens, such as {@code decision-notice}
 * @param ourReference under which the response is found here
 * @param serviceAreas services it came from
 * @param author who answered; null for the house itself
 */
public record ResponseEntry(
    String customerReference,
    Instant respondedAt,
    Channel channel,
    String kind,
    String ourReference,
    Set<Ref> serviceAreas,
    @Nullable Ref author) {
  public ResponseEntry {
    Names.requireKebab(kind, "A kind of response");
    serviceAreas = Names.sorted(serviceAreas);
  }

  /**
   * As one JSON document for a record system, with the key that names it. The same entry always
   * gives the same text; its form is version 1, and says so.
   */
  public String json(IdempotencyKey key) {
    String areas =
        serviceAreas.stream()
            .map(area -> Json.quoted(area.id()))
            .collect(Collectors.joining(", ", "[", "]"));
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
            Json.quoted(key.value()),
            Json.quoted(customerReference),
            Json.quoted(respondedAt.toString()),
            Json.quoted(channel.name()),
            Json.quoted(kind),
            Json.quoted(ourReference),
            areas,
            Json.quoted(author == null ? null : author.id()));
  }
}
