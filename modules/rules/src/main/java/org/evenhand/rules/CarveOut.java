package org.evenhand.rules;

import java.util.List;
import org.evenhand.spi.Target;
import org.evenhand.spi.Words;

/**
 * A topic that no rule may cut off (F8). The topic is protected, not every door: a guaranteed route
 * may be another door.
 *
 * @param topic code of the topic
 * @param strength how firmly
 * @param routes for a guaranteed route, the doors in order of preference, at least one; under a
 *     court's terms the first that the court leaves open is used
 * @param words what the front line says
 */
public record CarveOut(String topic, CarveOutStrength strength, List<Target> routes, Words words) {
  public CarveOut {
    routes = List.copyOf(routes);
    if (strength == CarveOutStrength.ROUTE_GUARANTEED && routes.isEmpty()) {
      throw new IllegalArgumentException("A guaranteed route for " + topic + " has to be named");
    }
  }

  public static CarveOut absolute(String topic) {
    return new CarveOut(topic, CarveOutStrength.ABSOLUTE, List.of(), Words.none());
  }

  public static CarveOut routeGuaranteed(String topic, Target... routes) {
    return new CarveOut(topic, CarveOutStrength.ROUTE_GUARANTEED, List.of(routes), Words.none());
  }
}
