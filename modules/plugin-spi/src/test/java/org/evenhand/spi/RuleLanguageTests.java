package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stored names of the language, and what the language refuses. */
class RuleLanguageTests {
  private static Rule rule(String id, Condition when) {
    return new Rule(
        id, when, Effect.decline(), Words.none(), Citation.policy("8.3"), RuleSource.POLICY);
  }

  @Test
  void namesEveryRecordOfEverySealedTypeThatIsStored() {
    RuleLanguage.families()
        .forEach(
            (family, kinds) -> {
              assertThat(family.isSealed()).isTrue();
              assertThat(Set.copyOf(kinds.values()))
                  .as(family.getSimpleName())
                  .isEqualTo(Set.of(family.getPermittedSubclasses()));
              assertThat(kinds.keySet()).allMatch(Names::kebab);
            });
    assertThat(RuleLanguage.families().keySet())
        .contains(
            Condition.class,
            Effect.class,
            Target.class,
            Requirement.class,
            Schedule.class,
            SettingValue.class,
            SettingDescriptor.class);
  }

  @Test
  void givesSettingsAndTheirValuesTheSameKind() {
    var descriptors = RuleLanguage.families().get(SettingDescriptor.class);
    var values = RuleLanguage.families().get(SettingValue.class);

    assertThat(descriptors.keySet()).isEqualTo(values.keySet());
    descriptors.forEach(
        (kind, type) ->
            assertThat(type.getSimpleName().replace("Setting", "Value"))
                .as(kind)
                .isEqualTo(values.get(kind).getSimpleName()));
  }

  @Test
  void keepsTheNamesThatRulesAreStoredUnder() {
    assertThat(RuleLanguage.VERSION).isEqualTo(1);
    assertThat(RuleLanguage.families().get(Condition.class).keySet())
        .containsExactly(
            "always",
            "direction",
            "channel",
            "counterpart",
            "speaker",
            "place",
            "building",
            "zone",
            "activity",
            "service-area",
            "topic",
            "matter",
            "slots",
            "recurrence",
            "dates",
            "recent-contacts",
            "all",
            "any",
            "not");
    assertThat(RuleLanguage.families().get(Effect.class).keySet())
        .containsExactly("decline", "redirect", "require", "advise", "limit", "answer-on", "ask");
    assertThat(RuleLanguage.families().get(Requirement.class).keySet())
        .containsExactly(
            "staff-at-least",
            "witness",
            "supervision",
            "booking",
            "appointment",
            "maximum-duration",
            "place");
    assertThat(RuleLanguage.kindOf(Condition.always())).isEqualTo("always");
  }

  @Test
  void usesNoAccessorThatSerialisersTakeForAProperty() {
    Stream.concat(
            RuleLanguage.kinds().keySet().stream(),
            Stream.of(
                Rule.class,
                RuleSet.class,
                Settings.class,
                Texts.class,
                Words.class,
                Ref.class,
                TypeId.class,
                WeeklySlots.class,
                Slot.class,
                Recurrence.class,
                CountScope.class,
                Question.class,
                Citation.class,
                Field.class))
        .forEach(
            type ->
                assertThat(Arrays.stream(type.getMethods()))
                    .as(type.getSimpleName())
                    .filteredOn(method -> method.getDeclaringClass() == type)
                    .filteredOn(method -> method.getParameterCount() == 0)
                    .noneMatch(method -> method.getName().matches("(get|is)[A-Z].*")));
  }

  @Test
  void refusesRulesThatShareAnIdOrAreNestedTooDeeplyOrTooMany() {
    var twice = List.of(rule("one", Condition.always()), rule("one", Condition.always()));
    assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.of(twice));

    Condition deep = Condition.always();
    for (int i = 1; i < RuleLanguage.DEEPEST; i++) {
      deep = Condition.not(deep);
    }
    assertThat(RuleSet.of(List.of(rule("deep", deep))).rules()).hasSize(1);
    var deeper = List.of(rule("deeper", Condition.not(deep)));
    assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.of(deeper));

    var many =
        java.util.stream.IntStream.rangeClosed(0, RuleLanguage.MOST_RULES)
            .mapToObj(i -> rule("r" + i, Condition.always()))
            .toList();
    assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.of(many));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleSet(RuleLanguage.VERSION + 1, List.of()));
  }

  @Test
  void refusesEmptySetsAndReferencesToTheWrongKind() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Condition.ChannelIn(Set.of(), false));
    assertThatIllegalArgumentException().isThrownBy(() -> Condition.buildingIn(Ref.officer("o")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.counterpartIn(Ref.building("b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Target.ToOfficer(Ref.team("t"), null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Condition.WithinDates(null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Condition.WithinDates(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)));
  }

  @Test
  void asksOneLevelDeepOnly() {
    var question = new Question("new-information", Texts.en("Anything new?"));
    var inner = new Effect.Ask(question, null, Effect.decline());

    assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Ask(question, inner, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Ask(question, null, null));
  }

  @Test
  void refusesLimitsOfNothing() {
    var week = CountScope.of(Period.ofDays(7), Channel.PHONE);

    assertThatIllegalArgumentException().isThrownBy(() -> Effect.limit(0, week));
    assertThatIllegalArgumentException().isThrownBy(() -> CountScope.of(Period.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Requirement.StaffAtLeast(0));
  }

  @Test
  void keepsSetsInOneOrderWhateverTheyWereGivenIn() {
    var refs = List.of(Ref.building("b"), Ref.building("a"), Ref.building("c"));
    var reversed = new java.util.ArrayList<>(refs);
    Collections.reverse(reversed);

    var one = new Condition.BuildingIn(new java.util.LinkedHashSet<>(refs), false);
    var other = new Condition.BuildingIn(new java.util.LinkedHashSet<>(reversed), false);

    assertThat(List.copyOf(one.buildings())).isEqualTo(List.copyOf(other.buildings()));
    assertThat(one).isEqualTo(other);
    assertThat(new HashSet<>(List.of(one)).contains(other)).isTrue();
  }

  @Test
  void takesIdsOfANamespaceAndANameOnly() {
    var id = TypeId.of("housing.repairs-by-text");

    assertThat(id.namespace()).isEqualTo("housing");
    assertThat(id.name()).isEqualTo("repairs-by-text");
    assertThat(TypeId.builtIn("one-medium")).isEqualTo(TypeId.of("evenhand.one-medium"));
    for (String wrong :
        List.of("", "housing", "Housing.x", "housing.", ".x", "a.b.c", "a.b_c", "a.-b", "a.b--c")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> TypeId.of(wrong));
    }
  }

  @Test
  void findsWordsInTheLanguageAskedForOrSaysWhichTheyAreIn() {
    var words = Texts.enCy("Hello", "Helo");

    assertThat(words.in("cy")).isEqualTo(new Text("Helo", "cy"));
    assertThat(words.in("cy-GB", "en")).isEqualTo(new Text("Helo", "cy"));
    assertThat(words.in("fr")).isEqualTo(new Text("Hello", "en"));
    assertThat(new Texts(Map.of("cy", "Helo")).in("en")).isEqualTo(new Text("Helo", "cy"));
    assertThat(Texts.none().in("en").value()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Texts.en(" "));
  }
}
