package org.evenhand.restrictions;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Two rules ask for things that cannot both be done (T12).
 *
 * @param why stable code of the contradiction
 * @param other the action already decided on that it contradicts; null where it contradicts itself
 */
public record ContradictionRefusal(String why, @Nullable UUID other, String description)
    implements Refusal {

  @Override
  public String code() {
    return "CONTRADICTION";
  }

  @Override
  public List<String> path() {
    return List.of();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("why", why, "description", description);
  }
}
