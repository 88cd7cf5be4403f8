package org.evenhand.spi;

import java.time.Instant;
import java.util.Set;
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
}
