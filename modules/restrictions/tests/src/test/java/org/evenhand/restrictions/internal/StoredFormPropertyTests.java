package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.restrictions.internal.types.BuiltInTypes;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Condition;
import org.evenhand.spi.CountScope;
import org.evenhand.spi.Direction;
import org.evenhand.spi.Effect;
import org.evenhand.spi.PlaceKind;
import org.evenhand.spi.Question;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.RuleSource;
import org.evenhand.spi.Schedule;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Slot;
import org.evenhand.spi.Speaker;
import org.evenhand.spi.Target;
import org.evenhand.spi.Texts;
import org.evenhand.spi.WeeklySlots;
import org.evenhand.spi.Words;

/** What is stored reads back as what it was; what cannot be read is refused. */
class StoredFormPropertyTests {

  @Property(tries = 300)
  @Label("settings survive being stored")
  void settingsSurvive(@ForAll("settings") Settings settings) {
    String stored = StoredForm.settings(settings);

    assertThat(StoredForm.settings(stored)).isEqualTo(settings);
    assertThat(StoredForm.settings(StoredForm.settings(stored))).isEqualTo(stored);
  }

  @Property(tries = 300)
  @Label("rules survive being stored, with the version of their language")
  void rulesSurvive(@ForAll("rules") RuleSet rules) {
    String stored = StoredForm.rules(rules);

    assertThat(StoredForm.rules(stored)).isEqualTo(rules);
    assertThat(stored).contains("\"languageVersion\":" + RuleLanguage.VERSION);
  }

  @Example
  @Label("no name of a class is stored, only kinds of the rule language")
  void storesNoClassNames() {
    for (RestrictionType type : BuiltInTypes.all()) {
      assertThat(StoredForm.descriptors(type.settings()))
          .doesNotContain("org.evenhand", "Setting\"", "$");
    }
  }

  @Example
  @Label("a form is known by its descriptors: another label is another form")
  void digestsTellFormsApart() {
    List<String> digests =
        BuiltInTypes.all().stream()
            .map(type -> StoredForm.digest(StoredForm.descriptors(type.settings())))
            .toList();

    assertThat(digests).doesNotHaveDuplicates().allMatch(d -> d.matches("[0-9a-f]{64}"));
  }

  @Example
  @Label("descriptors of every built-in form survive being stored")
  void descriptorsSurvive() {
    for (RestrictionType type : BuiltInTypes.all()) {
      assertThat(StoredForm.descriptors(StoredForm.descriptors(type.settings())))
          .isEqualTo(type.settings());
    }
  }

  @Example
  @Label("a kind or a property that this release does not know is refused, not half understood")
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(
            () -> StoredForm.settings("{\"values\":{\"a\":{\"kind\":\"mood\",\"mood\":1}}}"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () ->
                StoredForm.settings(
                    "{\"values\":{\"a\":{\"kind\":\"flag\",\"flag\":true,\"more\":1}}}"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> StoredForm.rules("{\"languageVersion\":99,\"rules\":[]}"))
        .isInstanceOf(RuntimeException.class);
  }

  // Arbitrary settings and rules

  @Provide
  Arbitrary<Settings> settings() {
    return Arbitraries.maps(keys(), values()).ofMaxSize(6).map(Settings::new);
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(s -> !s.isBlank());
  }

  private static Arbitrary<Ref> refs(java.util.function.Function<String, Ref> kind) {
    return keys().map(kind);
  }

  private static Arbitrary<Set<Channel>> channels() {
    return Arbitraries.of(Channel.class).set().ofMinSize(1);
  }

  private static Arbitrary<WeeklySlots> slots() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(0, 22),
            Arbitraries.integers().between(0, 59))
        .as((day, hour, minute) -> new Slot(day, LocalTime.of(hour, minute), LocalTime.of(23, 59)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(WeeklySlots::new);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 4000).map(LocalDate.of(2024, 1, 1)::plusDays);
  }

  private static Arbitrary<Recurrence> recurrences() {
    return Combinators.combine(
            days(),
            Arbitraries.of(Period.ofDays(14), Period.ofMonths(3), Period.ofYears(1)),
            days().set().ofMaxSize(2))
        .as((anchor, every, except) -> new Recurrence(anchor, every, except, null, null));
  }

  private static Arbitrary<SettingValue> values() {
    return Arbitraries.lazyOf(
        () -> words().map(SettingValue.TextValue::new),
        () -> words().map(SettingValue.LongTextValue::new),
        () -> keys().map(SettingValue.ChoiceValue::new),
        () ->
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(3)
                .map(SettingValue.NumberValue::new),
        () -> Arbitraries.of(true, false).map(SettingValue.FlagValue::new),
        () -> days().map(SettingValue.DateValue::new),
        () ->
            Arbitraries.longs()
                .between(1, 100_000)
                .map(s -> new SettingValue.DurationValue(Duration.ofSeconds(s))),
        () ->
            Arbitraries.integers()
                .between(1, 500)
                .map(d -> new SettingValue.PeriodValue(Period.ofDays(d))),
        () -> slots().map(SettingValue.WeeklySlotsValue::new),
        () -> recurrences().map(SettingValue.RecurrenceValue::new),
        () -> channels().map(SettingValue.ChannelSetValue::new),
        () -> refs(Ref::building).set().ofMaxSize(3).map(SettingValue.BuildingSetValue::new),
        () -> refs(Ref::zone).map(SettingValue.ZoneValue::new),
        () -> refs(Ref::serviceArea).map(SettingValue.ServiceAreaValue::new),
        () -> refs(Ref::matter).map(SettingValue.MatterValue::new),
        () -> refs(Ref::officer).map(SettingValue.OfficerValue::new),
        () -> refs(Ref::team).map(SettingValue.TeamValue::new),
        () -> refs(Ref::party).map(SettingValue.PartyValue::new),
        () -> refs(Ref::endpoint).map(SettingValue.EndpointValue::new),
        () ->
            words()
                .<SettingValue>map(SettingValue.TextValue::new)
                .list()
                .ofMaxSize(3)
                .map(SettingValue.ListValue::new),
        () -> keys().map(k -> new SettingValue.UrlValue(URI.create("https://example.org/" + k))));
  }

  @Provide
  Arbitrary<RuleSet> rules() {
    return Combinators.combine(
            conditions(3), effects(), texts(), Arbitraries.of(RuleSource.class), keys())
        .as(
            (when, effect, words, source, clause) ->
                new Rule(
                    "r",
                    when,
                    effect,
                    new Words(words, Texts.none()),
                    new Citation("policy", clause),
                    source))
        .map(rule -> RuleSet.of(List.of(rule)));
  }

  private static Arbitrary<Texts> texts() {
    return words().map(w -> new Texts(Map.of("en", w, "cy", w)));
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaf =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.just(new Condition.Always()),
                Arbitraries.of(Direction.class).map(Condition.DirectionIs::new),
                channels().map(c -> new Condition.ChannelIn(c, true)),
                refs(Ref::team).map(r -> new Condition.CounterpartIn(Set.of(r), false)),
                Arbitraries.of(Speaker.class).map(s -> new Condition.SpeakerIn(Set.of(s), false)),
                Arbitraries.of(PlaceKind.class).map(p -> new Condition.PlaceIn(Set.of(p), true)),
                refs(Ref::building).map(r -> new Condition.BuildingIn(Set.of(r), false)),
                refs(Ref::zone).map(r -> new Condition.ZoneIn(Set.of(r), false)),
                keys().map(k -> new Condition.ActivityIn(Set.of(k), false)),
                refs(Ref::serviceArea).map(r -> new Condition.ServiceAreaIn(Set.of(r), true)),
                keys().map(k -> new Condition.TopicIn(Set.of(k), true)),
                refs(Ref::matter).map(r -> new Condition.MatterIn(Set.of(r), false)),
                slots().map(Condition.WithinSlots::new),
                recurrences().map(Condition.OnRecurrence::new),
                days().map(d -> new Condition.WithinDates(d, null)),
                Arbitraries.integers()
                    .between(1, 9)
                    .map(
                        n ->
                            new Condition.RecentContacts(
                                n, CountScope.of(Period.ofDays(n), Channel.PHONE)))));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Condition> deeper = Arbitraries.lazy(() -> conditions(depth - 1));
    return Arbitraries.oneOf(
        List.of(
            leaf,
            deeper.list().ofMinSize(1).ofMaxSize(3).map(Condition.AllOf::new),
            deeper.list().ofMinSize(1).ofMaxSize(3).map(Condition.AnyOf::new),
            deeper.map(Condition.Not::new)));
  }

  private static Arbitrary<Effect> effects() {
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.just(new Effect.Decline()),
            Arbitraries.of(Channel.class).map(c -> new Effect.Redirect(new Target.ToChannel(c))),
            refs(Ref::officer).map(r -> new Effect.Redirect(new Target.ToOfficer(r, null))),
            refs(Ref::endpoint).map(r -> new Effect.Redirect(new Target.ToEndpoint(r))),
            texts()
                .map(
                    note ->
                        new Effect.Require(
                            List.of(
                                new Requirement.StaffAtLeast(2),
                                new Requirement.Witness(),
                                new Requirement.Supervision(),
                                new Requirement.Booking(),
                                new Requirement.Appointment(),
                                new Requirement.MaximumDuration(Duration.ofMinutes(10)),
                                new Requirement.AtPlace(Set.of(Ref.building("a")))),
                            note)),
            Arbitraries.just(new Effect.Advise()),
            Arbitraries.integers()
                .between(1, 5)
                .map(n -> new Effect.Limit(n, CountScope.of(Period.ofDays(14)))),
            recurrences().map(r -> new Effect.AnswerOn(new Schedule.OnDays(r))),
            slots().map(s -> new Effect.AnswerOn(new Schedule.InSlots(s))),
            texts()
                .map(
                    t ->
                        new Effect.Ask(
                            new Question("new-information", t),
                            new Effect.Advise(),
                            new Effect.Decline()))));
  }
}
