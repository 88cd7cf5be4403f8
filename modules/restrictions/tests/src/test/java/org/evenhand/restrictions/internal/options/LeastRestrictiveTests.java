package org.evenhand.restrictions.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.intake.ConductFamily;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.restrictions.internal.options.LeastRestrictive.Attempt;
import org.evenhand.restrictions.internal.options.LeastRestrictive.Option;
import org.evenhand.restrictions.internal.types.BuiltInTypes;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;

/** Question 7, P8.3, P9.3, F17: the smallest sets that would stop what went wrong. */
class LeastRestrictiveTests {

  private static final List<Means> BUILT_IN =
      BuiltInTypes.all().stream()
          .filter(type -> !type.id().name().equals("other"))
          .flatMap(
              type ->
                  Stream.of(Nature.values())
                      .filter(type.natures()::contains)
                      .map(nature -> Means.of(type, nature)))
          .toList();

  private static final Map<EverydayNeed, Set<Channel>> ROUTES =
      Map.of(
          EverydayNeed.PAY, Set.of(Channel.WEB_FORM),
          EverydayNeed.REPORT_A_REPAIR, Set.of(Channel.PHONE),
          EverydayNeed.VOTE, Set.of(Channel.FACE_TO_FACE));

  private static LeastRestrictive weighing(
      List<Means> means, Set<Attempt> inVain, Set<Channel> unusable, Conduct... conduct) {
    return new LeastRestrictive(
        means, List.of(conduct), inVain, ROUTES, OpenRouteInput.USUALLY_OFFERED, unusable);
  }

  private static List<List<String>> names(List<Option> options) {
    return options.stream()
        .map(
            o ->
                o.members().keySet().stream().map(m -> m.type().name() + " " + m.nature()).toList())
        .toList();
  }

  private static final Conduct REMARKS =
      new Conduct(ConductFamily.MANNER, Channel.FACE_TO_FACE, false);
  private static final Conduct GRAVE =
      new Conduct(ConductFamily.MANNER, Channel.FACE_TO_FACE, true);
  private static final Conduct CALLS = new Conduct(ConductFamily.PERSISTENCE, Channel.PHONE, false);

  @Example
  @Label("help comes first, and alone, where nothing was tried")
  void helpComesFirst() {
    List<Option> options = weighing(BUILT_IN, Set.of(), Set.of(), REMARKS, CALLS).options();

    assertThat(names(options).getFirst()).containsExactly("meeting SUPPORTIVE");
    assertThat(options.getFirst().supportive()).isTrue();
    assertThat(options.getFirst().narrows()).isEmpty();
  }

  @Example
  @Label("help that was tried, while the conduct went on, is not suggested for it again")
  void whatWasTriedInVainIsNotSuggested() {
    var inVain = new java.util.HashSet<Attempt>();
    BUILT_IN.stream().filter(Means::supportive).forEach(m -> inVain.add(new Attempt(m, CALLS)));

    List<Option> options = weighing(BUILT_IN, inVain, Set.of(), CALLS).options();

    assertThat(options).isNotEmpty().noneMatch(Option::supportive);
    assertThat(names(options))
        .contains(List.of("time-slot RESTRICTIVE"), List.of("single-point-of-contact RESTRICTIVE"))
        .doesNotContain(List.of("building-exclusion RESTRICTIVE"));
  }

  @Example
  @Label("P9.5: an assault is not answered by help alone")
  void graveConductNeedsMore() {
    List<Option> options = weighing(BUILT_IN, Set.of(), Set.of(), GRAVE).options();

    assertThat(options).isNotEmpty().noneMatch(Option::supportive);
    assertThat(names(options)).contains(List.of("witness-present RESTRICTIVE"));
  }

  @Example
  @Label("F8: what would leave a need with its guaranteed route only comes after what does not")
  void statutoryAccessCounts() {
    List<Option> options = weighing(BUILT_IN, Set.of(), Set.of(), GRAVE).options();

    assertThat(options).extracting(o -> o.onlyByGuaranteedRoute().size()).isSorted();
    assertThat(options)
        .filteredOn(o -> o.narrows().contains(Channel.FACE_TO_FACE))
        .allSatisfy(o -> assertThat(o.onlyByGuaranteedRoute()).contains(EverydayNeed.VOTE));
  }

  @Example
  @Label("F3: contact is moved to nothing that the customer cannot use")
  void movesContactToUsableChannelsOnly() {
    Means oneMedium =
        BUILT_IN.stream()
            .filter(m -> m.type().name().equals("one-medium"))
            .findFirst()
            .orElseThrow();

    assertThat(weighing(List.of(oneMedium), Set.of(), Set.of(), CALLS).options()).hasSize(1);
    assertThat(
            weighing(List.of(oneMedium), Set.of(), OpenRouteInput.USUALLY_OFFERED, CALLS).options())
        .isEmpty();
    assertThat(
            weighing(List.of(oneMedium), Set.of(), OpenRouteInput.USUALLY_OFFERED, CALLS)
                .unanswered())
        .containsExactly(CALLS);
  }

  @Example
  @Label("P9.1: a kind that a plugin brings is weighed by what it declares, like any other")
  void weighsWhatPluginsBring() {
    var plugin =
        Means.of(TypeId.of("leisure.pool-sessions"), Nature.RESTRICTIVE, Axis.WHERE, List.of());

    assertThat(names(weighing(List.of(plugin), Set.of(), Set.of(), REMARKS).options()))
        .containsExactly(List.of("pool-sessions RESTRICTIVE"));
  }

  @Property(tries = 300)
  @Label("every set answers all that can be answered, and none still does with a member removed")
  void everySetIsMinimal(
      @ForAll("means") List<Means> means,
      @ForAll("conduct") Set<Conduct> conduct,
      @ForAll("unusable") Set<Channel> unusable) {
    var weighing =
        new LeastRestrictive(
            means, conduct, Set.of(), ROUTES, OpenRouteInput.USUALLY_OFFERED, unusable);
    Set<Channel> left = EnumSet.noneOf(Channel.class);
    left.addAll(OpenRouteInput.USUALLY_OFFERED);
    left.removeAll(unusable);
    conduct.forEach(one -> left.remove(one.channel()));
    var answerable = new ArrayList<>(conduct);
    answerable.removeAll(weighing.unanswered());

    assertThat(weighing.unanswered())
        .allMatch(one -> means.stream().noneMatch(m -> m.answers(one, left)));
    for (Option option : weighing.options()) {
      var members = option.members().keySet();
      assertThat(answerable).allMatch(one -> members.stream().anyMatch(m -> m.answers(one, left)));
      for (Means spare : members) {
        assertThat(answerable)
            .anyMatch(
                one -> members.stream().noneMatch(m -> !m.equals(spare) && m.answers(one, left)));
      }
      assertThat(members).extracting(Means::type).doesNotHaveDuplicates();
    }
    assertThat(weighing.options())
        .hasSizeLessThanOrEqualTo(LeastRestrictive.MOST)
        .doesNotHaveDuplicates()
        .extracting(Option::narrowing)
        .isSorted();
  }

  @Property(tries = 100)
  @Label("the order in which kinds and conduct come does not change which way is the first")
  void orderOfConductDoesNotMatter(@ForAll("conduct") Set<Conduct> conduct) {
    var reversed = new ArrayList<>(conduct).reversed();

    assertThat(weighing(BUILT_IN, Set.of(), Set.of(), reversed.toArray(Conduct[]::new)).options())
        .isEqualTo(
            weighing(BUILT_IN, Set.of(), Set.of(), conduct.toArray(Conduct[]::new)).options());
  }

  @Provide
  Arbitrary<List<Means>> means() {
    return Arbitraries.of(BUILT_IN).list().uniqueElements().ofMaxSize(10);
  }

  @Provide
  Arbitrary<Set<Conduct>> conduct() {
    return Combinators.combine(
            Arbitraries.of(ConductFamily.class),
            Arbitraries.of(
                Channel.PHONE, Channel.EMAIL, Channel.FACE_TO_FACE, Channel.LETTER, Channel.VIDEO),
            Arbitraries.of(true, false))
        .as(Conduct::new)
        .set()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Set<Channel>> unusable() {
    return Arbitraries.of(Channel.PHONE, Channel.EMAIL, Channel.WEB_FORM, Channel.LETTER)
        .set()
        .ofMaxSize(4);
  }
}
