package org.evenhand.policy;

/** A step on a version's way to approval, in its usual order (PP.1). */
public enum ApprovalStep {
  /** The owner of the document agrees. */
  OWNER_AGREEMENT,
  /** Its originator submits it. */
  SUBMISSION,
  /** A director sponsors it. */
  SPONSOR,
  /** The Corporate Management Team approves it. */
  CORPORATE_MANAGEMENT_TEAM,
  /** Cabinet approves it. */
  CABINET;

  /** The code under which a refusal names this step while it is missing. */
  public String missingCode() {
    return "POLICY_APPROVAL_" + name();
  }
}
