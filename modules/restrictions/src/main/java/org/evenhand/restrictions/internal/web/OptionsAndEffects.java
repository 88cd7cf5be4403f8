package org.evenhand.restrictions.internal.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.EffectsTogether;
import org.evenhand.restrictions.internal.EffectsTogether.Door;
import org.evenhand.restrictions.internal.EffectsTogether.Span;
import org.evenhand.restrictions.internal.EffectsTogether.Together;
import org.evenhand.restrictions.internal.InstalledTypes;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.WeighingOptions;
import org.evenhand.restrictions.internal.WeighingOptions.Weighed;
import org.evenhand.restrictions.internal.options.Conduct;
import org.evenhand.restrictions.internal.options.LeastRestrictive.Option;
import org.evenhand.restrictions.internal.options.Means;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionImposeInput;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What to weigh before deciding: the least restrictive ways, and the effect of all together. */
@Controller
class OptionsAndEffects {

  private final WeighingOptions weighing;
  private final EffectsTogether effects;
  private final Restrictions restrictions;
  private final RestrictionSight sight;
  private final Buildings buildings;
  private final InstalledTypes types;

  OptionsAndEffects(
      WeighingOptions weighing,
      EffectsTogether effects,
      Restrictions restrictions,
      RestrictionSight sight,
      Buildings buildings,
      InstalledTypes types) {
    this.weighing = weighing;
    this.effects = effects;
    this.restrictions = restrictions;
    this.sight = sight;
    this.buildings = buildings;
    this.types = types;
  }

  // The least restrictive ways

  record ConductShown(
      org.evenhand.intake.@Nullable ConductFamily family,
      Channel channel,
      boolean grave,
      int incidents) {}

  record Member(
      Installed type,
      Nature nature,
      Axis axis,
      List<ConductShown> answers,
      Text because,
      boolean triedBefore) {}

  record Way(
      List<Member> members,
      boolean supportive,
      List<Channel> narrows,
      List<EverydayNeed> onlyByGuaranteedRoute) {}

  record TriedShown(
      String typeId,
      @Nullable Installed type,
      Nature nature,
      String reference,
      LocalDate from,
      @Nullable LocalDate until,
      int incidentsSince) {}

  record Options(
      List<ConductShown> conduct,
      List<Way> options,
      List<ConductShown> unanswered,
      List<TriedShown> tried) {}

  @QueryMapping
  @Nullable Options restrictionOptions(@Argument String consideration, Locale locale) {
    return GlobalId.uuid("Consideration", consideration)
        .flatMap(id -> weighing.of(new ConsiderationId(id)))
        .map(weighed -> shown(weighed, locale))
        .orElse(null);
  }

  private Options shown(Weighed weighed, Locale locale) {
    return new Options(
        weighed.conduct().stream().map(counted -> shown(weighed, counted.conduct())).toList(),
        weighed.options().stream().map(option -> way(weighed, option, locale)).toList(),
        weighed.unanswered().stream().map(conduct -> shown(weighed, conduct)).toList(),
        weighed.tried().stream()
            .map(
                t ->
                    new TriedShown(
                        t.type().value(),
                        types.find(t.type()).orElse(null),
                        t.nature(),
                        t.reference(),
                        t.from(),
                        t.until(),
                        t.incidentsSince()))
            .toList());
  }

  private static Way way(Weighed weighed, Option option, Locale locale) {
    return new Way(
        option.members().entrySet().stream()
            .map(entry -> member(weighed, entry.getKey(), entry.getValue(), locale))
            .toList(),
        option.supportive(),
        List.copyOf(option.narrows()),
        List.copyOf(option.onlyByGuaranteedRoute()));
  }

  private static Member member(
      Weighed weighed, Means means, Collection<Conduct> answers, Locale locale) {
    return new Member(
        java.util.Objects.requireNonNull(weighed.kinds().get(means.type())),
        means.nature(),
        means.axis(),
        answers.stream().map(conduct -> shown(weighed, conduct)).toList(),
        RestrictionFields.words(Wording.text(because(means)), locale),
        weighed.tried().stream().anyMatch(t -> t.type().equals(means.type())));
  }

  private static String because(Means means) {
    String how =
        means.nature() == Nature.SUPPORTIVE
            ? "help"
            : means.nature().name().toLowerCase(Locale.ROOT);
    return "option.because." + means.axis() + "." + how;
  }

  private static ConductShown shown(Weighed weighed, Conduct conduct) {
    return new ConductShown(
        conduct.family(), conduct.channel(), conduct.grave(), weighed.count(conduct));
  }

  // Everything together

  record AdjustmentWeighed(String code, Text words, List<Channel> unusable, List<Channel> needed) {}

  record Effects(
      List<Span> spans,
      List<AdjustmentWeighed> adjustments,
      String digest,
      List<Refusal> refusals) {}

  @QueryMapping
  @Nullable Effects cumulativeEffect(
      @Argument String customer,
      @Argument("with") @Nullable RestrictionImposeInput proposed,
      Locale locale) {
    var given = new Given();
    var action = proposed == null ? null : RestrictionActs.proposed(given, proposed);
    return GlobalId.uuid("Customer", customer)
        .flatMap(id -> effects.of(new CustomerId(id), given.refusals().isEmpty() ? action : null))
        .map(together -> shown(together, given.refusals(), locale))
        .orElse(null);
  }

  private static Effects shown(Together together, List<Refusal> malformed, Locale locale) {
    return new Effects(
        together.spans(),
        together.adjustments().stream().map(a -> weighed(a, locale)).toList(),
        together.digest(),
        malformed.isEmpty() ? together.refusals() : malformed);
  }

  private static AdjustmentWeighed weighed(AgreedAdjustment adjustment, Locale locale) {
    return new AdjustmentWeighed(
        adjustment.code(),
        RestrictionFields.words(adjustment.words(), locale),
        List.copyOf(adjustment.cannotUse()),
        List.copyOf(adjustment.mustHave()));
  }

  @BatchMapping(typeName = "CumulativeEffectSpan", field = "restrictions")
  Map<Span, List<RestrictionView>> restrictions(List<Span> spans) {
    List<RestrictionView> seen =
        sight
            .outOf(
                "cumulativeEffect.restrictions",
                restrictions.find(
                    spans.stream()
                        .flatMap(span -> span.holding().stream())
                        .collect(Collectors.toSet())))
            .orElse(List.of());
    Map<Span, List<RestrictionView>> each = new HashMap<>();
    spans.forEach(
        span ->
            each.put(
                span, seen.stream().filter(view -> span.holding().contains(view.id())).toList()));
    return each;
  }

  @SchemaMapping(typeName = "CumulativeEffectSpan", field = "actions")
  int actions(Span span) {
    return span.holding().size() + (span.proposed() ? 1 : 0);
  }

  /** A building as it would meet the person. */
  record AtBuilding(BuildingView building, Verdict verdict) {}

  @BatchMapping(typeName = "CumulativeEffectSpan", field = "buildings")
  Map<Span, List<AtBuilding>> buildings(List<Span> spans) {
    Map<Object, BuildingView> known =
        spans.stream().allMatch(span -> span.buildings().isEmpty())
            ? Map.of()
            : buildings.all().stream()
                .collect(Collectors.toMap(BuildingView::id, Function.identity()));
    Map<Span, List<AtBuilding>> each = new HashMap<>();
    for (Span span : spans) {
      each.put(
          span,
          span.buildings().stream()
              .filter(door -> known.containsKey(door.building()))
              .map(door -> at(door, known))
              .toList());
    }
    return each;
  }

  private static AtBuilding at(Door door, Map<Object, BuildingView> known) {
    return new AtBuilding(
        java.util.Objects.requireNonNull(known.get(door.building())), door.verdict());
  }
}
