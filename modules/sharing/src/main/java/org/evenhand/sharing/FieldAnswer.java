package org.evenhand.sharing;

import java.util.List;

/**
 * What is said of one field.
 *
 * @param field its code, lower-case words joined by hyphens
 * @param entries what is known; empty unless it is known
 */
public record FieldAnswer(String field, AnswerState state, List<String> entries) {
  public FieldAnswer {
    entries = List.copyOf(entries);
  }

  /** Without what is known. */
  @Override
  public String toString() {
    return "FieldAnswer[" + field + ", " + state + "]";
  }
}
