package org.evenhand.policy;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;

/**
 * A version has faults that were neither mended nor accepted with a reason (F10).
 *
 * @param findings the open ones
 */
public record OpenFindingsRefusal(List<Finding> findings) implements Refusal {
  public OpenFindingsRefusal {
    findings = List.copyOf(findings);
  }

  @Override
  public String code() {
    return "POLICY_FINDINGS_OPEN";
  }

  @Override
  public List<String> path() {
    return List.of();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("count", Integer.toString(findings.size()));
  }
}
