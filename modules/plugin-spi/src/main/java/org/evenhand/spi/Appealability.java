package org.evenhand.spi;

/** Whether a customer may appeal against an action of this type (P9.2, P10.1). */
public enum Appealability {
  /** Always: it restricts. */
  APPEALABLE,
  /** On what was found to have happened, as for a warning. */
  ON_ITS_FACTS,
  /** Help that designates nobody. When imposed as restrictive the house treats it as appealable. */
  NOT_APPEALABLE
}
