package org.evenhand.restrictions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.restrictions.RestrictionForms;
import org.evenhand.restrictions.internal.types.BuiltInTypes;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every kind of action that can be imposed now. Nothing here asks who brought it. */
@Component
public class InstalledTypes implements RestrictionForms {

  private final PluginExtensions plugins;

  InstalledTypes(PluginExtensions plugins) {
    this.plugins = plugins;
  }

  /**
   * A kind of action.
   *
   * @param pluginId who brought it; null for the house
   */
  public record Installed(
      RestrictionType type, @Nullable String pluginId, @Nullable String pluginVersion) {}

  /** In the policy's order, then those that plugins bring. */
  public List<Installed> all() {
    var all = new ArrayList<Installed>();
    BuiltInTypes.all().forEach(type -> all.add(new Installed(type, null, null)));
    plugins
        .restrictionTypes()
        .forEach(p -> all.add(new Installed(p.type(), p.pluginId(), p.version())));
    return all;
  }

  public Optional<Installed> find(TypeId id) {
    return all().stream().filter(installed -> installed.type().id().equals(id)).findFirst();
  }

  @Override
  public Outcome<Map<String, Object>> schema(String type, int version, Locale locale) {
    Optional<Installed> found =
        all().stream().filter(each -> each.type().id().value().equals(type)).findFirst();
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("RestrictionType"));
    }
    RestrictionType kind = found.get().type();
    if (kind.settingsVersion() != version) {
      return Outcome.refused(
          Refusal.of(
              "SETTINGS_CHANGED",
              Map.of(
                  "current",
                  Integer.toString(kind.settingsVersion()),
                  "given",
                  Integer.toString(version))));
    }
    return Outcome.done(
        SettingsSchema.of(
            RestrictionForms.path(type, version), kind.name(), kind.settings(), locale));
  }
}
