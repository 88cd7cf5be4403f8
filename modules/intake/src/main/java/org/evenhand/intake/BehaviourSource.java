package org.evenhand.intake;

/** Where an entry of the catalogue comes from (P7.1). */
public enum BehaviourSource {
  /** One of the policy's examples, or OTHER. */
  POLICY,
  /** Defined by the head of customer services. */
  COUNCIL,
  /** Brought by a plugin, and copied when it was installed. */
  PLUGIN
}
