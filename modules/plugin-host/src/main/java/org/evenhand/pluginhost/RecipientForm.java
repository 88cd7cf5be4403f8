package org.evenhand.pluginhost;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Outcome;
import org.evenhand.pluginhost.internal.ConfigurationText;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/**
 * What a way to partners has to know of each. Whoever fills it in keeps it as text by key, and the
 * secrets apart from it.
 *
 * @param settings in its order, secrets among them
 */
public record RecipientForm(List<SettingDescriptor> settings) {

  public RecipientForm {
    settings = List.copyOf(settings);
  }

  /** Whether it wants to know anything. */
  public boolean asks() {
    return !settings.isEmpty();
  }

  /** Whether it asks for a secret under this key. */
  public boolean asksForSecret(String key) {
    return settings.stream()
        .filter(SettingDescriptor.SecretSetting.class::isInstance)
        .anyMatch(descriptor -> descriptor.key().equals(key));
  }

  /**
   * What was filled in, as it is kept. Refused with a {@link SettingsRefusal} where it does not fit
   * this form.
   *
   * @param given all of them but the secrets
   */
  public Outcome<Map<String, String>> texts(Settings given) {
    List<SettingsRefusal.Problem> problems = ConfigurationText.problems(settings, given);
    return problems.isEmpty()
        ? Outcome.done(ConfigurationText.texts(given))
        : Outcome.refused(new SettingsRefusal(problems));
  }

  /** As they stand, with defaults and without a secret. */
  public Settings shown(Map<String, String> texts) {
    Settings shown = ConfigurationText.read(settings, texts).settings();
    for (SettingDescriptor descriptor : settings) {
      if (descriptor instanceof SettingDescriptor.SecretSetting) {
        shown = shown.without(descriptor.key());
      }
    }
    return shown;
  }

  /**
   * What keeps it from being used, by key; empty when nothing does.
   *
   * @param texts the secrets among them
   */
  public List<PluginProblem> problems(Map<String, String> texts) {
    return ConfigurationText.read(settings, texts).problems();
  }
}
