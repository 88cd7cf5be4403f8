package org.evenhand.restrictions;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;
import org.evenhand.spi.Channel;

/**
 * With everything in force together, the customer would have no way to do ordinary business that
 * they can use within the policy's days (P9.3).
 *
 * @param workingDays within how many a route has to open
 * @param closed the channels that were tried, each with why it does not count
 */
public record NoOpenRouteRefusal(int workingDays, List<ClosedChannel> closed) implements Refusal {

  /**
   * Why one channel is no open route.
   *
   * @param why stable code
   */
  public record ClosedChannel(Channel channel, String why) {}

  public NoOpenRouteRefusal {
    closed = List.copyOf(closed);
  }

  @Override
  public String code() {
    return "NO_OPEN_ROUTE";
  }

  @Override
  public List<String> path() {
    return List.of();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("workingDays", Integer.toString(workingDays));
  }
}
