package org.evenhand.foundation;

import java.util.List;
import java.util.Map;

/**
 * The caller has a role that may call this, but not the power to decide this case (F15, P4.2, T5).
 *
 * @param whoMay the roles that have it
 */
public record AuthorityRefusal(String code, List<Role> whoMay, Map<String, String> parameters)
    implements Refusal {
  public AuthorityRefusal {
    whoMay = List.copyOf(whoMay);
    parameters = Map.copyOf(parameters);
  }

  public static AuthorityRefusal of(String code, Role... whoMay) {
    return new AuthorityRefusal(code, List.of(whoMay), Map.of());
  }

  @Override
  public List<String> path() {
    return List.of();
  }
}
