package org.evenhand.foundation;

import java.util.List;
import java.util.Map;

/** A refusal that its code, its place and its parameters say whole. */
public record PlainRefusal(String code, List<String> path, Map<String, String> parameters)
    implements Refusal {
  public PlainRefusal {
    path = List.copyOf(path);
    parameters = Map.copyOf(parameters);
  }
}
