package org.evenhand.foundation;

import java.util.List;
import java.util.Map;

/**
 * Why an act was not done, as data: nothing was written. The code is stable and the list of codes
 * is open; the sentence that a person reads is looked up by it in the message bundles ({@code
 * refusal.<CODE>}), with the parameters in place.
 */
public interface Refusal {

  String code();

  /** Where in the input the trouble lies, outermost first; empty when it lies in no one field. */
  List<String> path();

  Map<String, String> parameters();

  static Refusal of(String code) {
    return new PlainRefusal(code, List.of(), Map.of());
  }

  static Refusal of(String code, Map<String, String> parameters) {
    return new PlainRefusal(code, List.of(), parameters);
  }

  /** A refusal about one field of the input. */
  static Refusal at(String code, String... path) {
    return new PlainRefusal(code, List.of(path), Map.of());
  }

  static Refusal at(String code, Map<String, String> parameters, String... path) {
    return new PlainRefusal(code, List.of(path), parameters);
  }

  /** The thing named does not exist, or the caller may not know that it does. */
  static Refusal notFound(String type, String... path) {
    return new PlainRefusal("NOT_FOUND", List.of(path), Map.of("type", type));
  }
}
