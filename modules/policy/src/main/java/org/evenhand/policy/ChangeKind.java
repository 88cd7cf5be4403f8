package org.evenhand.policy;

import java.util.EnumSet;
import java.util.Set;

/** How much a version changes, and so who has to agree to it (PP.1). */
public enum ChangeKind {
  /** The first policy that the council has. */
  CREATION(EnumSet.allOf(ApprovalStep.class), EnumSet.allOf(Consultee.class)),
  /** A change of substance. */
  MAJOR(EnumSet.allOf(ApprovalStep.class), EnumSet.allOf(Consultee.class)),
  /** A small update: the document's owner has to agree, nobody else. */
  UPDATE(EnumSet.of(ApprovalStep.OWNER_AGREEMENT), EnumSet.noneOf(Consultee.class));

  private final Set<ApprovalStep> approvals;
  private final Set<Consultee> consultations;

  ChangeKind(Set<ApprovalStep> approvals, Set<Consultee> consultations) {
    this.approvals = Set.copyOf(approvals);
    this.consultations = Set.copyOf(consultations);
  }

  /** The approvals without which such a version cannot be published as approved. */
  public Set<ApprovalStep> approvalsNeeded() {
    return approvals;
  }

  /** The consultations without which it cannot. */
  public Set<Consultee> consultationsNeeded() {
    return consultations;
  }
}
