package org.evenhand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Field;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.junit.jupiter.api.Test;

/** Settings against their descriptors, before the type itself looks at them. */
class SettingsFormTests {
  private static final List<SettingDescriptor> FORM =
      List.of(
          new SettingDescriptor.ChoiceSetting(
              Field.required("mode", Texts.en("Mode")),
              List.of(
                  new ChoiceOption("limited", Texts.en("Limited")),
                  new ChoiceOption("open", Texts.en("Open")))),
          new SettingDescriptor.NumberSetting(
              Field.required("number", Texts.en("How many"))
                  .visibleWhen("mode", new SettingValue.ChoiceValue("limited"))
                  .defaultValue(new SettingValue.NumberValue(BigDecimal.TWO)),
              BigDecimal.ONE,
              BigDecimal.TEN,
              true),
          new SettingDescriptor.ChannelSetSetting(
              Field.of("channels", Texts.en("Channels")),
              1,
              2,
              Set.of(Channel.PHONE, Channel.EMAIL, Channel.LETTER)),
          new SettingDescriptor.ListSetting(
              Field.of("notes", Texts.en("Notes")),
              new SettingDescriptor.TextSetting(Field.required("note", Texts.en("Note")), 5),
              0,
              3),
          new SettingDescriptor.UrlSetting(Field.of("link", Texts.en("Link")), Set.of("https")));

  private static final Settings OPEN = Settings.of("mode", new SettingValue.ChoiceValue("open"));
  private static final Settings LIMITED =
      Settings.of("mode", new SettingValue.ChoiceValue("limited"));

  private static List<String> problems(Settings settings) {
    return SettingsForm.problems(FORM, settings).stream()
        .map(problem -> problem.keyPath() + " " + problem.code())
        .toList();
  }

  @Test
  void acceptsWhatFitsAndAddsDefaultsOfWhatIsVisible() {
    assertThat(problems(OPEN)).isEmpty();
    assertThat(SettingsForm.withDefaults(FORM, OPEN)).isEqualTo(OPEN);
    assertThat(SettingsForm.withDefaults(FORM, LIMITED).integer("number")).isEqualTo(2);
  }

  @Test
  void asksForWhatIsRequiredWhileItIsVisible() {
    assertThat(problems(Settings.empty())).containsExactly("mode required");
    assertThat(problems(LIMITED)).containsExactly("number required");
    assertThat(problems(OPEN.with("number", new SettingValue.NumberValue(BigDecimal.ONE))))
        .containsExactly("number not-asked-for");
  }

  @Test
  void refusesValuesOfAnotherKindOutOfRangeOrUnknown() {
    assertThat(problems(OPEN.with("channels", new SettingValue.FlagValue(true))))
        .containsExactly("channels wrong-kind");
    assertThat(problems(LIMITED.with("number", number("11"))))
        .containsExactly("number out-of-range");
    assertThat(problems(LIMITED.with("number", number("1.5"))))
        .containsExactly("number whole-only");
    assertThat(problems(LIMITED.with("number", number("3.0")))).isEmpty();
    assertThat(problems(Settings.of("mode", new SettingValue.ChoiceValue("other"))))
        .containsExactly("mode not-an-option");
    assertThat(problems(OPEN.with("more", new SettingValue.FlagValue(true))))
        .containsExactly("more unknown-key");
    assertThat(
            problems(OPEN.with("link", new SettingValue.UrlValue(URI.create("ftp://a.example")))))
        .containsExactly("link not-allowed");
  }

  @Test
  void refusesTooFewTooManyAndWhatIsNotOffered() {
    assertThat(problems(OPEN.with("channels", new SettingValue.ChannelSetValue(Set.of()))))
        .containsExactly("channels too-few");
    assertThat(
            problems(
                OPEN.with(
                    "channels",
                    new SettingValue.ChannelSetValue(
                        Set.of(Channel.PHONE, Channel.EMAIL, Channel.LETTER)))))
        .containsExactly("channels too-many");
    assertThat(
            problems(
                OPEN.with("channels", new SettingValue.ChannelSetValue(Set.of(Channel.VIDEO)))))
        .containsExactly("channels not-allowed");
  }

  @Test
  void saysWhichEntryOfAListIsWrong() {
    var notes =
        new SettingValue.ListValue(
            List.of(
                new SettingValue.TextValue("fine"),
                new SettingValue.TextValue("too long"),
                new SettingValue.FlagValue(true)));

    assertThat(SettingsForm.problems(FORM, OPEN.with("notes", notes)))
        .extracting(SettingProblem::keyPath, SettingProblem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("notes[1]", "too-long"),
            org.assertj.core.groups.Tuple.tuple("notes[2]", "wrong-kind"));
  }

  private static SettingValue number(String value) {
    return new SettingValue.NumberValue(new BigDecimal(value));
  }
}
