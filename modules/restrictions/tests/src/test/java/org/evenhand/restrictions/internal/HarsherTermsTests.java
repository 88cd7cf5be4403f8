package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.rules.SettingsForm;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.Settings;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may be harsher than before, and what is shown not to be (T7, T9). */
class HarsherTermsTests {

  private static final LocalDate END = ProposalFixture.MONDAY.plusMonths(3);

  @Test
  @DisplayName("T9: fewer hours are harsher, more hours are not; other hours are both")
  void hours() {
    var tuesday = slots(DayOfWeek.TUESDAY);
    var both = slots(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);

    assertThat(harsher(both, tuesday)).isTrue();
    assertThat(harsher(tuesday, both)).isFalse();
    assertThat(harsher(tuesday, slots(DayOfWeek.THURSDAY))).isTrue();
    assertThat(harsher(both, both)).isFalse();
  }

  @Test
  @DisplayName("T9: a minute off an hour is seen")
  void minutes() {
    var all = within(LocalTime.of(10, 0), LocalTime.of(12, 0));
    var shorter = within(LocalTime.of(10, 0), LocalTime.of(11, 59));

    assertThat(harsher(all, shorter)).isTrue();
    assertThat(harsher(shorter, all)).isFalse();
  }

  private static List<Rule> within(LocalTime from, LocalTime to) {
    return rules(
        "time-slot",
        Settings.of(
            "slots",
            new org.evenhand.spi.SettingValue.WeeklySlotsValue(
                WeeklySlots.on(List.of(DayOfWeek.TUESDAY), from, to))),
        ProposalFixture.HOUSING);
  }

  @Test
  @DisplayName("T9, F8: more buildings are harsher, fewer are not")
  void buildings() {
    var one = excluded(ProposalFixture.OFFICE);
    var two = excluded(ProposalFixture.OFFICE, ProposalFixture.HALL);

    assertThat(harsher(one, two)).isTrue();
    assertThat(harsher(two, one)).isFalse();
    assertThat(harsher(one, excluded(ProposalFixture.HALL))).isTrue();
  }

  @Test
  @DisplayName("T9, F12: another service is harsher, a service less is not")
  void services() {
    var housing =
        rules("time-slot", ProposalFixture.slots(DayOfWeek.TUESDAY), ProposalFixture.HOUSING);
    var both =
        rules(
            "time-slot",
            ProposalFixture.slots(DayOfWeek.TUESDAY),
            ProposalFixture.HOUSING,
            ProposalFixture.LEISURE);

    assertThat(harsher(housing, both)).isTrue();
    assertThat(harsher(both, housing)).isFalse();
  }

  @Test
  @DisplayName("T9: a later last day, or none, is harsher; an earlier one is not")
  void ends() {
    var rules = slots(DayOfWeek.TUESDAY);

    assertThat(harsher(rules, END, rules, END.plusDays(1))).isTrue();
    assertThat(harsher(rules, END, rules, null)).isTrue();
    assertThat(harsher(rules, END, rules, END.minusDays(1))).isFalse();
    assertThat(harsher(rules, null, rules, END)).isFalse();
  }

  @Test
  @DisplayName("T7: another contact officer is not shown to be no harsher")
  void anotherOfficer() {
    var sam =
        rules("single-point-of-contact", ProposalFixture.spoc("only"), ProposalFixture.HOUSING);
    var offered =
        rules("single-point-of-contact", ProposalFixture.spoc("offered"), ProposalFixture.HOUSING);

    assertThat(harsher(offered, sam)).isTrue();
    assertThat(harsher(sam, offered)).isFalse();
  }

  @Test
  @DisplayName("T7: nothing that is left out of the trying passes as gentle")
  void tooMuchToTry() {
    var some = within(LocalTime.of(10, 0), LocalTime.of(12, 0));
    var rule = some.getFirst();
    var matters = new java.util.HashSet<org.evenhand.spi.Ref>();
    for (int i = 1; i <= 2000; i++) {
      matters.add(org.evenhand.spi.Ref.matter(new UUID(1, i)));
    }
    var many =
        new Rule(
            rule.id(),
            new Condition.AllOf(List.of(rule.when(), new Condition.MatterIn(matters, false))),
            rule.effect(),
            rule.words(),
            rule.citation(),
            rule.source());

    assertThat(harsher(some, List.of(many))).isTrue();
  }

  @Property(tries = 40)
  @Label("T7, T9: of hours, exactly those that leave out an hour of before are harsher")
  void exactlyWhatLeavesOut(
      @ForAll @NotEmpty Set<DayOfWeek> before, @ForAll @NotEmpty Set<DayOfWeek> after) {
    assertThat(harsher(slots(days(before)), slots(days(after))))
        .isEqualTo(!after.containsAll(before));
  }

  private static DayOfWeek[] days(Set<DayOfWeek> days) {
    return EnumSet.copyOf(days).toArray(DayOfWeek[]::new);
  }

  @Property(tries = 20)
  @Label("T7: nothing is harsher than itself, whichever medium it leaves")
  void notHarsherThanItself(@ForAll Channel medium, @ForAll Channel other) {
    var one = medium(medium);

    assertThat(harsher(one, one)).isFalse();
    assertThat(harsher(one, medium(other))).isEqualTo(medium != other);
  }

  private static List<Rule> medium(Channel channel) {
    return rules("one-medium", ProposalFixture.medium(channel), ProposalFixture.HOUSING);
  }

  private static List<Rule> slots(DayOfWeek... days) {
    return rules("time-slot", ProposalFixture.slots(days), ProposalFixture.HOUSING);
  }

  private static List<Rule> excluded(UUID... buildings) {
    return rules("building-exclusion", ProposalFixture.excluded(buildings));
  }

  private static List<Rule> rules(
      String type, Settings settings, org.evenhand.foundation.ServiceAreaCode... areas) {
    var fixture = new ProposalFixture().type(type, settings);
    var installed = java.util.Objects.requireNonNull(fixture.installed()).type();
    return Scoping.bind(
        installed.compile(SettingsForm.withDefaults(installed.settings(), settings)),
        new ActionScope(Set.of(areas), false),
        installed.axis());
  }

  private static boolean harsher(List<Rule> before, List<Rule> after) {
    return harsher(before, END, after, END);
  }

  private static boolean harsher(
      List<Rule> before,
      @Nullable LocalDate endedOn,
      List<Rule> after,
      @Nullable LocalDate endsOn) {
    return HarsherTerms.possible(
        new HarsherTerms.Terms(before, Nature.RESTRICTIVE, endedOn),
        new HarsherTerms.Terms(after, Nature.RESTRICTIVE, endsOn),
        ProposalFixture.MONDAY,
        ProposalFixture.directory());
  }
}
