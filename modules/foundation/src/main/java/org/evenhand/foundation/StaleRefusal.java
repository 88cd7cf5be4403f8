package org.evenhand.foundation;

import java.util.List;
import java.util.Map;

/**
 * Somebody else changed the thing since it was read.
 *
 * @param current the version it has now
 */
public record StaleRefusal(int current) implements Refusal {
  @Override
  public String code() {
    return "STALE";
  }

  @Override
  public List<String> path() {
    return List.of("expectedVersion");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("current", Integer.toString(current));
  }
}
