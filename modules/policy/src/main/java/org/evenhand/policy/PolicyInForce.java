package org.evenhand.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Warning;

/**
 * What of the policy a decision has to know, as in force at one instant.
 *
 * @param adoptedOnly whether its approvals were incomplete then (T24)
 */
public record PolicyInForce(
    PolicyVersionId id,
    String label,
    boolean adoptedOnly,
    Figures figures,
    AuthorityMatrix authority,
    List<CarveOut> carveOuts) {

  /** The warning of a decision or report made under a version that is adopted only. */
  public static final String ADOPTED_ONLY = "POLICY_ADOPTED_ONLY";

  public PolicyInForce {
    carveOuts = List.copyOf(carveOuts);
  }

  /** What every decision and report under this version has to carry (T24). */
  public List<Warning> warnings() {
    return warnings(label, adoptedOnly);
  }

  /** As {@link #warnings()}, for a version of which only these two are known. */
  public static List<Warning> warnings(String label, boolean adoptedOnly) {
    return adoptedOnly ? List.of(new Warning(ADOPTED_ONLY, Map.of("version", label))) : List.of();
  }

  /** The protection of a topic; empty for one that the policy does not protect. */
  public Optional<CarveOut> carveOut(String topic) {
    return carveOuts.stream().filter(c -> c.topic().equals(topic)).findFirst();
  }
}
