package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings are values: equal when they hold the same, and written in one form only. */
class SettingsTests {
  private static final Map<String, SettingValue> ONE_OF_EACH = oneOfEach();

  private static Map<String, SettingValue> oneOfEach() {
    var all = new LinkedHashMap<String, SettingValue>();
    all.put("text", new SettingValue.TextValue("a;b=\"c\""));
    all.put("long-text", new SettingValue.LongTextValue("two\nlines"));
    all.put("choice", new SettingValue.ChoiceValue("yes"));
    all.put("number", new SettingValue.NumberValue(new BigDecimal("100.0")));
    all.put("flag", new SettingValue.FlagValue(true));
    all.put("date", new SettingValue.DateValue(LocalDate.of(2026, 11, 23)));
    all.put("duration", new SettingValue.DurationValue(Duration.ofMinutes(30)));
    all.put("period", new SettingValue.PeriodValue(Period.ofMonths(6)));
    all.put(
        "weekly-slots",
        new SettingValue.WeeklySlotsValue(
            WeeklySlots.on(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(12, 0))));
    all.put(
        "recurrence",
        new SettingValue.RecurrenceValue(
            new Recurrence(
                LocalDate.of(2026, 11, 26),
                Period.ofDays(14),
                Set.of(LocalDate.of(2026, 12, 24)),
                LocalTime.of(14, 0),
                LocalTime.of(16, 0))));
    all.put("channel-set", new SettingValue.ChannelSetValue(Set.of(Channel.PHONE, Channel.EMAIL)));
    all.put("building-set", new SettingValue.BuildingSetValue(Set.of(Ref.building("b1"))));
    all.put("zone", new SettingValue.ZoneValue(Ref.zone("z")));
    all.put("service-area", new SettingValue.ServiceAreaValue(Ref.serviceArea("s")));
    all.put("matter", new SettingValue.MatterValue(Ref.matter("m")));
    all.put("officer", new SettingValue.OfficerValue(Ref.officer("o")));
    all.put("team", new SettingValue.TeamValue(Ref.team("t")));
    all.put("party", new SettingValue.PartyValue(Ref.party("p")));
    all.put("endpoint", new SettingValue.EndpointValue(Ref.endpoint("e")));
    all.put(
        "list",
        new SettingValue.ListValue(
            List.of(new SettingValue.TextValue("x"), new SettingValue.TextValue("y"))));
    all.put("url", new SettingValue.UrlValue(URI.create("https://example.org/a")));
    all.put("secret", new SettingValue.SecretValue("api-key"));
    return all;
  }

  @Test
  void holdsOneValueOfEachKind() {
    assertThat(ONE_OF_EACH.values())
        .extracting(RuleLanguage::kindOf)
        .containsExactlyElementsOf(RuleLanguage.families().get(SettingValue.class).keySet());
  }

  @Test
  void isEqualAndCanonicallyTheSameWhateverTheOrder() {
    var settings = new Settings(ONE_OF_EACH);
    var keys = new ArrayList<>(ONE_OF_EACH.keySet());
    Settings built = Settings.empty();
    for (String key : keys.reversed()) {
      built = built.with(key, ONE_OF_EACH.get(key));
    }

    assertThat(built).isEqualTo(settings).hasSameHashCodeAs(settings);
    assertThat(built.canonical()).isEqualTo(settings.canonical());
  }

  @Test
  void differsCanonicallyWithEachValue() {
    var settings = new Settings(ONE_OF_EACH);
    var seen = new HashSet<String>();
    seen.add(settings.canonical());

    ONE_OF_EACH
        .keySet()
        .forEach(key -> assertThat(seen.add(settings.without(key).canonical())).as(key).isTrue());
    var channels = settings.with("channel-set", new SettingValue.ChannelSetValue(Set.of()));
    assertThat(seen.add(channels.canonical())).isTrue();
  }

  @Test
  void letsNoTextPassForAnotherSetting() {
    var one = Settings.of("a", new SettingValue.TextValue("x\";1\"b\"=text:1\"y"));
    var two =
        Settings.of("a", new SettingValue.TextValue("x"))
            .with("b", new SettingValue.TextValue("y"));

    assertThat(one.canonical()).isNotEqualTo(two.canonical());
  }

  @Test
  void writesTheCanonicalFormThatIsStored() {
    assertThat(
            Settings.of("slots", ONE_OF_EACH.get("weekly-slots"))
                .with("number", ONE_OF_EACH.get("number"))
                .canonical())
        .isEqualTo("6\"number\"=number:100;5\"slots\"=weekly-slots:TUESDAY 10:00-12:00,;");
  }

  @Test
  void takesNumbersByTheirValue() {
    assertThat(new SettingValue.NumberValue(new BigDecimal("1.0")))
        .isEqualTo(new SettingValue.NumberValue(BigDecimal.ONE));
    assertThat(new Settings(ONE_OF_EACH).integer("number")).isEqualTo(100);
  }

  @Test
  void tellsAMissingSettingFromOneOfAnotherKind() {
    var settings = new Settings(ONE_OF_EACH);

    assertThatExceptionOfType(SettingMissing.class)
        .isThrownBy(() -> settings.text("nothing"))
        .satisfies(missing -> assertThat(missing.key()).isEqualTo("nothing"));
    assertThatIllegalStateException().isThrownBy(() -> settings.text("number"));
    assertThatIllegalStateException().isThrownBy(() -> settings.ref("number"));
    assertThat(settings.ref("officer")).isEqualTo(Ref.officer("o"));
    assertThat(settings.findRef("nothing")).isEmpty();
    assertThat(settings.flag("nothing")).isFalse();
    assertThat(settings.find("text", SettingValue.FlagValue.class)).isEmpty();
  }

  @Test
  void refusesADefaultOfAnotherKind() {
    var field = Field.of("when", Texts.en("When")).defaultValue(new SettingValue.FlagValue(true));

    assertThatIllegalArgumentException().isThrownBy(() -> new SettingDescriptor.DateSetting(field));
    assertThat(new SettingDescriptor.FlagSetting(field).key()).isEqualTo("when");
    assertThatIllegalArgumentException().isThrownBy(() -> Field.of("Not A Key", Texts.en("Wrong")));
  }

  @Test
  void copiesWhatArtefactsHold() {
    byte[] bytes = {1, 2, 3};
    var artefact = new Artefact("form.pdf", "application/pdf", bytes);
    bytes[0] = 9;
    artefact.content()[1] = 9;

    assertThat(artefact.content()).containsExactly(1, 2, 3);
    assertThat(artefact)
        .isEqualTo(new Artefact("form.pdf", "application/pdf", new byte[] {1, 2, 3}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Artefact("../form.pdf", "application/pdf", new byte[0]));
  }

  @Test
  void refusesAFieldThatAnExportRulesTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldRules(Set.of("name"), Set.of(), Set.of("name")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldRules(Set.of(), Set.of("name"), Set.of("name")));
  }
}
