package org.evenhand.pluginhost.internal;

import java.time.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * All that a restriction type says about itself, read once when it is loaded, so that lists and
 * forms never wait for a plugin and never change under it.
 */
record DescribedType(
    TypeId id,
    Texts name,
    Texts description,
    Set<Nature> natures,
    Axis axis,
    Appealability appealability,
    AuthorityAction authority,
    Period reviewInterval,
    Set<TypeId> conflicts,
    List<SettingDescriptor> settings,
    int settingsVersion) {

  private static final int MOST_SETTINGS = 100;

  DescribedType {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(axis, "axis");
    Objects.requireNonNull(appealability, "appealability");
    Objects.requireNonNull(authority, "authority");
    natures = Set.copyOf(EnumSet.copyOf(natures));
    conflicts = Set.copyOf(conflicts);
    settings = List.copyOf(settings);
    require(!name.silent(), "a name");
    require(!description.silent(), "a description");
    require(!reviewInterval.isNegative() && !reviewInterval.isZero(), "a time to the first review");
    require(settingsVersion >= 1, "a settings version from 1");
    require(settings.size() <= MOST_SETTINGS, "at most " + MOST_SETTINGS + " settings");
    var keys = new HashSet<String>();
    for (SettingDescriptor setting : settings) {
      require(keys.add(setting.key()), "one setting for each key");
      require(
          !(setting instanceof SettingDescriptor.SecretSetting), "no secret among its settings");
    }
  }

  /** Calls the plugin; anything may be thrown. */
  static DescribedType read(RestrictionType type) {
    return new DescribedType(
        type.id(),
        type.name(),
        type.description(),
        type.natures(),
        type.axis(),
        type.appealability(),
        type.authority(),
        type.reviewInterval(),
        type.conflicts(),
        type.settings(),
        type.settingsVersion());
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllDescribed("a restriction type has " + what);
    }
  }

  /** A description that the house cannot use; the message is the house's own. */
  static final class IllDescribed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllDescribed(String message) {
      super(message);
    }
  }
}
