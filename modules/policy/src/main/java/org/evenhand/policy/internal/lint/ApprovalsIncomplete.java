package org.evenhand.policy.internal.lint;

import java.util.List;

/** Bites while somebody who has to agree has not (PP.1, T24). */
record ApprovalsIncomplete() implements LintRule {
  @Override
  public String code() {
    return "APPROVALS_INCOMPLETE";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    return policy.stepsMissing().isEmpty()
        ? List.of()
        : List.of(new Bite("", String.join(", ", policy.stepsMissing())));
  }
}
