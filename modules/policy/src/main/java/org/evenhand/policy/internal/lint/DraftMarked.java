package org.evenhand.policy.internal.lint;

import java.util.List;
import java.util.Locale;

/** Bites when the document still calls itself a draft (T24). */
record DraftMarked() implements LintRule {
  @Override
  public String code() {
    return "DRAFT_MARKED";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    String status = policy.document().declaredStatus();
    return status != null && status.toLowerCase(Locale.ROOT).contains("draft")
        ? List.of(new Bite("", status))
        : List.of();
  }
}
