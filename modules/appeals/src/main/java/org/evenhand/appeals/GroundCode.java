package org.evenhand.appeals;

/** What the customer says is wrong, in kinds; their own words stand beside it (P10.2). */
public enum GroundCode {
  FACTS_WRONG,
  NOT_HEARD,
  DISPROPORTIONATE,
  ADJUSTMENT_NOT_CONSIDERED,
  CIRCUMSTANCES_CHANGED,
  PROCESS_NOT_FOLLOWED,
  OTHER
}
