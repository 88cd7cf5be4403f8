package org.evenhand.restrictions.internal;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Field;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.evenhand.spi.VisibleWhen;
import org.jspecify.annotations.Nullable;

/**
 * A form as JSON Schema 2020-12: a member for each setting, each as the API takes it. What a schema
 * cannot say, such as which buildings there are, is checked when the form comes back.
 */
final class SettingsSchema {

  private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";
  private static final String ID = "^\\S+$";

  private final Locale locale;

  private SettingsSchema(Locale locale) {
    this.locale = locale;
  }

  static Map<String, Object> of(
      String id, Texts name, List<SettingDescriptor> form, Locale locale) {
    return new SettingsSchema(locale).schema(id, name, form);
  }

  private Map<String, Object> schema(String id, Texts name, List<SettingDescriptor> form) {
    var properties = new LinkedHashMap<String, Object>();
    form.forEach(setting -> properties.put(setting.key(), described(setting)));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", say(name));
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required(form));
    schema.put("additionalProperties", false);
    List<Map<String, Object>> conditions = conditions(form);
    if (!conditions.isEmpty()) {
      schema.put("allOf", conditions);
    }
    return schema;
  }

  /** Missing ones are refused, unless a default stands or another setting hides them. */
  private static List<String> required(List<SettingDescriptor> form) {
    return form.stream()
        .filter(setting -> needed(setting.field()) && setting.field().visibleWhen() == null)
        .map(SettingDescriptor::key)
        .toList();
  }

  private static boolean needed(Field field) {
    return field.required() && field.defaultValue() == null;
  }

  private static List<Map<String, Object>> conditions(List<SettingDescriptor> form) {
    var all = new ArrayList<Map<String, Object>>();
    for (SettingDescriptor setting : form) {
      VisibleWhen when = setting.field().visibleWhen();
      if (when != null && needed(setting.field())) {
        value(when.equals())
            .ifPresent(
                value ->
                    all.add(
                        Map.of(
                            "if",
                            Map.of(
                                "properties",
                                Map.of(when.key(), Map.of("const", value)),
                                "required",
                                List.of(when.key())),
                            "then",
                            Map.of("required", List.of(setting.key())))));
      }
    }
    return all;
  }

  private Map<String, Object> described(SettingDescriptor setting) {
    Field field = setting.field();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("title", say(field.label()));
    if (!field.help().silent()) {
      schema.put("description", say(field.help()));
    }
    if (field.defaultValue() != null) {
      value(field.defaultValue()).ifPresent(value -> schema.put("default", value));
    }
    schema.putAll(taken(setting));
    return schema;
  }

  /** As {@code SettingValueInput} takes that kind. */
  private Map<String, Object> taken(SettingDescriptor setting) {
    return switch (setting) {
      case SettingDescriptor.TextSetting text -> one("text", string(text.maxLength()));
      case SettingDescriptor.LongTextSetting text -> one("longText", string(text.maxLength()));
      case SettingDescriptor.ChoiceSetting choice -> one("choice", options(choice.options()));
      case SettingDescriptor.NumberSetting number -> one("number", number(number));
      case SettingDescriptor.FlagSetting flag -> one("flag", Map.of("type", "boolean"));
      case SettingDescriptor.DateSetting date -> one("date", format("date"));
      case SettingDescriptor.DurationSetting duration -> one("duration", format("duration"));
      case SettingDescriptor.PeriodSetting period -> one("period", format("duration"));
      case SettingDescriptor.WeeklySlotsSetting slots -> one("weeklySlots", array(slot(), 1, null));
      case SettingDescriptor.RecurrenceSetting recurrence -> one("recurrence", recurrence());
      case SettingDescriptor.ChannelSetSetting set ->
          one("channels", set(channels(set.offered()), set.fewest(), set.most()));
      case SettingDescriptor.BuildingSetSetting set ->
          one("buildings", set(pattern(ID), set.fewest(), set.most()));
      case SettingDescriptor.ZoneSetting zone ->
          one("zone", object(Map.of("building", pattern(ID), "zone", pattern(ID))));
      case SettingDescriptor.ServiceAreaSetting area -> one("serviceArea", pattern(ID));
      case SettingDescriptor.MatterSetting matter -> one("matter", pattern(ID));
      case SettingDescriptor.OfficerSetting officer -> one("officer", pattern(ID));
      case SettingDescriptor.TeamSetting team -> one("team", Map.of("type", "string"));
      case SettingDescriptor.PartySetting party -> one("party", Map.of("type", "string"));
      case SettingDescriptor.EndpointSetting endpoint -> one("endpoint", pattern(ID));
      case SettingDescriptor.ListSetting list ->
          one("list", array(taken(list.element()), list.fewest(), list.most()));
      case SettingDescriptor.UrlSetting url -> one("url", format("uri"));
      case SettingDescriptor.SecretSetting secret ->
          throw new IllegalArgumentException("no kind of action asks for a secret");
    };
  }

  private static Map<String, Object> one(String kind, Map<String, Object> schema) {
    return object(Map.of(kind, schema));
  }

  private static Map<String, Object> object(Map<String, Object> members) {
    return Map.of(
        "type",
        "object",
        "properties",
        members,
        "required",
        members.keySet().stream().sorted().toList(),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> string(int most) {
    return Map.of("type", "string", "maxLength", most);
  }

  private static Map<String, Object> format(String format) {
    return Map.of("type", "string", "format", format);
  }

  private static Map<String, Object> pattern(String pattern) {
    return Map.of("type", "string", "pattern", pattern);
  }

  private Map<String, Object> options(List<ChoiceOption> options) {
    return Map.of(
        "oneOf",
        options.stream()
            .map(option -> Map.of("const", option.code(), "title", say(option.label())))
            .toList());
  }

  /** The API takes decimal notation; between which numbers is said in words that programs read. */
  private static Map<String, Object> number(SettingDescriptor.NumberSetting number) {
    var schema =
        new LinkedHashMap<>(pattern(number.wholeOnly() ? "^-?[0-9]+$" : "^-?[0-9]+(\\.[0-9]+)?$"));
    bound(schema, "x-minimum", number.minimum());
    bound(schema, "x-maximum", number.maximum());
    return schema;
  }

  private static void bound(Map<String, Object> schema, String name, @Nullable BigDecimal bound) {
    if (bound != null) {
      schema.put(name, bound.toPlainString());
    }
  }

  private static Map<String, Object> slot() {
    return object(
        Map.of(
            "day",
            names(Arrays.asList(DayOfWeek.values())),
            "from",
            pattern(TIME),
            "to",
            pattern(TIME)));
  }

  private static Map<String, Object> recurrence() {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "anchor", format("date"),
            "every", format("duration"),
            "excepted", Map.of("type", "array", "items", format("date")),
            "from", pattern(TIME),
            "to", pattern(TIME)),
        "required",
        List.of("anchor", "every"),
        "dependentRequired",
        Map.of("from", List.of("to"), "to", List.of("from")),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> channels(Collection<Channel> offered) {
    return names(offered.isEmpty() ? Arrays.asList(Channel.values()) : offered);
  }

  private static Map<String, Object> names(Collection<? extends Enum<?>> values) {
    return Map.of("enum", values.stream().sorted().map(Enum::name).toList());
  }

  private static Map<String, Object> set(Map<String, Object> items, int fewest, int most) {
    var schema = new LinkedHashMap<>(array(items, fewest, most));
    schema.put("uniqueItems", true);
    return schema;
  }

  private static Map<String, Object> array(
      Map<String, Object> items, int fewest, @Nullable Integer most) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "array");
    schema.put("items", items);
    schema.put("minItems", fewest);
    if (most != null) {
      schema.put("maxItems", most);
    }
    return schema;
  }

  /** A value in the API's form; empty for what points at something, which no form presumes. */
  private static Optional<Map<String, Object>> value(SettingValue value) {
    return switch (value) {
      case SettingValue.TextValue(String text) -> Optional.of(Map.of("text", text));
      case SettingValue.LongTextValue(String text) -> Optional.of(Map.of("longText", text));
      case SettingValue.ChoiceValue(String code) -> Optional.of(Map.of("choice", code));
      case SettingValue.NumberValue(BigDecimal number) ->
          Optional.of(Map.of("number", number.toPlainString()));
      case SettingValue.FlagValue(boolean flag) -> Optional.of(Map.of("flag", flag));
      case SettingValue.DateValue(var date) -> Optional.of(Map.of("date", date.toString()));
      case SettingValue.DurationValue(var duration) ->
          Optional.of(Map.of("duration", duration.toString()));
      case SettingValue.PeriodValue(var period) -> Optional.of(Map.of("period", period.toString()));
      case SettingValue.ChannelSetValue(var channels) ->
          Optional.of(Map.of("channels", channels.stream().sorted().map(Enum::name).toList()));
      case SettingValue.UrlValue(var url) -> Optional.of(Map.of("url", url.toString()));
      default -> Optional.empty();
    };
  }

  private String say(Texts words) {
    return words.in(locale.toLanguageTag(), "en").value();
  }
}
