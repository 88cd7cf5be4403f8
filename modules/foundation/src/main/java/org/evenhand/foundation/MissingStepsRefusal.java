package org.evenhand.foundation;

import java.util.List;
import java.util.Map;

/**
 * Steps of the policy that are not done yet (F1, P8.0).
 *
 * @param code says before what they are needed
 * @param steps their codes, each with a text {@code step.<CODE>} in the bundles
 */
public record MissingStepsRefusal(String code, List<String> steps) implements Refusal {
  public MissingStepsRefusal {
    steps = List.copyOf(steps);
  }

  @Override
  public List<String> path() {
    return List.of();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("steps", String.join(", ", steps));
  }
}
