package org.evenhand.spi;

import java.util.Set;

/**
 * Which fields an export uses for one purpose. What is named nowhere is not handed over.
 *
 * @param required must be answered, if only by saying that it is not known
 * @param optional handed over when there and allowed
 * @param forbidden never handed over for this purpose, whoever asks
 */
public record FieldRules(Set<String> required, Set<String> optional, Set<String> forbidden) {
  public FieldRules {
    required = Names.sorted(required);
    optional = Names.sorted(optional);
    forbidden = Names.sorted(forbidden);
    for (String field : required) {
      if (optional.contains(field) || forbidden.contains(field)) {
        throw new IllegalArgumentException("The field " + field + " is ruled twice");
      }
    }
    for (String field : optional) {
      if (forbidden.contains(field)) {
        throw new IllegalArgumentException("The field " + field + " is ruled twice");
      }
    }
  }
}
