package org.evenhand.spi;

/**
 * Where a rule draws its force from. A court outranks safety, safety outranks the policy and a
 * commissioned provider, and these two rank alike.
 */
public enum RuleSource {
  POLICY,
  COURT,
  SAFETY,
  PROVIDER
}
