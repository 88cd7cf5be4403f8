package org.evenhand.pluginhost;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Refusal;
import org.evenhand.spi.Texts;

/**
 * The settings do not fit their form. Each problem names the setting, so that a form can show it
 * beside the field.
 */
public record SettingsRefusal(List<Problem> problems) implements Refusal {

  /**
   * One thing that does not fit.
   *
   * @param keyPath the setting, and inside a list its place: {@code officers[2]}
   * @param code stable; {@code missing}, {@code unknown}, {@code out-of-range}, or the type's own
   * @param message for the person who filled in the form
   */
  public record Problem(String keyPath, String code, Texts message) {}

  public SettingsRefusal {
    problems = List.copyOf(problems);
  }

  @Override
  public String code() {
    return "SETTINGS_DO_NOT_FIT";
  }

  @Override
  public List<String> path() {
    return List.of("settings");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "settings", String.join(", ", problems.stream().map(Problem::keyPath).distinct().toList()));
  }
}
