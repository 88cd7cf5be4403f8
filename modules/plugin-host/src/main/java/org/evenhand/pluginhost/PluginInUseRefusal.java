package org.evenhand.pluginhost;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;

/** A plugin that open work still needs, with the list of it. */
public record PluginInUseRefusal(List<String> path, List<OpenPluginWork.Item> work)
    implements Refusal {
  public PluginInUseRefusal {
    path = List.copyOf(path);
    work = List.copyOf(work);
  }

  @Override
  public String code() {
    return "PLUGIN_IN_USE";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("count", Integer.toString(work.size()));
  }
}
