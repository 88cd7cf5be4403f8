package org.evenhand.restrictions.internal.web;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.evenhand.restrictions.SettingsRefusal;
import org.evenhand.restrictions.internal.web.Inputs.DayRecurrenceInput;
import org.evenhand.restrictions.internal.web.Inputs.SettingInput;
import org.evenhand.restrictions.internal.web.Inputs.SettingValueInput;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Slot;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.WeeklySlots;
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
    var values = new LinkedHashMap<String, SettingValue>();
    for (SettingInput input : inputs) {
      if (values.containsKey(input.key())) {
        problem(shortened(input.key()), "given-twice");
      }
      SettingValue value = value(input.key(), input.value());
      if (value != null) {
        values.put(input.key(), value);
      }
    }
    return new Settings(values);
  }

  private @Nullable SettingValue value(String key, SettingValueInput given) {
    try {
      SettingValue value = read(key, given);
      if (value == null) {
        problem(shortened(key), "value-missing");
      }
      return value;
    } catch (IllegalArgumentException | DateTimeException | URISyntaxException e) {
      problem(shortened(key), "malformed");
      return null;
    }
  }

  private @Nullable SettingValue read(String key, SettingValueInput given)
      throws URISyntaxException {
    if (given.text() != null) {
      return new SettingValue.TextValue(given.text());
    }
    if (given.longText() != null) {
      return new SettingValue.LongTextValue(given.longText());
    }
    if (given.choice() != null) {
      return new SettingValue.ChoiceValue(given.choice());
    }
    if (given.number() != null) {
      return new SettingValue.NumberValue(number(given.number()));
    }
    if (given.flag() != null) {
      return new SettingValue.FlagValue(given.flag());
    }
    if (given.date() != null) {
      return new SettingValue.DateValue(given.date());
    }
    if (given.duration() != null) {
      return new SettingValue.DurationValue(Duration.parse(given.duration()));
    }
    if (given.period() != null) {
      return new SettingValue.PeriodValue(Period.parse(given.period()));
    }
    if (given.weeklySlots() != null) {
      return new SettingValue.WeeklySlotsValue(
          new WeeklySlots(
              given.weeklySlots().stream()
                  .map(slot -> new Slot(slot.day(), slot.from(), slot.to()))
                  .toList()));
    }
    if (given.recurrence() != null) {
      return new SettingValue.RecurrenceValue(recurrence(given.recurrence()));
    }
    if (given.channels() != null) {
      return new SettingValue.ChannelSetValue(Set.copyOf(given.channels()));
    }
    return pointer(key, given);
  }

  private @Nullable SettingValue pointer(String key, SettingValueInput given)
      throws URISyntaxException {
    if (given.buildings() != null) {
      Set<Ref> buildings = new LinkedHashSet<>();
      given.buildings().forEach(id -> buildings.add(Ref.building(ref(key, "Building", id))));
      return new SettingValue.BuildingSetValue(buildings);
    }
    if (given.zone() != null) {
      return new SettingValue.ZoneValue(
          Ref.zone(ref(key, "Building", given.zone().building()) + "/" + given.zone().zone()));
    }
    if (given.serviceArea() != null) {
      return new SettingValue.ServiceAreaValue(Ref.serviceArea(given.serviceArea()));
    }
    if (given.matter() != null) {
      return new SettingValue.MatterValue(Ref.matter(ref(key, "Matter", given.matter())));
    }
    if (given.officer() != null) {
      return new SettingValue.OfficerValue(Ref.officer(ref(key, "Officer", given.officer())));
    }
    if (given.team() != null) {
      return new SettingValue.TeamValue(Ref.team(given.team()));
    }
    if (given.party() != null) {
      return new SettingValue.PartyValue(Ref.party(given.party()));
    }
    if (given.endpoint() != null) {
      return new SettingValue.EndpointValue(Ref.endpoint(given.endpoint()));
    }
    if (given.list() != null) {
      var values = new ArrayList<SettingValue>();
      for (int i = 0; i < given.list().size(); i++) {
        SettingValue element = value(key + "[" + i + "]", given.list().get(i));
        if (element != null) {
          values.add(element);
        }
      }
      return new SettingValue.ListValue(values);
    }
    return given.url() == null ? null : new SettingValue.UrlValue(new URI(given.url()));
  }

  private UUID ref(String key, String type, String id) {
    Optional<UUID> uuid = GlobalId.uuid(type, id);
    if (uuid.isEmpty()) {
      problem(shortened(key), "not-found");
    }
    return uuid.orElse(NOTHING);
  }

  private static BigDecimal number(String text) {
    if (text.length() > 40) {
      throw new NumberFormatException("too long");
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > 40) {
      throw new NumberFormatException("too far from one");
    }
    return number;
  }

  private static Recurrence recurrence(DayRecurrenceInput given) {
    return new Recurrence(
        given.anchor(),
        Period.parse(given.every()),
        Set.copyOf(given.excepted()),
        given.from(),
        given.to());
  }

  private void problem(String keyPath, String code) {
    problems.add(new SettingsRefusal.Problem(keyPath, code, Texts.none()));
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100);
  }
}
