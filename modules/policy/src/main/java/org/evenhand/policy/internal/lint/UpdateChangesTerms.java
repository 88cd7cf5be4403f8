package org.evenhand.policy.internal.lint;

import java.util.List;

/**
 * Bites when a version that calls itself an update changes figures, authority or carve-outs: what
 * decides about people is a change of substance, and an update needs one agreement only (PP.1).
 */
record UpdateChangesTerms() implements LintRule {
  @Override
  public String code() {
    return "UPDATE_CHANGES_TERMS";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    return policy.updateChangesTerms() ? Bite.MISSING : List.of();
  }
}
