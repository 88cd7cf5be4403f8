package org.evenhand.foundation;

import java.util.Map;

/** Something that did not stop the act but that the caller should know ({@code warning.<CODE>}). */
public record Warning(String code, Map<String, String> parameters) {
  public Warning {
    parameters = Map.copyOf(parameters);
  }

  public static Warning of(String code) {
    return new Warning(code, Map.of());
  }
}
