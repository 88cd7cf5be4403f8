package org.evenhand.restrictions;

import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer can still do one everyday thing, with everything in force together (P9.3).
 *
 * @param possible by at least one channel or guaranteed route
 * @param channels by which it can be done within the policy's days
 * @param route the guaranteed route where no channel stays open; null where one does
 */
public record CumulativeEffectView(
    EverydayNeed need, boolean possible, Set<Channel> channels, @Nullable String route) {
  public CumulativeEffectView {
    channels =
        java.util.Collections.unmodifiableSet(
            channels.isEmpty()
                ? java.util.EnumSet.noneOf(Channel.class)
                : java.util.EnumSet.copyOf(channels));
  }

  /** The channels in a fixed order. */
  public List<Channel> channelList() {
    return List.copyOf(channels);
  }
}
