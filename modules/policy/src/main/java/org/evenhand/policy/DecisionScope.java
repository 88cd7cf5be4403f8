package org.evenhand.policy;

/** How far a decision reaches (T5). */
public enum DecisionScope {
  /** One service area and, where buildings are concerned, one building. */
  SERVICE,
  /**
   * More than one service, more than one building, the whole council, or a risk to the wider
   * organisation.
   */
  CORPORATE
}
