package org.evenhand.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How somebody under restriction gets help with a protected topic (F8).
 *
 * @param channels the ways in; more than one, so that an adjustment seldom closes them all
 * @param contact where: a service, number or address as officers know it
 * @param words what an officer says, by language tag ({@code en}, {@code cy}); English at least
 */
public record Route(Set<RouteChannel> channels, String contact, Map<String, String> words) {
  public Route {
    channels =
        channels.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(channels));
    words = Collections.unmodifiableMap(new TreeMap<>(words));
  }
}
