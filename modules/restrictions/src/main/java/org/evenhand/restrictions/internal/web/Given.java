package org.evenhand.restrictions.internal.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.pluginhost.SettingsAsGiven;
import org.evenhand.pluginhost.SettingsAsGiven.SettingInput;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * Ids, codes and settings as a client gave them. An id that this API never gave out names nothing:
 * it is refused as not found, at its place in the input; a setting that cannot be read, by its key.
 */
final class Given {

  private static final UUID NOTHING = new UUID(0, 0);

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<SettingsRefusal.Problem> problems = new ArrayList<>();

  List<Refusal> refusals() {
    var all = new ArrayList<>(refusals);
    if (!problems.isEmpty()) {
      all.add(new SettingsRefusal(problems));
    }
    return all;
  }

  /** Reads what was given and does it, unless something of it names nothing. */
  static <C, T> Outcome<T> then(Function<Given, C> command, Function<C, Outcome<T>> doing) {
    var given = new Given();
    C wanted = command.apply(given);
    List<Refusal> malformed = given.refusals();
    return malformed.isEmpty() ? doing.apply(wanted) : Outcome.refused(malformed);
  }

  /** Takes up what was wrong with a part of the input, with the place of that part before it. */
  void within(Given part, String... place) {
    for (Refusal refusal : part.refusals()) {
      var path = new ArrayList<>(List.of(place));
      path.addAll(refusal.path());
      refusals.add(Refusal.at(refusal.code(), refusal.parameters(), path.toArray(String[]::new)));
    }
  }

  <T> T id(String type, String text, Function<UUID, T> as, String... path) {
    Optional<UUID> id = GlobalId.uuid(type, text);
    if (id.isEmpty()) {
      refusals.add(Refusal.notFound(type, path));
    }
    return as.apply(id.orElse(NOTHING));
  }

  <T> @Nullable T idIfAny(
      String type, @Nullable String text, Function<UUID, T> as, String... path) {
    return text == null ? null : id(type, text, as, path);
  }

  Set<ServiceAreaCode> areas(Collection<String> codes, String... path) {
    Set<ServiceAreaCode> areas = new LinkedHashSet<>();
    for (String code : codes) {
      try {
        areas.add(new ServiceAreaCode(code));
      } catch (IllegalArgumentException e) {
        refusals.add(Refusal.notFound("ServiceArea", path));
      }
    }
    return areas;
  }

  TypeId type(String id, String... path) {
    try {
      return TypeId.of(id);
    } catch (IllegalArgumentException e) {
      refusals.add(Refusal.at("TYPE_NOT_INSTALLED", java.util.Map.of("type", shortened(id)), path));
      return TypeId.builtIn("unknown");
    }
  }

  Settings settings(List<SettingInput> inputs) {
    return SettingsAsGiven.read(inputs, problems);
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100);
  }
}
