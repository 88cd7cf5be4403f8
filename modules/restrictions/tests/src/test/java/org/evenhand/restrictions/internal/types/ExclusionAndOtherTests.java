package org.evenhand.restrictions.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Set;
import java.util.UUID;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The two kinds of action that reach furthest, held against their rows of the policy. */
class ExclusionAndOtherTests {

  private final BuildingExclusion exclusion = new BuildingExclusion();
  private final OtherAction other = new OtherAction();

  private final Settings hall =
      Settings.of(
          "buildings", new SettingValue.BuildingSetValue(Set.of(Ref.building(new UUID(1, 1)))));

  private static Settings described(String weight) {
    return Settings.of("description", new SettingValue.LongTextValue("Meet on the ground floor."))
        .with("why-no-listed-type", new SettingValue.LongTextValue("None is about floors."))
        .with("weight", new SettingValue.ChoiceValue(weight));
  }

  @Test
  @DisplayName("P8.3.13: buildings and nothing else; a limit or safety; its own authority")
  void exclusionIsAboutBuildings() {
    assertThat(exclusion.settings())
        .singleElement()
        .isInstanceOfSatisfying(
            SettingDescriptor.BuildingSetSetting.class,
            setting -> assertThat(setting.field().required()).isTrue());
    assertThat(exclusion.natures()).containsExactlyInAnyOrder(Nature.RESTRICTIVE, Nature.SAFETY);
    assertThat(exclusion.axis()).isEqualTo(Axis.WHERE);
    assertThat(exclusion.authority()).isEqualTo(AuthorityAction.EXCLUDE_FROM_BUILDING);
    assertThat(exclusion.appealability()).isEqualTo(Appealability.APPEALABLE);
    assertThat(exclusion.reviewInterval()).isEqualTo(Period.ofMonths(12));
  }

  @Test
  @DisplayName("P8.3.13, F8, F12: the letter says what stays open, what follows, and what ends it")
  void exclusionInWords() {
    var letter = exclusion.letter(hall);
    assertThat(letter.what().in("en").value())
        .contains("do not enter", "look at this again at once", "new letter", "court");
    assertThat(letter.stillServed().in("en").value())
        .contains("vote", "public meetings", "tribunal", "telephone");
    assertThat(letter.endsSooner().silent()).isFalse();
  }

  @Test
  @DisplayName("P9.1: what is done, why no listed kind fits, how much it weighs: all three asked")
  void otherIsDescribedAndJustified() {
    assertThat(other.settings())
        .extracting(SettingDescriptor::key)
        .containsExactly("description", "why-no-listed-type", "weight");
    assertThat(other.settings()).allMatch(setting -> setting.field().required());
    assertThat(other.natures()).containsExactlyInAnyOrder(Nature.SUPPORTIVE, Nature.RESTRICTIVE);
    assertThat(other.authority()).isEqualTo(AuthorityAction.RESTRICT_CONTACT);
    assertThat(other.appealability()).isEqualTo(Appealability.APPEALABLE);
  }

  @Test
  @DisplayName("P9.1, P9.3: it advises or asks for something, and never turns anybody away")
  void otherNeverTurnsAway() {
    assertThat(other.compile(described("advised")))
        .extracting(Rule::effect)
        .allMatch(Effect.Advise.class::isInstance);
    assertThat(other.compile(described("required")))
        .extracting(Rule::effect)
        .allMatch(Effect.Require.class::isInstance);
  }

  @Test
  @DisplayName("P9.1, T20: the customer and the desk read what is done, not why no other kind fits")
  void otherInWords() {
    Settings settings = described("required");
    assertThat(other.letter(settings).what().in("en").value())
        .isEqualTo("Meet on the ground floor.");
    assertThat(other.letter(settings).stillServed().in("en").value()).contains("as before");
    assertThat(other.staffWording(settings).toString())
        .contains("Meet on the ground floor.")
        .doesNotContain("None is about floors.");
  }
}
