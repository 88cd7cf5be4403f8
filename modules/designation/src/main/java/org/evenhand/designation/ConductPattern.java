package org.evenhand.designation;

/** How the incidents lie in time, as the assessor states it beside the system's counts (P6.1). */
public enum ConductPattern {
  /** One or two incidents that stand alone. */
  ISOLATED,
  /** Incidents that add up over a longer period. */
  ACCUMULATION
}
