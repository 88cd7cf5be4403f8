package org.evenhand.spi;

import java.time.Period;
import java.util.List;
import java.util.Set;

/**
 * Which recent contacts count. Always only those that got through, came from the customer, were not
 * about a carve-out and were not caused by the council (P6.3a, F16, F19); this narrows further.
 *
 * @param period how far back from now, in calendar days or months; positive
 * @param channels only these; empty means every channel
 */
public record CountScope(Period period, Set<Channel> channels) {
  public CountScope {
    channels = Names.enums(channels, Channel.class);
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("Contacts are counted over a period longer than nothing");
    }
  }

  public static CountScope of(Period period, Channel... channels) {
    return new CountScope(period, Set.copyOf(List.of(channels)));
  }

  /** True when contacts on this channel count. */
  public boolean counts(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
