package org.evenhand.policy;

import org.jspecify.annotations.Nullable;

/**
 * A fault that the linter found in a version (F10). What is wrong and how to mend it stand in the
 * bundles ({@code finding.<CODE>.wrong}, {@code finding.<CODE>.mend}).
 *
 * @param code the rule's stable code
 * @param clause where; empty where the fault lies in the document as a whole
 * @param excerpt the words found, or what the document says about itself; null where something is
 *     missing
 * @param accepted null while it is open
 */
public record Finding(
    String code, String clause, @Nullable String excerpt, @Nullable Acceptance accepted) {

  /** Whether it stands in the way of publication. */
  public boolean open() {
    return accepted == null;
  }
}
