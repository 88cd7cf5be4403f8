package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.intake.BehaviourId;
import org.evenhand.intake.BehaviourSource;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A behaviour beside the policy's own: the council's or a plugin's (P7.1). */
@Table(schema = "intake", name = "behaviour")
record AddedBehaviour(
    @Id UUID id,
    @Version @Nullable Integer version,
    String code,
    BehaviourSource source,
    @Nullable String plugin,
    @Nullable ConductFamily family,
    boolean patternOnly,
    String wordsEn,
    @Nullable String wordsCy,
    @Nullable String descriptionEn,
    @Nullable String descriptionCy,
    List<String> opens,
    LocalDate fromDay,
    @Nullable LocalDate untilDay,
    Instant definedAt,
    String definedBy,
    @Nullable String retiredBecause) {

  AddedBehaviour retired(LocalDate lastDay, String because) {
    return new AddedBehaviour(
        id,
        version,
        code,
        source,
        plugin,
        family,
        patternOnly,
        wordsEn,
        wordsCy,
        descriptionEn,
        descriptionCy,
        opens,
        fromDay,
        lastDay,
        definedAt,
        definedBy,
        because);
  }

  BehaviourView view() {
    Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);
    opens.forEach(name -> obligations.add(Obligation.valueOf(name)));
    return new BehaviourView(
        new BehaviourId(id),
        version == null ? 0 : version,
        code,
        source,
        plugin,
        family,
        patternOnly,
        false,
        texts(wordsEn, wordsCy),
        texts(descriptionEn, descriptionCy),
        obligations,
        fromDay,
        untilDay,
        retiredBecause);
  }

  private static Texts texts(@Nullable String english, @Nullable String welsh) {
    Texts texts = english == null ? Texts.none() : Texts.en(english);
    return welsh == null ? texts : texts.and("cy", welsh);
  }
}
