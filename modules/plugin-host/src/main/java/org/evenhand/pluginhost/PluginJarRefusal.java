package org.evenhand.pluginhost;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;

/** A jar that is not taken, with everything that is wrong with it. */
public record PluginJarRefusal(List<String> path, List<PluginProblem> problems) implements Refusal {
  public PluginJarRefusal {
    path = List.copyOf(path);
    problems = List.copyOf(problems);
  }

  @Override
  public String code() {
    return "PLUGIN_JAR_REFUSED";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("count", Integer.toString(problems.size()));
  }
}
