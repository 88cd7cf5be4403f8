package org.evenhand.policy.internal.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named rule: it says where a written policy is at fault, or nothing (F10). */
interface LintRule {

  /**
   * A place where the rule bites.
   *
   * @param clause empty for the document as a whole
   * @param excerpt null where something is missing
   */
  record Bite(String clause, @Nullable String excerpt) {

    /** Something that the document nowhere says. */
    static final List<Bite> MISSING = List.of(new Bite("", null));
  }

  /** Stable; names the finding. */
  String code();

  List<Bite> look(LintedPolicy policy);
}
