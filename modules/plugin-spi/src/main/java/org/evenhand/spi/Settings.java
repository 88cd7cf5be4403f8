package org.evenhand.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of one restriction, or the configuration of one plugin: values by key. Two with the
 * same values are equal and have the same {@linkplain #canonical canonical form}.
 *
 * <p>The getters named for a kind throw {@link SettingMissing} when the key has no value, and
 * {@link IllegalStateException} when it has one of another kind; by the time a type compiles, the
 * house has checked both. {@code find…} is for what is optional.
 *
 * @param values by key; sorted
 */
public record Settings(Map<String, SettingValue> values) {
  private static final Settings EMPTY = new Settings(Map.of());

  public Settings {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public static Settings empty() {
    return EMPTY;
  }

  public static Settings of(String key, SettingValue value) {
    return new Settings(Map.of(key, value));
  }

  /** These and one more, which replaces any other under its key. */
  public Settings with(String key, SettingValue value) {
    var all = new TreeMap<>(values);
    all.put(key, value);
    return new Settings(all);
  }

  /** These without one key. */
  public Settings without(String key) {
    var all = new TreeMap<>(values);
    all.remove(key);
    return new Settings(all);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value under a key, whatever its kind. */
  public Optional<SettingValue> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value under a key, if it is there and of this kind. */
  public <T extends SettingValue> Optional<T> find(String key, Class<T> kind) {
    return find(key).filter(kind::isInstance).map(kind::cast);
  }

  private <T extends SettingValue> T get(String key, Class<T> kind) {
    SettingValue value = values.get(key);
    if (value == null) {
      throw new SettingMissing(key);
    }
    if (!kind.isInstance(value)) {
      throw new IllegalStateException("The setting " + key + " is of another kind");
    }
    return kind.cast(value);
  }

  public String text(String key) {
    return get(key, SettingValue.TextValue.class).text();
  }

  public String longText(String key) {
    return get(key, SettingValue.LongTextValue.class).text();
  }

  public String choice(String key) {
    return get(key, SettingValue.ChoiceValue.class).code();
  }

  public BigDecimal number(String key) {
    return get(key, SettingValue.NumberValue.class).number();
  }

  /** A number without fraction; one with a fraction or too large is an error. */
  public int integer(String key) {
    return number(key).intValueExact();
  }

  /** A flag; false when it has no value. */
  public boolean flag(String key) {
    return find(key, SettingValue.FlagValue.class).map(SettingValue.FlagValue::flag).orElse(false);
  }

  public LocalDate date(String key) {
    return get(key, SettingValue.DateValue.class).date();
  }

  public Duration duration(String key) {
    return get(key, SettingValue.DurationValue.class).duration();
  }

  public Period period(String key) {
    return get(key, SettingValue.PeriodValue.class).period();
  }

  public WeeklySlots weeklySlots(String key) {
    return get(key, SettingValue.WeeklySlotsValue.class).slots();
  }

  public Recurrence recurrence(String key) {
    return get(key, SettingValue.RecurrenceValue.class).recurrence();
  }

  public Set<Channel> channels(String key) {
    return get(key, SettingValue.ChannelSetValue.class).channels();
  }

  public Set<Ref> buildings(String key) {
    return get(key, SettingValue.BuildingSetValue.class).buildings();
  }

  /** Zone, service area, matter, officer, team, party or endpoint. */
  public Ref ref(String key) {
    SettingValue value = values.get(key);
    return switch (value) {
      case null -> throw new SettingMissing(key);
      case SettingValue.ZoneValue zone -> zone.zone();
      case SettingValue.ServiceAreaValue area -> area.serviceArea();
      case SettingValue.MatterValue matter -> matter.matter();
      case SettingValue.OfficerValue officer -> officer.officer();
      case SettingValue.TeamValue team -> team.team();
      case SettingValue.PartyValue party -> party.party();
      case SettingValue.EndpointValue endpoint -> endpoint.endpoint();
      default -> throw new IllegalStateException("The setting " + key + " is of another kind");
    };
  }

  /** As {@link #ref}, for a setting that may be missing. */
  public Optional<Ref> findRef(String key) {
    return has(key) ? Optional.of(ref(key)) : Optional.empty();
  }

  public List<SettingValue> list(String key) {
    return get(key, SettingValue.ListValue.class).values();
  }

  public URI url(String key) {
    return get(key, SettingValue.UrlValue.class).url();
  }

  /** The name under which a secret is kept, for {@link PluginContext#secret}. */
  public String secretName(String key) {
    return get(key, SettingValue.SecretValue.class).name();
  }

  /**
   * One text for these values, the same on every machine and in every release: keys in order, each
   * with kind and value, every text with its length before it so that no value can pass for
   * another.
   */
  public String canonical() {
    var out = new StringBuilder();
    values.forEach(
        (key, value) -> {
          quote(out, key);
          out.append('=');
          write(out, value);
          out.append(';');
        });
    return out.toString();
  }

  private static void write(StringBuilder out, SettingValue value) {
    out.append(RuleLanguage.kindOf(value)).append(':');
    switch (value) {
      case SettingValue.TextValue v -> quote(out, v.text());
      case SettingValue.LongTextValue v -> quote(out, v.text());
      case SettingValue.ChoiceValue v -> quote(out, v.code());
      case SettingValue.NumberValue v -> out.append(v.number().toPlainString());
      case SettingValue.FlagValue v -> out.append(v.flag());
      case SettingValue.DateValue v -> out.append(v.date());
      case SettingValue.DurationValue v -> out.append(v.duration());
      case SettingValue.PeriodValue v -> out.append(v.period());
      case SettingValue.WeeklySlotsValue v ->
          v.slots()
              .slots()
              .forEach(
                  slot ->
                      out.append(slot.day())
                          .append(' ')
                          .append(slot.from())
                          .append('-')
                          .append(slot.to())
                          .append(','));
      case SettingValue.RecurrenceValue v -> {
        Recurrence recurrence = v.recurrence();
        out.append(recurrence.anchor()).append('/').append(recurrence.every());
        if (recurrence.from() != null) {
          out.append('/').append(recurrence.from()).append('-').append(recurrence.to());
        }
        recurrence.excepted().forEach(date -> out.append('!').append(date));
      }
      case SettingValue.ChannelSetValue v ->
          v.channels().forEach(channel -> out.append(channel.name()).append(','));
      case SettingValue.BuildingSetValue v -> v.buildings().forEach(ref -> quote(out, ref.id()));
      case SettingValue.ZoneValue v -> quote(out, v.zone().id());
      case SettingValue.ServiceAreaValue v -> quote(out, v.serviceArea().id());
      case SettingValue.MatterValue v -> quote(out, v.matter().id());
      case SettingValue.OfficerValue v -> quote(out, v.officer().id());
      case SettingValue.TeamValue v -> quote(out, v.team().id());
      case SettingValue.PartyValue v -> quote(out, v.party().id());
      case SettingValue.EndpointValue v -> quote(out, v.endpoint().id());
      case SettingValue.ListValue v -> {
        out.append('[');
        v.values()
            .forEach(
                element -> {
                  write(out, element);
                  out.append(',');
                });
        out.append(']');
      }
      case SettingValue.UrlValue v -> quote(out, v.url().toString());
      case SettingValue.SecretValue v -> quote(out, v.name());
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append(text.length()).append('"').append(text).append('"');
  }
}
