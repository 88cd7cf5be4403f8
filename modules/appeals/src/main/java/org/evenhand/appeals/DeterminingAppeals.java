package org.evenhand.appeals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Outcome;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/** Deciding an appeal, or ending it without a decision (P10.5, T6, T7). Call within an act. */
public interface DeterminingAppeals {

  /**
   * @param lift what a partly upheld appeal ends; empty for the others
   * @param vary what a partly upheld appeal makes gentler; empty for the others
   * @param setFindingsAside whether a partly upheld appeal sets the findings aside; an upheld one
   *     always does
   */
  record Determine(
      AppealId id,
      @Nullable Integer expectedVersion,
      AppealOutcome outcome,
      String reasons,
      List<GroundDecision> grounds,
      Set<RestrictionId> lift,
      List<Gentler> vary,
      boolean setFindingsAside) {
    public Determine {
      grounds = List.copyOf(grounds);
      lift = Set.copyOf(lift);
      vary = List.copyOf(vary);
    }
  }

  /**
   * Gentler terms for one restriction; whatever is null stays as it was decided.
   *
   * @param endsOn an earlier last day
   * @param reviewOn an earlier review
   * @param endsSoonerWhen what would end it sooner
   */
  record Gentler(
      RestrictionId restriction,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate reviewOn,
      @Nullable String endsSoonerWhen) {}

  /**
   * @param words what the customer said
   */
  record Withdraw(
      AppealId id, @Nullable Integer expectedVersion, LocalDate receivedOn, String words) {}

  /**
   * Decides an appeal. Upheld ends every restriction of the notice that has not ended, partly
   * upheld those named, or makes them gentler, in the same transaction; it never adds to what
   * limits (T7): terms that would be harsher are refused ({@code HARSHER_ON_APPEAL}). What was set
   * aside until now is taken up again unless it ended. Findings set aside reach the case. Publishes
   * {@link AppealDetermined}.
   *
   * <p>Refused: {@code MAY_NOT_DETERMINE_APPEAL} (F15), {@code APPEAL_DECIDER_INVOLVED} for
   * somebody with a part in the decision or the appeal (T6), {@code APPEAL_STEPS_MISSING} for a
   * dismissal while findings of the notice that lost something wait to be looked at again (T27),
   * {@code APPEAL_CONFLICT_NOT_DECLARED}, {@code APPEAL_GROUND_WITHOUT_ANSWER}, {@code
   * APPEAL_ANSWER_WITHOUT_GROUND}, {@code APPEAL_OUTCOME_AGAINST_GROUNDS}, {@code
   * APPEAL_PARTLY_NAMES_NOTHING}, {@code APPEAL_NAMED_NOT_EXPECTED}, {@code
   * APPEAL_RESTRICTION_NOT_OF_NOTICE}, {@code APPEAL_NO_FINDINGS_IN_NOTICE}, {@code TEXT_MISSING}.
   */
  Outcome<AppealView> determine(Determine decision);

  /**
   * The customer takes an appeal back; the restrictions stay as they are. Refused: {@code
   * DATE_IN_FUTURE}, {@code APPEAL_STEP_BEFORE_APPEAL}, {@code TEXT_MISSING}.
   */
  Outcome<AppealView> withdraw(Withdraw withdrawal);
}
