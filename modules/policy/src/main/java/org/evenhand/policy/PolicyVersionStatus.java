package org.evenhand.policy;

/** How far a version has come (T24). */
public enum PolicyVersionStatus {
  /** Being written; binds nobody and can still be revised. */
  DRAFT,
  /**
   * In use by decision of the Head of Customer Services before its approvals are complete; every
   * decision made under it carries a warning.
   */
  ADOPTED,
  /** Published with every approval that its kind of change needs. */
  APPROVED,
  /** A later version has come into force; decisions made under this one keep naming it. */
  SUPERSEDED
}
