package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;

/** The head of customer services adds to the catalogue of behaviours; data alone (P7.1, T28). */
public interface DefiningBehaviours {

  /**
   * A behaviour as the council wants it called.
   *
   * @param expectedVersion null for a new one
   * @param code upper-case words joined by underscores; stays
   * @param family stays, as figures are counted by it
   * @param patternOnly stays, as records were made by it
   * @param words English at least; neutral
   * @param description what falls under it and what does not; may be silent
   * @param from first day on which it can have happened; null for today
   */
  record BehaviourToDefine(
      @Nullable Integer expectedVersion,
      String code,
      ConductFamily family,
      boolean patternOnly,
      Texts words,
      Texts description,
      Set<Obligation> opens,
      @Nullable LocalDate from) {}

  /**
   * A behaviour that is to be recorded no more.
   *
   * @param lastDay the last day on which it can have happened; null for today
   */
  record BehaviourToRetire(
      String code, int expectedVersion, String reason, @Nullable LocalDate lastDay) {}

  /**
   * Defines a behaviour, or brings one of the council's own up to date.
   *
   * <p>Refused: a code in another shape (CODE_ILL_FORMED), one of the policy's or a plugin's
   * (BEHAVIOUR_NOT_OURS), one that is taken where no version is given (BEHAVIOUR_ON_RECORD), words
   * that blame (WORDS_NOT_NEUTRAL, T28), persistence that is no pattern (PERSISTENCE_IS_A_PATTERN,
   * F18), another family, kind or first day than it had (BEHAVIOUR_STAYS_WHAT_IT_IS), and one that
   * is retired (BEHAVIOUR_RETIRED).
   */
  Outcome<BehaviourView> define(BehaviourToDefine command, Actor actor, Instant now);

  /**
   * Takes one of the council's own out of use. What was recorded stays, and what happened up to the
   * last day can still be recorded.
   *
   * <p>Refused: not there (NOT_FOUND), the policy's or a plugin's (BEHAVIOUR_NOT_OURS), retired
   * already (BEHAVIOUR_RETIRED), no reason (TEXT_MISSING), a last day before its first or to come.
   */
  Outcome<BehaviourView> retire(BehaviourToRetire command, Actor actor, Instant now);
}
