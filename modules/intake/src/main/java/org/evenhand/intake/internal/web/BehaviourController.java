package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourId;
import org.evenhand.intake.BehaviourSource;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.DefiningBehaviours;
import org.evenhand.intake.DefiningBehaviours.BehaviourToDefine;
import org.evenhand.intake.DefiningBehaviours.BehaviourToRetire;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The catalogue of behaviours: the policy's, the council's, and those of plugins (P7.1). */
@Controller
class BehaviourController {

  private final BehaviourCatalogue catalogue;
  private final DefiningBehaviours defining;
  private final Reader reader;
  private final Messages messages;
  private final Acts acts;
  private final Clock clock;

  BehaviourController(
      BehaviourCatalogue catalogue,
      DefiningBehaviours defining,
      Reader reader,
      Messages messages,
      Acts acts,
      Clock clock) {
    this.catalogue = catalogue;
    this.defining = defining;
    this.reader = reader;
    this.messages = messages;
    this.acts = acts;
    this.clock = clock;
  }

  record BehaviourDefineInput(
      @Nullable String idempotencyKey,
      @Nullable Integer expectedVersion,
      String code,
      ConductFamily family,
      boolean patternOnly,
      String words,
      @Nullable String wordsInWelsh,
      @Nullable String description,
      @Nullable String descriptionInWelsh,
      List<Obligation> opens,
      @Nullable LocalDate from) {}

  record BehaviourRetireInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String code,
      String reason,
      @Nullable LocalDate lastDay) {}

  record BehaviourPayload(
      @Nullable BehaviourView behaviour, List<Refusal> refusals, List<Warning> warnings) {
    static BehaviourPayload of(Outcome<BehaviourView> outcome) {
      return new BehaviourPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  List<BehaviourView> behaviours(@Argument @Nullable LocalDate usableOn) {
    List<BehaviourView> all = catalogue.all();
    return usableOn == null ? all : all.stream().filter(b -> b.effectiveOn(usableOn)).toList();
  }

  @MutationMapping
  BehaviourPayload behaviourDefine(@Argument BehaviourDefineInput input) {
    Set<Obligation> opens = EnumSet.noneOf(Obligation.class);
    opens.addAll(input.opens());
    return BehaviourPayload.of(
        onBehaviour("behaviourDefine", input.idempotencyKey(), input)
            .perform(
                () ->
                    defining.define(
                        new BehaviourToDefine(
                            input.expectedVersion(),
                            input.code(),
                            input.family(),
                            input.patternOnly(),
                            texts(input.words(), input.wordsInWelsh()),
                            texts(input.description(), input.descriptionInWelsh()),
                            opens,
                            input.from()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  BehaviourPayload behaviourRetire(@Argument BehaviourRetireInput input) {
    return BehaviourPayload.of(
        onBehaviour("behaviourRetire", input.idempotencyKey(), input)
            .perform(
                () ->
                    defining.retire(
                        new BehaviourToRetire(
                            input.code(), input.expectedVersion(), input.reason(), input.lastDay()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<BehaviourView> onBehaviour(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<BehaviourView>on(
            "Behaviour",
            b -> Objects.requireNonNull(b.id()).value(),
            uuid -> again(new BehaviourId(uuid)));
  }

  private BehaviourView again(BehaviourId id) {
    return catalogue.all().stream().filter(b -> id.equals(b.id())).findFirst().orElseThrow();
  }

  private static Texts texts(@Nullable String english, @Nullable String welsh) {
    Texts texts = english == null || english.isBlank() ? Texts.none() : Texts.en(english);
    return welsh == null || welsh.isBlank() ? texts : texts.and("cy", welsh);
  }

  @SchemaMapping(typeName = "Behaviour", field = "label")
  String label(BehaviourView behaviour) {
    return behaviour.source() == BehaviourSource.POLICY
        ? messages.say("behaviour." + behaviour.code(), Map.of())
        : said(behaviour.words());
  }

  @SchemaMapping(typeName = "Behaviour", field = "description")
  @Nullable String description(BehaviourView behaviour) {
    return behaviour.description().silent() ? null : said(behaviour.description());
  }

  @SchemaMapping(typeName = "Behaviour", field = "opens")
  List<Obligation> opens(BehaviourView behaviour) {
    return behaviour.opens().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "Behaviour", field = "retired")
  boolean retired(BehaviourView behaviour) {
    LocalDate until = behaviour.until();
    return behaviour.retiredBecause() != null
        || (until != null
            && until.isBefore(LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON)));
  }

  @SchemaMapping(typeName = "Behaviour", field = "retiredBecause")
  @Nullable String retiredBecause(BehaviourView behaviour) {
    String because = behaviour.retiredBecause();
    return because == null || behaviour.source() == BehaviourSource.COUNCIL
        ? because
        : messages.say("behaviour.retired." + because, Map.of());
  }

  private static String said(Texts texts) {
    Locale locale = LocaleContextHolder.getLocale();
    return texts.in(locale.toLanguageTag()).value();
  }

  /** The behaviours of each of these, by one look into the catalogue. */
  static <T> Map<T, List<BehaviourView>> each(
      List<T> of, Function<T, List<String>> codes, BehaviourCatalogue catalogue) {
    Map<String, BehaviourView> known =
        catalogue.named(of.stream().map(codes).flatMap(Collection::stream).distinct().toList());
    var each = new HashMap<T, List<BehaviourView>>();
    of.forEach(
        one ->
            each.put(
                one,
                codes.apply(one).stream()
                    .flatMap(code -> Optional.ofNullable(known.get(code)).stream())
                    .toList()));
    return each;
  }
}
