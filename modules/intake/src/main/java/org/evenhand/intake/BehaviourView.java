package org.evenhand.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One kind of behaviour. What one of the policy's is called stands in the bundle under {@code
 * behaviour.<CODE>}; the others bring their words, neutral ones too (T28).
 *
 * @param id null for the policy's own
 * @param version 0 for the policy's own
 * @param code stable; {@code namespace.name} for those of plugins
 * @param plugin who brought it; null unless a plugin did
 * @param family null for OTHER, and for what a plugin puts into no family
 * @param patternOnly it can be found only over several contacts, never on a first one (F18)
 * @param textNeeded it says nothing without words of its own
 * @param words silent for the policy's own
 * @param description what falls under it and what does not; may be silent
 * @param opens what recording it obliges us to besides
 * @param from first day on which it can have happened; null for the policy's own
 * @param until last such day; null while it is in use
 * @param retiredBecause why it was taken out of use, as words or as a code of the bundle under
 *     {@code behaviour.retired.<CODE>}; null unless it was
 */
public record BehaviourView(
    @Nullable BehaviourId id,
    int version,
    String code,
    BehaviourSource source,
    @Nullable String plugin,
    @Nullable ConductFamily family,
    boolean patternOnly,
    boolean textNeeded,
    Texts words,
    Texts description,
    Set<Obligation> opens,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String retiredBecause) {
  public BehaviourView {
    Set<Obligation> copied = EnumSet.noneOf(Obligation.class);
    copied.addAll(opens);
    opens = Set.copyOf(copied);
  }

  /** One of the policy's own. */
  public static BehaviourView ofPolicy(
      String code, @Nullable ConductFamily family, boolean patternOnly, boolean textNeeded) {
    return new BehaviourView(
        null,
        0,
        code,
        BehaviourSource.POLICY,
        null,
        family,
        patternOnly,
        textNeeded,
        Texts.none(),
        Texts.none(),
        Set.of(),
        null,
        null,
        null);
  }

  /** Whether an incident of that day can be recorded with it. */
  public boolean effectiveOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
