package org.evenhand.restrictions;

import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Changing a restriction that the customer was told of. Varying and extending are new decisions
 * with reasons, notice and appeal of their own; what was decided before stays as it is, and its
 * place is taken from when the customer is told (T9, T10). Call within an act.
 */
public interface ChangingRestrictions {

  /**
   * What {@link #vary} would do: the rules, the letter's wording, what the customer could still do
   * with the change in place of what was, and every refusal. Writes nothing. Refused only where the
   * caller may not vary it, or not now.
   */
  Outcome<RestrictionPreviewView> preview(RestrictionToVary change);

  /** The same of {@link #extend}. */
  Outcome<RestrictionPreviewView> preview(RestrictionToExtend extension);

  /**
   * Decides on other settings, another scope or an earlier end. What only loosens begins at once;
   * anything else when the customer is told (T9). Refused: {@code LATER_END_IS_AN_EXTENSION},
   * {@code NOTHING_CHANGES}, {@code LATER_DECISION_WAITS} while another decision has not been told,
   * {@code REVIEW_OVERDUE} until the review is recorded (F2), {@code GROUND_TO_BE_DECIDED} (T27),
   * and whatever imposing would be refused for.
   *
   * @return the new decision
   */
  Outcome<RestrictionView> vary(RestrictionToVary change);

  /**
   * Decides that it goes on beyond its term. Refused like {@link #vary}, and: {@code
   * NOT_AN_EXTENSION}, {@code NOTHING_TO_EXTEND} where it has no end, {@code TERM_TOO_LONG} without
   * the reason that the policy asks for, {@code EVIDENCE_MISSING}, {@code EVIDENCE_NOT_FIRST_HAND},
   * {@code EVIDENCE_BEFORE_TERM} without anything new since the term began (F13).
   *
   * @return the new decision
   */
  Outcome<RestrictionView> extend(RestrictionToExtend extension);

  /** Sets it aside at once, with a reason. A last day passes all the same. */
  Outcome<RestrictionView> suspend(
      RestrictionId id, @Nullable Integer expectedVersion, String reason);

  /** Takes it up again, with a reason, from when the customer is told (T9). */
  Outcome<RestrictionView> resume(
      RestrictionId id, @Nullable Integer expectedVersion, String reason);
}
