package org.evenhand.policy.internal.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.policy.PolicyRevision;

/**
 * Bites when title page, revision history and label do not name the same version: nobody could then
 * say which text a decision was made under (T24).
 */
record VersionNumbersDisagree() implements LintRule {
  @Override
  public String code() {
    return "VERSION_NUMBERS_DISAGREE";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    List<PolicyRevision> revisions = policy.document().revisions();
    var named =
        Stream.of(
                policy.label(),
                policy.document().declaredVersion(),
                revisions.isEmpty() ? null : revisions.getLast().label())
            .filter(label -> label != null && !label.isBlank())
            .distinct()
            .collect(Collectors.toList());
    return named.size() < 2 ? List.of() : List.of(new Bite("", String.join(", ", named)));
  }
}
