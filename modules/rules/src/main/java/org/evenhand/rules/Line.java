package org.evenhand.rules;

import java.util.Map;
import org.evenhand.spi.Words;
import org.jspecify.annotations.Nullable;

/**
 * One line of an answer: a code with parameters, for which the front end has the sentence, and the
 * rule's own words where it has some.
 *
 * @param code what it says
 * @param parameters as {@link LineCode} describes, by name
 * @param origin the rule behind it; null where no rule is
 * @param words the rule's; silent where it has none
 */
public record Line(
    LineCode code, Map<String, Object> parameters, @Nullable Origin origin, Words words) {
  public Line {
    parameters = Map.copyOf(parameters);
  }

  public Part part() {
    return code.part();
  }
}
