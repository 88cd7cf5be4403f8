package org.evenhand.designation;

import java.util.List;
import java.util.Map;

/**
 * A module's part of a case's readiness: which evidence it holds for the seven things that a
 * decision needs to survive scrutiny, and which is missing (F1, F7).
 */
public interface ReadinessContributor {

  /**
   * One piece of evidence, there or missing.
   *
   * @param code with a text {@code scrutiny.<CODE>} in the bundles: what has to be there
   * @param parameters which one, where there can be several
   */
  record Evidence(ScrutinyPoint point, String code, boolean there, Map<String, String> parameters) {
    public Evidence {
      parameters = Map.copyOf(parameters);
    }
  }

  /** What this module knows of the case; nothing where the case gives no occasion. */
  List<Evidence> evidence(ConsiderationId consideration);
}
