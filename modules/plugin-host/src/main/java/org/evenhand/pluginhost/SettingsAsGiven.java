package org.evenhand.pluginhost;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Slot;
import org.evenhand.spi.Texts;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;

/**
 * A form's settings as a client gave them: the schema's {@code SettingInput}, for every module
 * whose acts fill in a form that a type or a plugin describes. What cannot be read is named by its
 * key; whether the values fit the form is for whoever keeps it to say.
 */
public final class SettingsAsGiven {

  private static final UUID NOTHING = new UUID(0, 0);

  private final List<SettingsRefusal.Problem> problems;

  private SettingsAsGiven(List<SettingsRefusal.Problem> problems) {
    this.problems = problems;
  }

  public record SettingInput(String key, SettingValueInput value) {}

  public record SettingValueInput(
      @Nullable String text,
      @Nullable String longText,
      @Nullable String choice,
      @Nullable String number,
      @Nullable Boolean flag,
      @Nullable LocalDate date,
      @Nullable String duration,
      @Nullable String period,
      @Nullable List<WeeklySlotInput> weeklySlots,
      @Nullable DayRecurrenceInput recurrence,
      @Nullable List<Channel> channels,
      @Nullable List<String> buildings,
      @Nullable SettingZoneInput zone,
      @Nullable String serviceArea,
      @Nullable String matter,
      @Nullable String officer,
      @Nullable String team,
      @Nullable String party,
      @Nullable String endpoint,
      @Nullable List<SettingValueInput> list,
      @Nullable String url) {}

  public record WeeklySlotInput(DayOfWeek day, LocalTime from, LocalTime to) {}

  public record DayRecurrenceInput(
      LocalDate anchor,
      String every,
      List<LocalDate> excepted,
      @Nullable LocalTime from,
      @Nullable LocalTime to) {}

  public record SettingZoneInput(String building, String zone) {}

  /** The settings, or refused with a {@link SettingsRefusal} that names all that cannot be read. */
  public static Outcome<Settings> read(List<SettingInput> inputs) {
    var problems = new ArrayList<SettingsRefusal.Problem>();
    Settings settings = read(inputs, problems);
    return problems.isEmpty()
        ? Outcome.done(settings)
        : Outcome.refused(new SettingsRefusal(problems));
  }

  /**
   * The settings as far as they can be read.
   *
   * @param problems gets what cannot be read, by key
   */
  public static Settings read(List<SettingInput> inputs, List<SettingsRefusal.Problem> problems) {
    return new SettingsAsGiven(problems).settings(inputs);
  }

  private Settings settings(List<SettingInput> inputs) {
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
