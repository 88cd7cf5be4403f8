package org.evenhand.spi;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue of behaviours (P7.1): neutral words for conduct (T28).
 *
 * @param id stable; copied into the core on installation and never deleted
 * @param family its group
 * @param words what it is called; neutral
 * @param description what falls under it and what does not; may be silent
 * @param opens what recording it obliges the council to do
 * @param patternOnly true when it can only be found over several contacts (F18)
 * @param from first day it can be recorded
 * @param until last day; null while it is in use
 */
public record BehaviourCode(
    TypeId id,
    BehaviourFamily family,
    Texts words,
    Texts description,
    Set<Obligation> opens,
    boolean patternOnly,
    LocalDate from,
    @Nullable LocalDate until) {
  public BehaviourCode {
    opens = Names.enums(opens, Obligation.class);
    if (words.silent()) {
      throw new IllegalArgumentException("A behaviour has a name");
    }
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A behaviour is in use until a day after its first");
    }
  }
}
