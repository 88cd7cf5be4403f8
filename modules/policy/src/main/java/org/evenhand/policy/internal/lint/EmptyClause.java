package org.evenhand.policy.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.evenhand.policy.PolicySection;

/** Bites where a heading has no text, or a list item no words (T24). */
record EmptyClause() implements LintRule {

  private static final Pattern EMPTY_ITEM = Pattern.compile("(?m)^[ \\t]*[-•*–][ \\t]*$");

  @Override
  public String code() {
    return "EMPTY_CLAUSE";
  }

  @Override
  public List<Bite> look(LintedPolicy policy) {
    var found = new ArrayList<Bite>();
    List<PolicySection> sections = policy.document().sections();
    for (int i = 0; i < sections.size(); i++) {
      PolicySection section = sections.get(i);
      boolean parent =
          i + 1 < sections.size()
              && !section.number().isEmpty()
              && sections.get(i + 1).number().startsWith(section.number() + ".");
      if (EMPTY_ITEM.matcher(section.text()).find() || (section.text().isBlank() && !parent)) {
        found.add(new Bite(section.clause(), null));
      }
    }
    return found;
  }
}
