package org.evenhand.pluginhost;

import java.util.Map;

/**
 * What is wrong with a plugin. Sentences are looked up by the code: {@code problem.<CODE>} says
 * what it is, {@code mend.<CODE>} what to do about it. Parameters never hold anything about a
 * customer.
 */
public record PluginProblem(String code, Map<String, String> parameters) {
  public PluginProblem {
    parameters = Map.copyOf(parameters);
  }

  public static PluginProblem of(String code) {
    return new PluginProblem(code, Map.of());
  }

  public static PluginProblem of(String code, String parameter, String value) {
    return new PluginProblem(code, Map.of(parameter, value));
  }
}
