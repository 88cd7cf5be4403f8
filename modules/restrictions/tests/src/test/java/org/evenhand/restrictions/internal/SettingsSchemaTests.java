package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.types.BuiltInTypes;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Field;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Forms as JSON Schema 2020-12, judged by a validator that knows nothing of ours (P8.3). */
class SettingsSchemaTests {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema META =
      REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static String schema(List<SettingDescriptor> form, Locale locale) {
    return JSON.writeValueAsString(
        SettingsSchema.of(
            "/files/settings/parks.all/1", Texts.enCy("All", "Popeth"), form, locale));
  }

  private static Field field(String key) {
    return Field.of(key, Texts.enCy("Label of " + key, "Label " + key));
  }

  /** One of each kind that a kind of action may ask for. */
  private static final List<SettingDescriptor> EACH =
      List.of(
          new SettingDescriptor.TextSetting(
              Field.required("text", Texts.enCy("A text", "Testun")), 5),
          new SettingDescriptor.LongTextSetting(field("long"), 9),
          new SettingDescriptor.ChoiceSetting(
              Field.required("way", Texts.en("Way"))
                  .defaultValue(new SettingValue.ChoiceValue("offered")),
              List.of(
                  new ChoiceOption("offered", Texts.en("Offered")),
                  new ChoiceOption("only", Texts.en("Only")))),
          new SettingDescriptor.NumberSetting(field("number"), BigDecimal.ONE, null, true),
          new SettingDescriptor.FlagSetting(field("flag")),
          new SettingDescriptor.DateSetting(
              Field.required("day", Texts.en("Day"))
                  .visibleWhen("way", new SettingValue.ChoiceValue("only"))),
          new SettingDescriptor.DurationSetting(field("duration"), Duration.ofMinutes(1), null),
          new SettingDescriptor.PeriodSetting(field("period")),
          new SettingDescriptor.WeeklySlotsSetting(field("slots")),
          new SettingDescriptor.RecurrenceSetting(field("recurrence")),
          new SettingDescriptor.ChannelSetSetting(
              field("channels"), 1, 1, Set.of(Channel.PHONE, Channel.EMAIL)),
          new SettingDescriptor.BuildingSetSetting(field("buildings"), 1, 2),
          new SettingDescriptor.ZoneSetting(field("zone")),
          new SettingDescriptor.ServiceAreaSetting(field("area")),
          new SettingDescriptor.MatterSetting(field("matter")),
          new SettingDescriptor.OfficerSetting(field("officer")),
          new SettingDescriptor.TeamSetting(field("team")),
          new SettingDescriptor.PartySetting(field("party")),
          new SettingDescriptor.EndpointSetting(field("endpoint"), Set.of()),
          new SettingDescriptor.ListSetting(
              field("list"), new SettingDescriptor.TextSetting(field("one"), 3), 1, 2),
          new SettingDescriptor.UrlSetting(field("url"), Set.of("https")));

  private static final String WHOLE =
      """
      {"text": {"text": "abc"}, "long": {"longText": "a\\nb"}, "way": {"choice": "only"},
       "number": {"number": "3"}, "flag": {"flag": true}, "day": {"date": "2026-11-25"},
       "duration": {"duration": "PT30M"}, "period": {"period": "P14D"},
       "slots": {"weeklySlots": [{"day": "MONDAY", "from": "10:00:00", "to": "12:00"}]},
       "recurrence": {"recurrence": {"anchor": "2026-11-26", "every": "P14D"}},
       "channels": {"channels": ["PHONE"]}, "buildings": {"buildings": ["a", "b"]},
       "zone": {"zone": {"building": "a", "zone": "desk"}}, "area": {"serviceArea": "housing"},
       "matter": {"matter": "a"}, "officer": {"officer": "a"}, "team": {"team": "Repairs team"},
       "party": {"party": "A trust"}, "endpoint": {"endpoint": "repairs-texts"},
       "list": {"list": [{"text": "a"}]}, "url": {"url": "https://example.org/"}}
      """;

  private static List<String> problems(String document) {
    return REGISTRY
        .getSchema(schema(EACH, Locale.ENGLISH), InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  @DisplayName("every kind of setting is accepted as the API takes it")
  void acceptsEveryKind() {
    assertThat(META.validate(schema(EACH, Locale.ENGLISH), InputFormat.JSON)).isEmpty();
    assertThat(problems(WHOLE)).isEmpty();
    assertThat(problems("{\"text\": {\"text\": \"a\"}}")).as("the rest may be left out").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "text|{\"text\": \"too long\"}",
        "text|\"abc\"",
        "text|{\"text\": \"abc\", \"flag\": true}",
        "way|{\"choice\": \"never\"}",
        "number|{\"number\": \"1.5\"}",
        "number|{\"number\": 1}",
        "flag|{\"flag\": \"yes\"}",
        "slots|{\"weeklySlots\": []}",
        "slots|{\"weeklySlots\": [{\"day\": \"MON\", \"from\": \"10:00\", \"to\": \"12:00\"}]}",
        "recurrence|{\"recurrence\": {\"anchor\": \"2026-11-26\", \"every\": \"P14D\", \"from\":"
            + " \"10:00\"}}",
        "channels|{\"channels\": [\"LETTER\"]}",
        "buildings|{\"buildings\": [\"a\", \"a\"]}",
        "buildings|{\"buildings\": [\"a\", \"b\", \"c\"]}",
        "zone|{\"zone\": {\"building\": \"a\"}}",
        "list|{\"list\": [{\"text\": \"long\"}]}",
        "unknown|{\"text\": \"a\"}"
      })
  @DisplayName("what the form would refuse for its shape, the schema refuses")
  void refuses(String key, String value) {
    var whole = JSON.readTree(WHOLE).asObject();
    whole.set(key, JSON.readTree(value));
    assertThat(problems(whole.toString())).isNotEmpty();
  }

  @Test
  @DisplayName("what is asked for only beside another value is required only beside it")
  void requiresWhatIsVisible() {
    assertThat(problems("{\"text\": {\"text\": \"a\"}, \"way\": {\"choice\": \"offered\"}}"))
        .isEmpty();
    assertThat(problems("{\"text\": {\"text\": \"a\"}, \"way\": {\"choice\": \"only\"}}"))
        .isNotEmpty();
    assertThat(problems("{}")).isNotEmpty();
  }

  @Test
  void labelsAreInTheLanguageThatIsAskedFor() {
    Map<?, ?> welsh = JSON.readValue(schema(EACH, Locale.of("cy")), Map.class);
    assertThat(welsh.get("title")).isEqualTo("Popeth");
    Map<?, ?> english = JSON.readValue(schema(EACH, Locale.UK), Map.class);
    assertThat(english.get("title")).isEqualTo("All");
  }

  static List<RestrictionType> builtIn() {
    return BuiltInTypes.all();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  @DisplayName("P8.3: each of the policy's own forms is a schema, with all of its settings")
  void eachBuiltInFormIsASchema(RestrictionType type) {
    String schema = schema(type.settings(), Locale.ENGLISH);
    assertThat(META.validate(schema, InputFormat.JSON)).isEmpty();
    assertThat(JSON.readTree(schema).get("properties").propertyNames())
        .containsExactlyElementsOf(type.settings().stream().map(SettingDescriptor::key).toList());
  }
}
