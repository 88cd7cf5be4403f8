package org.evenhand.plugins.leisure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.AssessedIncident;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;

/** One centre of two, and what its provider decided. */
final class LeisureExamples {

  static final Ref POOL = Ref.building("castle-pool");
  static final Ref OTHER = Ref.building("snowdome");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final LocalDate DECIDED = LocalDate.of(2026, 11, 20);

  private LeisureExamples() {}

  static Settings decided(LocalDate on) {
    return Settings.of(ProviderDecision.REFERENCE, new SettingValue.TextValue("CP/2026/118"))
        .with(ProviderDecision.DECIDED_ON, new SettingValue.DateValue(on))
        .with(ProviderDecision.CONTRACT, new SettingValue.TextValue("14.2"))
        .with("centres", new SettingValue.BuildingSetValue(Set.of(POOL)));
  }

  static SettingValue chosen(String... codes) {
    return new SettingValue.ListValue(
        List.of(codes).stream().<SettingValue>map(SettingValue.ChoiceValue::new).toList());
  }

  /** F6, F13: what the provider decided is not enough, and not before what it rests on. */
  static void isTakenOverOnlyWithItsGrounds(RestrictionType type, Settings decidedBefore) {
    var yesterday =
        new AssessedIncident(DECIDED.minusDays(1), Channel.FACE_TO_FACE, Set.of(), true);
    var after = new AssessedIncident(DECIDED.plusDays(1), Channel.FACE_TO_FACE, Set.of(), true);
    assertThat(type.assess(decidedBefore, facts(yesterday))).isEqualTo(Assessment.accepted());
    assertThat(codes(type.assess(decidedBefore, facts()))).containsExactly("nothing-recorded");
    assertThat(codes(type.assess(decidedBefore, facts(after)))).containsExactly("nothing-recorded");
    Settings later =
        decidedBefore.with(
            ProviderDecision.DECIDED_ON, new SettingValue.DateValue(TODAY.plusDays(1)));
    assertThat(codes(type.assess(later, facts(yesterday)))).containsExactly("not-decided-yet");
  }

  private static List<String> codes(Assessment assessment) {
    return assessment instanceof Assessment.Refused(List<Assessment.Reason> reasons)
        ? reasons.stream().map(Assessment.Reason::code).toList()
        : List.of();
  }

  private static AssessmentFacts facts(AssessedIncident... incidents) {
    return new AssessmentFacts(
        TODAY,
        Nature.RESTRICTIVE,
        Set.of(Ref.serviceArea("leisure")),
        true,
        false,
        false,
        false,
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(incidents));
  }
}
